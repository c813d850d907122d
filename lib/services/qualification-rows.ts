import type { Prisma } from "@/prisma/client/client";
import type { Answers } from "../archives/form";
import type { ReviewStatus } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import { AppError, invalid, notFound } from "../errors";
import type { QualificationRow } from "../people/claims";
import type { QualificationFacts } from "../people/qualification-checks";
import { typeById } from "../people/qualification-types";
import { stepOf } from "../requests/lifecycle";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { record } from "./events";
import { PROOF } from "./proof-columns";
import type { Tx } from "./transaction";

/** A qualification as a page shows it; `personId` null: the institution's own. */
export interface QualificationRecord extends QualificationRow, QualificationFacts {
  personId: string | null;
  type: string;
  version: number;
  document: ProofDocument | null;
  /** The one unit, or the one request, for which it counts. */
  unit: { id: string; code: string } | null;
  request: { id: string; number: number; title: string } | null;
}

export const QUALIFICATION = {
  person: { select: { name: true } },
  document: { select: PROOF },
  unit: { select: { id: true, code: true } },
  request: { select: { id: true, number: true, title: true } },
} as const;
export type StoredQualification = Prisma.QualificationGetPayload<{
  include: typeof QUALIFICATION;
}>;

/** Whose it is in the history: the person, or the institution itself. */
const INSTITUTION = phrase("the institution");

const asDay = (value: Date | null): Day | null => value && dayFromColumn(value);
const asColumn = (value: Day | null): Date | null => value && dayToColumn(value);

/** A stored row as its page shows it. */
export function asQualification(stored: StoredQualification): QualificationRecord {
  const { teamId: _team, createdAt: _at, person: _person, ...row } = stored;
  return {
    ...row,
    answers: row.answers as Answers,
    document: proofOf(row.document),
    stepSince: dayFromColumn(row.stepSince),
    completedOn: asDay(row.completedOn),
    startsOn: asDay(row.startsOn),
    reportEndsOn: asDay(row.reportEndsOn),
    endsOn: asDay(row.endsOn),
    endedOn: asDay(row.endedOn),
    waivedOn: asDay(row.waivedOn),
    waivedUntil: asDay(row.waivedUntil),
  };
}

/** The columns in which facts are kept. */
export function columnsOf(facts: QualificationFacts) {
  return {
    ...{ step: facts.step, stepSince: dayToColumn(facts.stepSince), reference: facts.reference },
    answers: facts.answers as Prisma.InputJsonObject,
    completedOn: asColumn(facts.completedOn),
    startsOn: asColumn(facts.startsOn),
    reportEndsOn: asColumn(facts.reportEndsOn),
    endsOn: asColumn(facts.endsOn),
    ...{ endedOn: asColumn(facts.endedOn), endedBy: facts.endedBy },
  };
}

/** Facts in the form of the history's lines: what is not known is left out. */
export function toldFacts(facts: QualificationFacts): Prisma.InputJsonObject {
  return Object.fromEntries(
    Object.entries(columnsOf(facts)).flatMap(([name, value]) => {
      const fact = facts[name as keyof QualificationFacts];
      return value === null || value === "" ? [] : [[name, fact as Prisma.InputJsonValue]];
    }),
  );
}

/**
 * The stored qualification, in the version that was read where one is given. Throws NOT_FOUND, and
 * CONFLICT with the stored one in `details.current`.
 */
export async function requireQualification(
  tx: Tx,
  { teamId }: Member,
  { id, version }: { id: string; version?: number },
): Promise<StoredQualification> {
  const stored = await tx.qualification.findUnique({
    where: { teamId_id: { teamId, id } },
    include: QUALIFICATION,
  });
  if (!stored) throw notFound("entry");
  if (version !== undefined && version !== stored.version) throw stale(stored);
  return stored;
}

