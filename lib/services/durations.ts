import { dayFromColumn } from "../dates/day";
import { durationsOf, type SeenDurations } from "../requests/durations";
import type { Stay } from "../requests/stay";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam, type Tx } from "./transaction";

/** So many stays are counted at most, the newest; a team of ten writes some hundred a year. */
const MOST_STAYS = 50_000;

/** How long this team's requests stood in each step, by archive and lifecycle. */
export async function listDurations(actor: Member): Promise<SeenDurations[]> {
  authorise(actor, "request.read");
  return inTeam(actor, (tx) => readDurations(tx, actor.teamId));
}

/** As `listDurations`, in a transaction of the team. */
export async function readDurations(tx: Tx, teamId: string): Promise<SeenDurations[]> {
  // Two plain queries: a join over the stays of a team is planned badly where rows are few.
  const [requests, stays] = await Promise.all([
    tx.request.findMany({
      where: { teamId },
      select: { id: true, archive: true, lifecycle: true },
    }),
    tx.itemStep.findMany({
      where: { teamId },
      orderBy: { id: "desc" },
      take: MOST_STAYS,
      omit: { teamId: true, id: true },
    }),
  ]);
  const byId = new Map(requests.map((request) => [request.id, request]));
  return durationsOf(
    stays.reverse().flatMap((stay) => {
      const request = byId.get(stay.requestId);
      if (!request) return [];
      const { archive, lifecycle } = request;
      return { ...stay, ...toDays(stay), archive, lifecycle };
    }),
  );
}

/** The stays of a request's items in the order in which they were written down. */
export async function listStays(actor: Member, requestId: string): Promise<Stay[]> {
  authorise(actor, "request.read");
  const stays = await inTeam(actor, (tx) =>
    tx.itemStep.findMany({
      where: { teamId: actor.teamId, requestId },
      orderBy: { id: "asc" },
      select: { itemId: true, step: true, enteredOn: true, leftOn: true },
    }),
  );
  return stays.map((stay) => ({ ...stay, ...toDays(stay) }));
}

function toDays({ enteredOn, leftOn }: { enteredOn: Date; leftOn: Date | null }) {
  return { enteredOn: dayFromColumn(enteredOn), leftOn: leftOn && dayFromColumn(leftOn) };
}
