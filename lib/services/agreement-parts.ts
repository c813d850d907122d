import type { Change } from "../agreements/version";
import { type Day, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** An agreement before it has an id; what it names was looked up. */
export interface AgreementParts {
  archive: string;
  name: string;
  textVersion: string;
  textDate: Day | null;
  documentId: string | null;
  dac: string | null;
  parties: readonly string[];
  governingLaw: string;
  startsOn: Day;
  endsOn: Day | null;
  reportMonths?: number | null;
  reportWhat?: string;
  renewsDaysBefore?: number | null;
  renewsDaysAfter?: number | null;
  requestId: string | null;
  replaces: { id: string; change: Change } | null;
  unitIds: readonly string[];
  people: readonly { personId: string; function: string; startsOn: Day; endsOn: Day | null }[];
}

/**
 * Stores an agreement with its units and named people; a stored copy gives it its hash. Throws
 * NOT_FOUND for a copy of another team, INVALID at `<path>.documentId` for one that was deleted.
 */
export async function storeAgreement(
  tx: Tx,
  actor: Member,
  parts: AgreementParts,
  path = "agreement",
): Promise<{ id: string; textSha256: string | null }> {
  const { teamId } = actor;
  const { unitIds, people, replaces, parties, startsOn, endsOn, textDate, ...plain } = parts;
  const textSha256 = await hashOf(tx, actor, parts.documentId, `${path}.documentId`);
  const agreement = await tx.agreement.create({
    data: {
      ...plain,
      teamId,
      textSha256,
      parties: [...parties],
      textDate: textDate && dayToColumn(textDate),
      startsOn: dayToColumn(startsOn),
      endsOn: endsOn && dayToColumn(endsOn),
      replacesId: replaces?.id,
      change: replaces?.change,
      createdAt: actor.now,
    },
    select: { id: true, textSha256: true },
  });
  await coverUnits(tx, actor, agreement.id, unitIds);
  await namePeople(tx, actor, agreement.id, people);
  return agreement;
}

/** Lets an agreement cover units that the catalogue knows. */
export async function coverUnits(
  tx: Tx,
  actor: Member,
  agreementId: string,
  unitIds: readonly string[],
): Promise<void> {
  const { teamId } = actor;
  await tx.agreementUnit.createMany({
    data: unitIds.map((unitId) => ({ teamId, agreementId, unitId })),
  });
}

/** Names people of the team in an agreement. */
export async function namePeople(
  tx: Tx,
  actor: Member,
  agreementId: string,
  people: AgreementParts["people"],
): Promise<void> {
  const { teamId } = actor;
  await tx.agreementPerson.createMany({
    data: people.map(({ personId, function: held, startsOn, endsOn }) => ({
      ...{ teamId, agreementId, personId, function: held },
      startsOn: dayToColumn(startsOn),
      endsOn: endsOn && dayToColumn(endsOn),
    })),
  });
}

/** The SHA-256 of a document of the team; null where there is none. */
export async function hashOf(
  tx: Tx,
  actor: Member,
  documentId: string | null,
  field: string,
): Promise<string | null> {
  if (documentId === null) return null;
  const found = await tx.document.findFirst({
    where: { id: documentId, teamId: actor.teamId },
    select: { sha256: true, deletedAt: true },
  });
  if (!found) throw notFound("document");
  if (found.deletedAt) throw invalid(field, "This document was deleted; upload the copy again.");
  return found.sha256;
}

/** Throws NOT_FOUND for units that the catalogue does not know, INVALID for those of another archive. */
export async function requireUnits(
  tx: Tx,
  archive: string,
  ids: readonly string[],
  field: string,
): Promise<void> {
  const units = await tx.accessUnit.findMany({
    where: { id: { in: [...ids] } },
    select: { code: true, archive: true },
  });
  if (units.length !== new Set(ids).size) throw notFound("access unit");
  const foreign = units.find((unit) => unit.archive !== archive);
  if (foreign) {
    throw invalid(
      field,
      `${foreign.code} is of another archive; it needs an agreement of its own.`,
    );
  }
}

/** Throws NOT_FOUND unless all of them are people of the team. */
export async function requirePeople(
  tx: Tx,
  actor: Member,
  ids: readonly (string | null)[],
): Promise<void> {
  const named = new Set(ids.filter((id) => id !== null));
  const known = await tx.person.count({ where: { teamId: actor.teamId, id: { in: [...named] } } });
  if (known !== named.size) throw notFound("person");
}

/** Refuses a signature of a day that has not come. */
export function refuseFuture(signedOn: Day, today: Day, field: string): void {
  if (signedOn <= today) return;
  throw invalid(field, `Today is ${formatDay(today)}; a signature is recorded once it is given.`);
}

/** Somebody saved in between, or the version is not the newest any more. */
export function changedMeanwhile(current: object): AppError {
  return new AppError(
    "CONFLICT",
    "Somebody changed this agreement while you were writing. Your text is still here: compare, then save again.",
    { details: { current } },
  );
}
