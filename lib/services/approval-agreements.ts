import { overlap } from "../agreements/form-checks";
import { isCurrent } from "../agreements/state";
import type { AgreementDraft } from "../archives/agreement";
import type { Archive } from "../archives/archive";
import type { Answers } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";
import { type Day, dayToColumn } from "../dates/day";
import type { GrantPeriod } from "../requests/move";
import type { Member } from "../team/actor";
import { coverUnits, namePeople, storeAgreement } from "./agreement-parts";
import { type LoadedAgreement, loadVersions } from "./agreement-rows";
import { record } from "./events";
import { storeSignature } from "./signatures";
import type { Tx } from "./transaction";

/** An approval that was just recorded. */
export interface RecordedApproval {
  archive: Archive;
  request: { id: string; lifecycle: string; answers: Answers };
  item: { unitId: string; personId: string | null; unit: { code: string } };
  grantId: string;
  period: GrantPeriod;
}

/**
 * Records the agreement that an approval rests on, as its archive says: takes the one in force that
 * covers the unit, lets the request's agreement cover it too, or makes a new one; where each
 * approval is agreed anew, the ones that it renews end. A signature that is the approval is linked
 * with it. Call it in the transaction of the grant.
 */
export async function recordAgreementOfApproval(
  tx: Tx,
  actor: Member,
  approval: RecordedApproval,
): Promise<void> {
  const draft = approval.archive.agreementOf(await factsOf(tx, actor, approval));
  if (draft === null) return;
  // Two people who sign for the same unit at once share one agreement.
  const place = actor.teamId + approval.item.unitId;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`;
  const known = await agreementsBeside(tx, actor, approval);
  const found = draft.isAgreedEachTime
    ? known.find((row) => row.startsOn === draft.startsOn && row.name === draft.name)
    : inForce(known, draft, approval);
  const agreement = found
    ? await takeIn(tx, actor, found, draft, approval)
    : await recordNew(tx, actor, draft, approval);
  if (!approval.archive.itemPerPerson) await endRenewed(tx, actor, known, agreement, approval);
}

async function factsOf(tx: Tx, actor: Member, { request, item, period }: RecordedApproval) {
  const { teamId } = actor;
  const unit = await tx.accessUnit.findUniqueOrThrow({
    where: { id: item.unitId },
    select: { code: true, dac: true },
  });
  const team = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { institution: true },
  });
  const people = await tx.requestPerson.findMany({
    where: { teamId, requestId: request.id },
    orderBy: { id: "asc" },
    select: { personId: true, function: true },
  });
  return {
    ...{ lifecycle: request.lifecycle, answers: request.answers, unit, personId: item.personId },
    people: people as { personId: string; function: PersonFunction }[],
    institution: team.institution,
    ...{ decidedOn: period.decidedOn, startsOn: period.startsOn },
  };
}

/** Agreements of the request, and those recorded by hand that cover the unit; newest first. */
async function agreementsBeside(
  tx: Tx,
  actor: Member,
  { archive, request, item }: RecordedApproval,
): Promise<LoadedAgreement[]> {
  const found = await tx.agreement.findMany({
    where: {
      ...{ teamId: actor.teamId, archive: archive.code },
      OR: [
        { requestId: request.id },
        // Where access is personal, all who sign for a unit sign the same text.
        {
          ...(!archive.itemPerPerson && { requestId: null }),
          units: { some: { unitId: item.unitId } },
        },
      ],
    },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const loaded = await loadVersions(
    tx,
    actor,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id }) => loaded.get(id) ?? []);
}

/**
 * The agreement that serves: it stands on the day of the decision, lasts no shorter than what was
 * agreed now, and covers the unit or is with the same committee.
 */
function inForce(
  known: readonly LoadedAgreement[],
  draft: AgreementDraft,
  { item, request, period, archive }: RecordedApproval,
): LoadedAgreement | undefined {
  const serving = known.filter(
    (row) =>
      isCurrent(row, period.decidedOn) &&
      (row.endsOn === null || draft.endsOn === null || row.endsOn >= draft.endsOn),
  );
  const mayJoin = (row: LoadedAgreement) =>
    !archive.itemPerPerson && row.requestId === request.id && row.dac === draft.dac;
  return serving.find((row) => covers(row, item.unitId)) ?? serving.find(mayJoin);
}

function covers({ units }: LoadedAgreement, unitId: string): boolean {
  return units.some(({ unit }) => unit.id === unitId);
}

async function recordNew(
  tx: Tx,
  actor: Member,
  draft: AgreementDraft,
  { archive, request, item, grantId }: RecordedApproval,
): Promise<Covering> {
  const { signatures, people, isAgreedEachTime: _anew, ...text } = draft;
  const agreement = await storeAgreement(tx, actor, {
    ...text,
    ...{ archive: archive.code, requestId: request.id, replaces: null },
    ...{ textDate: null, documentId: null, unitIds: [item.unitId] },
    people: people.map((named) => ({ ...named, startsOn: text.startsOn, endsOn: null })),
  });
  for (const signature of signatures) {
    await sign(tx, actor, agreement, signature, grantId);
  }
  await record(tx, actor, {
    action: "agreement.recorded",
    subjectType: "agreement",
    subjectId: agreement.id,
    requestId: request.id,
    data: { name: text.name, startsOn: text.startsOn, endsOn: text.endsOn },
  });
  return { id: agreement.id, startsOn: text.startsOn, unitIds: [item.unitId] };
}

interface Covering {
  id: string;
  startsOn: Day;
  unitIds: readonly string[];
}

/** Lets an agreement cover the unit, name who is new on the request, and carry the person's signature. */
async function takeIn(
  tx: Tx,
  actor: Member,
  row: LoadedAgreement,
  draft: AgreementDraft,
  { request, item, period, grantId }: RecordedApproval,
): Promise<Covering> {
  if (!covers(row, item.unitId)) await coverUnits(tx, actor, row.id, [item.unitId]);
  if (row.requestId === request.id) await nameNew(tx, actor, row, draft, period.decidedOn);
  for (const signature of draft.signatures) {
    if (signature.personId === item.personId && item.personId !== null) {
      await linkOrSign(tx, actor, row, signature, grantId);
    }
  }
  const unitIds = [...row.units.map(({ unit }) => unit.id), item.unitId];
  return { id: row.id, startsOn: row.startsOn, unitIds };
}

async function nameNew(
  tx: Tx,
  actor: Member,
  row: LoadedAgreement,
  draft: AgreementDraft,
  from: Day,
): Promise<void> {
  const startsOn = from > row.startsOn ? from : row.startsOn;
  const named = draft.people.map((person) => ({ ...person, startsOn, endsOn: null }));
  const isNew = (person: (typeof named)[number]) =>
    !row.people.some((known) => overlap(known, person, row.startsOn));
  await namePeople(tx, actor, row.id, named.filter(isNew));
}

type DraftSignature = AgreementDraft["signatures"][number];

/** A signature that stands there without an approval becomes this one's; else it is given now. */
async function linkOrSign(
  tx: Tx,
  actor: Member,
  row: LoadedAgreement,
  signature: DraftSignature,
  grantId: string,
): Promise<void> {
  const given = row.signatures.find(
    (other) => other.personId === signature.personId && other.grantId === null,
  );
  if (!given) return sign(tx, actor, row, signature, grantId);
  if (!signature.isApproval) return;
  await tx.signature.updateMany({
    where: { id: given.id, teamId: actor.teamId },
    data: { grantId },
  });
}

async function sign(
  tx: Tx,
  actor: Member,
  agreement: { id: string; textSha256: string | null },
  { isApproval, ...signature }: DraftSignature,
  grantId: string,
): Promise<void> {
  const given = { ...signature, documentId: null, grantId: isApproval ? grantId : null };
  await storeSignature(tx, actor, agreement, given, "signature");
}

/** Ends what this agreement renews: older ones of the request, once it covers all that they did. */
async function endRenewed(
  tx: Tx,
  actor: Member,
  known: readonly LoadedAgreement[],
  by: Covering,
  { request, period }: RecordedApproval,
): Promise<void> {
  const from = period.decidedOn;
  const renewed = known.filter(
    (row) =>
      row.requestId === request.id &&
      row.endedOn === null &&
      row.startsOn < by.startsOn &&
      isCurrent(row, from) &&
      row.units.every(({ unit }) => by.unitIds.includes(unit.id)),
  );
  for (const row of renewed) {
    await tx.agreement.updateMany({
      where: { id: row.id, teamId: actor.teamId },
      data: { endedOn: dayToColumn(from), endedBy: "renewed", version: { increment: 1 } },
    });
    await record(tx, actor, {
      action: "agreement.ended",
      subjectType: "agreement",
      subjectId: row.id,
      requestId: request.id,
      data: { name: row.name, endedOn: from, endedBy: "renewed" },
    });
  }
}