/** The type with this id, held by a person or by the institution as asked. Throws INVALID. */
export function requireType(id: string, personId: string | null): QualificationType {
  const type = typeById(id);
  if (!type) throw invalid("type", "There is no such kind of entry; load the page again.");
  const holder = personId === null ? "institution" : "person";
  if (type.holder === holder) return type;
  throw invalid(
    "type",
    type.holder === "person"
      ? `${type.name} is held by persons; choose one.`
      : `${type.name} is held by the institution, not by a person.`,
  );
}

/** What a line of history is about. */
export function subject(stored: StoredQualification, type: QualificationType) {
  return { id: stored.id, type, holder: stored.person?.name ?? INSTITUTION };
}

/** The name of whoever holds something. Throws NOT_FOUND for somebody who is not of the team. */
export async function holderName(
  tx: Tx,
  { teamId }: Member,
  personId: string | null,
): Promise<string> {
  if (personId === null) return INSTITUTION;
  const person = await tx.person.findUnique({
    where: { teamId_id: { teamId, id: personId } },
    select: { name: true },
  });
  if (!person) throw notFound("person");
  return person.name;
}

/**
 * What counts for one unit or request only names one that is there; what counts for all names none.
 * Throws INVALID at `unitId` or `requestId`, and NOT_FOUND.
 */
export async function requireScope(
  tx: Tx,
  { teamId }: Member,
  { name, scope }: QualificationType,
  { unitId, requestId }: { unitId: string | null; requestId: string | null },
): Promise<void> {
  if (unitId !== null && scope !== "unit") {
    throw invalid("unitId", `${name} does not count for one data set alone; leave this empty.`);
  }
  if (requestId !== null && scope !== "request") {
    throw invalid("requestId", `${name} does not count for one request alone; leave this empty.`);
  }
  if (unitId !== null && (await tx.accessUnit.count({ where: { id: unitId } })) === 0) {
    throw notFound("data set");
  }
  if (requestId !== null && (await tx.request.count({ where: { id: requestId, teamId } })) === 0) {
    throw notFound("request");
  }
}

/** Changes a row that was read in this version. Throws CONFLICT when somebody was faster. */
export async function updateRow(
  tx: Tx,
  actor: Member,
  stored: StoredQualification,
  data: Prisma.QualificationUpdateManyMutationInput,
): Promise<void> {
  const { id, version } = stored;
  const { count } = await tx.qualification.updateMany({
    where: { id, teamId: actor.teamId, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw stale(await requireQualification(tx, actor, { id }));
}

function stale(stored: StoredQualification): AppError {
  return new AppError(
    "CONFLICT",
    "Somebody changed this entry while you were writing. What you typed is still here: look at the new state, then decide.",
    { details: { current: asQualification(stored) } },
  );
}

/** Writes the history line of a change to a qualification. */
export async function tell(
  tx: Tx,
  actor: Member,
  action: string,
  { id, type, holder }: { id: string; type: QualificationType; holder: string },
  data: Prisma.InputJsonObject,
): Promise<void> {
  await record(tx, actor, {
    ...{ action, subjectType: "qualification", subjectId: id },
    data: { name: type.name, persons: [holder], ...data },
  });
}

/** Steps in which one that may be had once only is over, so that another may begin. */
const OVER: readonly ReviewStatus[] = ["rejected", "withdrawn", "closed", "terminated"];

/** Refuses a second one while the first is open or holds; two that come at once wait here. */
export async function refuseSecond(
  tx: Tx,
  { teamId }: Member,
  type: QualificationType,
  personId: string | null,
): Promise<void> {
  const key = `${teamId} ${type.id} ${personId ?? ""}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const over = type.lifecycle.steps.filter(({ status }) => OVER.includes(status));
  const other = await tx.qualification.findFirst({
    where: { teamId, personId, type: type.id, step: { notIn: over.map(({ id }) => id) } },
    select: { step: true },
  });
  if (!other) return;
  const { label } = stepOf(type.lifecycle, other.step);
  throw invalid(
    "type",
    `There is a ${type.name} already, in the step “${label}”; a new one may begin once it is over.`,
  );
}
