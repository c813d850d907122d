import { isSameSigner, signatureProblem } from "../agreements/form-checks";
import type { NewSignature, RecordSignature } from "../agreements/forms";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { invalid } from "../errors";
import type { Member } from "../team/actor";
import { authorise, authoriseFor } from "../team/permissions";
import { todayFor } from "../team/today";
import { hashOf, refuseFuture, requirePeople } from "./agreement-parts";
import { type LoadedAgreement, lockAgreement } from "./agreement-rows";
import { once } from "./commands";
import { record } from "./events";
import { inTeam, type Tx } from "./transaction";

/**
 * Records that somebody signed an agreement; the signature keeps the hash of the text. Members
 * record their own, organisers those of everybody. The same form sent twice records one.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID at the field for a second signature of the same
 *   signer while the first one stands, or a day on which the text could not be signed
 */
export async function recordSignature(
  actor: Member,
  input: RecordSignature,
): Promise<{ id: string }> {
  authorise(actor, "signature.record");
  const { signature } = input;
  authoriseFor(actor, "signature.record", signature.personId);
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const agreement = await lockAgreement(tx, actor, input.agreementId);
      await requirePeople(tx, actor, [signature.personId]);
      refuseUnfit(agreement, signature, todayFor(actor));
      await refuseSecond(tx, actor, agreement, signature);
      const { id, by } = await storeSignature(
        tx,
        actor,
        agreement,
        { ...signature, grantId: null },
        "signature",
      );
      await record(tx, actor, {
        action: "signature.recorded",
        subjectType: "agreement",
        subjectId: agreement.id,
        ...(agreement.requestId && { requestId: agreement.requestId }),
        data: { name: by, label: agreement.name, on: signature.signedOn, signatureId: id },
      });
      return { id };
    }),
  );
}

/** Stores a signature with the hash of the text as it is now. */
export async function storeSignature(
  tx: Tx,
  actor: Member,
  agreement: { id: string; textSha256: string | null },
  signature: NewSignature & { grantId: string | null },
  path: string,
): Promise<{ id: string; by: string }> {
  const { teamId } = actor;
  const { personId, documentId, grantId } = signature;
  await hashOf(tx, actor, documentId, `${path}.documentId`);
  const stored = await tx.signature.create({
    data: {
      ...{ teamId, agreementId: agreement.id, personId, documentId, grantId },
      signatory: personId === null ? signature.signatory : "",
      function: signature.function,
      signedOn: dayToColumn(signature.signedOn),
      textSha256: agreement.textSha256,
      createdAt: actor.now,
    },
    select: { id: true, signatory: true, person: { select: { name: true } } },
  });
  return { id: stored.id, by: stored.person?.name ?? stored.signatory };
}

function refuseUnfit(agreement: LoadedAgreement, signature: NewSignature, today: Day): void {
  const problem = signatureProblem(signature, agreement);
  if (problem) throw invalid(`signature.${problem.field}`, problem.message);
  const { signedOn } = signature;
  refuseFuture(signedOn, today, "signature.signedOn");
  const { next, endedOn } = agreement;
  if (next && signedOn >= next.startsOn) {
    const since = formatDay(next.startsOn);
    throw invalid("signature.signedOn", `A newer version binds since ${since}; sign that one.`);
  }
  if (endedOn && signedOn >= endedOn) {
    throw invalid("signature.signedOn", `The agreement was ended on ${formatDay(endedOn)}.`);
  }
}

/** A signature lasts until the agreement ends; only one whose approval ended leaves room for another. */
async function refuseSecond(
  tx: Tx,
  actor: Member,
  agreement: LoadedAgreement,
  signature: NewSignature,
): Promise<void> {
  for (const other of agreement.signatures.filter((given) => isSameSigner(given, signature))) {
    const before = other.grantId && (await endOfGrant(tx, actor, other.grantId));
    if (before && before <= signature.signedOn) continue;
    const who = other.person?.name ?? other.signatory;
    throw invalid(
      "signature.personId",
      `${who} signed this on ${formatDay(other.signedOn)} already. A signature lasts as long as the agreement, so a second one would overlap.`,
    );
  }
}

/** The first day on which an approval holds no longer; null while no end is known. */
async function endOfGrant(tx: Tx, actor: Member, id: string): Promise<Day | null> {
  const grant = await tx.grant.findFirst({
    where: { id, teamId: actor.teamId },
    select: { endsOn: true, endedOn: true },
  });
  const ends = [
    grant?.endedOn && dayFromColumn(grant.endedOn),
    grant?.endsOn && addDays(dayFromColumn(grant.endsOn), 1),
  ].filter((day) => day !== null && day !== undefined);
  return ends.toSorted()[0] ?? null;
}
