import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { PersonFunction, ReviewStatus } from "../archives/lifecycle";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import type { Matter, Period } from "../people/departure";
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

/** Who leaves when, and the last day that was recorded before. */
interface Leaver {
  teamId: string;
  personId: string;
  lastDay: Day;
  former: Day | null;
}

/**
 * Every request, and every agreement apart from requests, that somebody is part of. An agreement
 * recorded apart belongs to the request for the same data, where the person is part of one.
 */
export async function mattersOf(tx: Tx, leaver: Leaver): Promise<Matter[]> {
  const named = namedOn(leaver);
  const requests = await requestMatters(tx, leaver, named);
  const agreements = await agreementMatters(tx, named);
  const covers = (agreement: Covering) => (request: Covering) =>
    request.archive === agreement.archive &&
    request.unitIds.some((id) => agreement.unitIds.includes(id));
  const apart = agreements.filter((agreement) => !requests.some(covers(agreement)));
  const joined = requests.map((request) => {
    const own = agreements.filter((agreement) => covers(agreement)(request));
    return {
      ...request,
      functions: functionsOf([request, ...own].flatMap((each) => each.functions)),
      approvals: [request, ...own].flatMap((each) => each.approvals),
    };
  });
  return [...joined, ...apart].map(({ unitIds: _covered, ...matter }) => matter);
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
function namedOn({ teamId, personId, lastDay, former }: Leaver) {
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
    units: { select: { unitId: true } },
    signatures: { where: { personId }, select: { function: true } },
  } satisfies Prisma.AgreementSelect;
  return { where, select };
}

type Named = ReturnType<typeof namedOn>;

type Covering = Matter & { unitIds: readonly string[] };

/** The requests not over that name the person, are for them, or are in their care; oldest first. */
async function requestMatters(
  tx: Tx,
  { teamId, personId }: Leaver,
  named: Named,
): Promise<Covering[]> {
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
      items: { select: { personId: true, unitId: true } },
      grants: { select: { ...ENDS, personId: true } },
      agreements: named,
    },
  });
  return rows.map((row) => {
    const { id, number, archive, title, ownerId, agreements } = row;
    const isPersonal = archiveByCode(archive)?.itemPerPerson ?? false;
    const grants = row.grants.filter((grant) => !isPersonal || grant.personId === personId);
    const asks = row.items.some((item) => item.personId === personId);
    const named = [...row.people, ...agreements.flatMap(namedIn)].map((each) => each.function);
    return {
      ...{ kind: "request", id, archive, number, title, ownerId },
      functions: functionsOf([...named, ...(asks ? ["applicant"] : [])]),
      filed: row.submittedOn !== null && WITH_ARCHIVE.includes(row.status),
      approvals: [...grants, ...agreements.filter(namesPeople)].map(period),
      unitIds: row.items.map(({ unitId }) => unitId),
    };
  });
}

/** An agreement that names people lets them in; one that was merely signed does so by its grant. */
function namesPeople({ people }: { people: readonly unknown[] }): boolean {
  return people.length > 0;
}

function namedIn<T>({ people, signatures }: { people: readonly T[]; signatures: readonly T[] }) {
  return [...people, ...signatures];
}

/** The agreements recorded without a request that name the person, oldest first. */
async function agreementMatters(tx: Tx, named: Named): Promise<Covering[]> {
  const rows = await tx.agreement.findMany({
    where: { ...named.where, requestId: null },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { ...named.select, id: true, archive: true, name: true },
  });
  return rows
    .filter(({ archive }) => archiveByCode(archive) !== undefined)
    .map((row) => ({
      ...{ kind: "agreement", id: row.id, archive: row.archive, number: null, title: row.name },
      functions: functionsOf(namedIn(row).map((each) => each.function)),
      ...{ filed: true, approvals: [period(row)], ownerId: null },
      unitIds: row.units.map(({ unitId }) => unitId),
    }));
}

function functionsOf(functions: readonly string[]): PersonFunction[] {
  return [...new Set(functions as readonly PersonFunction[])].sort();
}
