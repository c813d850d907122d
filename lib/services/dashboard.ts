import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type HistoryLine, listHistory } from "./history";
import type { RequestRow } from "./request-rows";
import { listMyMoves } from "./requests";
import { inTeam, type Tx } from "./transaction";

/** How many lines each part of the dashboard shows. */
const LINES = 8;

const UNIT_NAME = {
  code: true,
  version: true,
  consentCode: true,
  dataset: { select: { shortTitle: true } },
} as const;

export interface EndingGrant {
  id: string;
  number: number;
  /** The unit's name: data set, and version or consent code. */
  unit: string;
  holder: string | null;
  endsOn: Day;
}

export interface Dashboard {
  needsMe: RequestRow[];
  endsNext: EndingGrant[];
  /** The team has asked for something already. */
  hasRequests: boolean;
  history: (HistoryLine & { number: number | null })[];
}

/** Of these, how many at most may be ends that are over; they must not hide those that come. */
const PAST_LINES = 3;

/** What a member sees first: what needs them, what ends next, what happened last. */
export async function getDashboard(actor: Member): Promise<Dashboard> {
  authorise(actor, "dashboard.read");
  const [needsMe, lines, parts] = await Promise.all([
    listMyMoves(actor, LINES),
    listHistory(actor, { take: LINES * 2, byPeople: true }),
    inTeam(actor, async (tx) => ({
      endsNext: await endingNext(tx, actor),
      hasRequests:
        (await tx.request.findFirst({
          where: { teamId: actor.teamId },
          select: { id: true },
        })) !== null,
    })),
  ]);
  const numberOf = await numbersOf(actor, lines);
  return {
    needsMe,
    ...parts,
    history: lines.map((line) => ({ ...line, number: numberOf.get(line.requestId ?? "") ?? null })),
  };
}

/** The numbers of the requests that lines of history are about, by request id. */
async function numbersOf(
  actor: Member,
  lines: readonly HistoryLine[],
): Promise<Map<string, number>> {
  const ids = [...new Set(lines.flatMap((line) => line.requestId ?? []))];
  const requests = await inTeam(actor, (tx) =>
    tx.request.findMany({
      where: { teamId: actor.teamId, id: { in: ids } },
      select: { id: true, number: true },
    }),
  );
  return new Map(requests.map((request) => [request.id, request.number]));
}

/** The ends to come, nearest first, after the latest of those that are over but not settled. */
async function endingNext(tx: Tx, actor: Member): Promise<EndingGrant[]> {
  const today = dayToColumn(todayFor(actor));
  const past = await readEnding(tx, actor, { lt: today }, "desc", PAST_LINES);
  const next = await readEnding(tx, actor, { gte: today }, "asc", LINES - past.length);
  return [...past.reverse(), ...next];
}

async function readEnding(
  tx: Tx,
  actor: Member,
  endsOn: { lt: Date } | { gte: Date },
  order: "asc" | "desc",
  take: number,
): Promise<EndingGrant[]> {
  const grants = await tx.grant.findMany({
    where: { teamId: actor.teamId, endedOn: null, endsOn },
    orderBy: [{ endsOn: order }, { id: order }],
    take,
    include: {
      request: { select: { number: true } },
      unit: { select: UNIT_NAME },
      person: { select: { name: true } },
    },
  });
  return grants.flatMap((grant) =>
    grant.endsOn
      ? [
          {
            id: grant.id,
            number: grant.request.number,
            unit: nameOfUnit(grant.unit),
            holder: grant.person?.name ?? null,
            endsOn: dayFromColumn(grant.endsOn),
          },
        ]
      : [],
  );
}
