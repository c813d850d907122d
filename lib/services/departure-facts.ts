import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import { standingPrefix } from "../obligations/standing";
import {
  type DepartureFacts,
  departurePrefix,
  type OwnedDuty,
  type TeamMate,
} from "../people/departure";
import type { StoredDepartureDuty } from "../people/departure-changes";
import type { Member } from "../team/actor";
import { mattersOf, REQUEST_OVER } from "./departure-matters";
import type { Tx } from "./transaction";

/** A person with everything that would have to change if they left. */
export interface LoadedDeparture {
  person: TeamMate & { version: number };
  facts: DepartureFacts;
  /** What an earlier record of this departure stored, whatever became of it. */
  stored: readonly StoredDepartureDuty[];
}

/** Reads what a departure follows from. Throws NOT_FOUND for a person of another team. */
export async function loadDeparture(
  tx: Tx,
  actor: Member,
  { personId, lastDay }: { personId: string; lastDay: Day },
): Promise<LoadedDeparture> {
  const { teamId } = actor;
  const people = await tx.person.findMany({
    where: { teamId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, startsOn: true, endsOn: true, version: true },
  });
  const team = people.map((row) => ({ ...teamMate(row), version: row.version }));
  const person = team.find(({ id }) => id === personId);
  if (!person) throw notFound("person");
  const own = await departureDuties(tx, teamId, personId);
  return {
    person,
    facts: {
      person,
      team,
      matters: await mattersOf(tx, { teamId, personId, lastDay, former: person.endsOn }),
      duties: await ownedDuties(tx, teamId, personId),
      caretakers: new Map(
        own
          .filter(({ state }) => state === "open")
          .map(({ subject, ownerId }) => [
            subject.slice(departurePrefix(personId).length),
            ownerId,
          ]),
      ),
    },
    stored: own,
  };
}

function teamMate(row: {
  id: string;
  name: string;
  startsOn: Date;
  endsOn: Date | null;
}): TeamMate {
  const { id, name, startsOn, endsOn } = row;
  return { id, name, startsOn: dayFromColumn(startsOn), endsOn: endsOn && dayFromColumn(endsOn) };
}

/** The open duties in the person's care, nearest first, without those of their own departure. */
async function ownedDuties(tx: Tx, teamId: string, ownerId: string): Promise<OwnedDuty[]> {
  const rows = await tx.obligation.findMany({
    where: {
      ...{ teamId, ownerId, state: "open" },
      // What somebody has to do about their own trainings and accounts goes with them.
      AND: [departurePrefix(ownerId), standingPrefix({ kind: "person", id: ownerId })].map(
        (startsWith) => ({ NOT: { subject: { startsWith } } }),
      ),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, what: true, requestId: true },
      request: { select: { number: true, archive: true, lifecycle: true } },
    },
  });
  return rows.map(({ id, what, requestId, request }) => {
    const terms = request && archiveByCode(request.archive)?.terms(request.lifecycle);
    const told = what || (terms?.endDuty.whatToDo ?? "");
    return { id, what: told, requestId, number: request?.number ?? null };
  });
}

async function departureDuties(tx: Tx, teamId: string, personId: string) {
  const rows = await tx.obligation.findMany({
    where: { teamId, personId, subject: { startsWith: departurePrefix(personId) } },
    orderBy: { id: "asc" },
    select: { id: true, subject: true, kind: true, dueOn: true, state: true, ownerId: true },
  });
  return rows.map((row) => ({ ...row, dueOn: dayFromColumn(row.dueOn) }));
}

/** Whether anything follows from this person's leaving beside access. */
export async function hasTies(
  tx: Tx,
  { teamId, id: personId }: { teamId: string; id: string },
): Promise<boolean> {
  const request = { status: { notIn: REQUEST_OVER } };
  const counts = [
    await tx.request.count({ where: { teamId, ...request, ownerId: personId } }),
    await tx.requestPerson.count({ where: { teamId, personId, request } }),
    await tx.requestItem.count({ where: { teamId, personId, request } }),
    await tx.obligation.count({
      where: {
        ...{ teamId, state: "open", OR: [{ ownerId: personId }, { personId }] },
        NOT: { subject: { startsWith: standingPrefix({ kind: "person", id: personId }) } },
      },
    }),
    await tx.agreementPerson.count({ where: { teamId, personId } }),
    await tx.signature.count({ where: { teamId, personId } }),
    await tx.dataCopy.count({ where: { teamId, putById: personId, destroyedOn: null } }),
  ];
  return counts.some((count) => count > 0);
}
