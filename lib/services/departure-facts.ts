import type { Prisma } from "@/prisma/client/client";
import type { PersonFunction, ReviewStatus } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { notFound } from "../errors";
import {
  type DepartureFacts,
  departurePrefix,
  type Matter,
  type OwnedDuty,
  type Period,
  type TeamMate,
} from "../people/departure";
import type { StoredDepartureDuty } from "../people/departure-changes";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** A request that is over needs nobody any more; what was refused may be written anew. */
export const REQUEST_OVER: ReviewStatus[] = ["closed", "withdrawn", "terminated"];

/** The archive has it, or its committee. */
const WITH_ARCHIVE: readonly ReviewStatus[] = [
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
];

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
  const named = namedOn({ teamId, personId, lastDay, former: person.endsOn });
  const requests = await requestMatters(tx, teamId, personId, named);
  const agreements = await agreementMatters(tx, named);
  const own = await departureDuties(tx, teamId, personId);
  return {
    person,
    facts: {
      person,
      team,
      matters: [...requests, ...agreements],
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

function period({ endsOn, endedOn }: { endsOn: Date | null; endedOn: Date | null }): Period {
  return {
    endsOn: endsOn && dayFromColumn(endsOn),
    endedOn: endedOn && dayFromColumn(endedOn),
  };
}

const ENDS = { endsOn: true, endedOn: true } as const;

/**
 * Agreements in whose newest version the person is named on the last day or signed. A naming that
 * ended with the last day recorded before would last to the new one.
 */
function namedOn(who: { teamId: string; personId: string; lastDay: Day; former: Day | null }) {
  const { teamId, personId, lastDay, former } = who;
  const naming = {
    personId,
    OR: [
      { endsOn: null },
      { endsOn: { gte: dayToColumn(lastDay) } },
      ...(former ? [{ endsOn: dayToColumn(former) }] : []),
    ],
  } satisfies Prisma.AgreementPersonWhereInput;
  const either = { OR: [{ people: { some: naming } }, { signatures: { some: { personId } } }] };
  const where = { teamId, ...either, next: { none: either } } satisfies Prisma.AgreementWhereInput;
  const select = {
    ...ENDS,
    people: { where: naming, select: { function: true } },
    signatures: { where: { personId }, select: { function: true } },
  } satisfies Prisma.AgreementSelect;
  return { where, select };
}

type Named = ReturnType<typeof namedOn>;

/** The requests not over that name the person, are for them, or are in their care; oldest first. */
async function requestMatters(
  tx: Tx,
  teamId: string,
  personId: string,
  named: Named,
): Promise<Matter[]> {
  const rows = await tx.request.findMany({
    where: {
      teamId,
      status: { notIn: REQUEST_OVER },
      OR: [
        { ownerId: personId },
        { people: { some: { personId } } },
        { items: { some: { personId } } },
        { agreements: { some: named.where } },
      ],
    },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, number: true, archive: true, title: true, status: true },
      ...{ ownerId: true, submittedOn: true },
      people: { where: { personId }, select: { function: true } },
      items: { where: { personId }, select: { id: true } },
      grants: { select: { ...ENDS, personId: true } },
      agreements: named,
    },
  });
  return rows.map((row) => {
    const { id, number, archive, title, ownerId, agreements } = row;
    const isPersonal = archiveByCode(archive)?.itemPerPerson ?? false;
    const grants = row.grants.filter((grant) => !isPersonal || grant.personId === personId);
    const functions = [
      ...row.people,
      ...row.items.map(() => ({ function: "applicant" })),
      ...agreements.flatMap(({ people, signatures }) => [...people, ...signatures]),
    ];
    return {
      ...{ kind: "request", id, archive, number, title, ownerId },
      functions: functionsOf(functions),
      filed: row.submittedOn !== null && WITH_ARCHIVE.includes(row.status),
      approvals: [...grants, ...agreements.filter(namesPeople)].map(period),
    };
  });
}

/** An agreement that names people lets them in; one that was merely signed does so by its grant. */
function namesPeople({ people }: { people: readonly unknown[] }): boolean {
  return people.length > 0;
}

/** The agreements recorded without a request that name the person, oldest first. */
async function agreementMatters(tx: Tx, named: Named): Promise<Matter[]> {
  const rows = await tx.agreement.findMany({
    where: { ...named.where, requestId: null },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { ...named.select, id: true, archive: true, name: true },
  });
  return rows
    .filter(({ archive }) => archiveByCode(archive) !== undefined)
    .map((row) => ({
      ...{ kind: "agreement", id: row.id, archive: row.archive, number: null, title: row.name },
      functions: functionsOf([...row.people, ...row.signatures]),
      ...{ filed: true, approvals: [period(row)], ownerId: null },
    }));
}

function functionsOf(named: readonly { function: string }[]): PersonFunction[] {
  return [...new Set(named.map((each) => each.function as PersonFunction))].sort();
}

/** The open duties in the person's care, nearest first, without those of their own departure. */
async function ownedDuties(tx: Tx, teamId: string, ownerId: string): Promise<OwnedDuty[]> {
  const rows = await tx.obligation.findMany({
    where: {
      ...{ teamId, ownerId, state: "open" },
      NOT: { subject: { startsWith: departurePrefix(ownerId) } },
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
      where: { teamId, state: "open", OR: [{ ownerId: personId }, { personId }] },
    }),
    await tx.agreementPerson.count({ where: { teamId, personId } }),
    await tx.signature.count({ where: { teamId, personId } }),
  ];
  return counts.some((count) => count > 0);
}
