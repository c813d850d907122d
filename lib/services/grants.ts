import type { Archive } from "../archives/archive";
import type { Answers } from "../archives/form";
import { type Day, dayToColumn } from "../dates/day";
import { notFound } from "../errors";
import type { GrantPeriod } from "../requests/move";
import type { Member } from "../team/actor";
import { recordAgreementOfApproval } from "./approval-agreements";
import { record } from "./events";
import { answerNewVersion } from "./new-versions";
import { closeObligations, storeObligations } from "./obligations";
import { requireProof } from "./proofs";
import type { Tx } from "./transaction";

interface GrantedItem {
  id: string;
  requestId: string;
  unitId: string;
  personId: string | null;
  unit: { code: string };
}

/** The approval of an item, as it was decided. */
interface Approval {
  archive: Archive;
  request: { id: string; lifecycle: string; answers: Answers };
  item: GrantedItem;
  period: GrantPeriod;
  documentId: string | null;
}

/**
 * Records the approval of an item within the move that approves it: the grant, its obligations, the
 * agreement it rests on and the line of history. A grant still in force is ended as renewed, so that
 * one item never has two.
 */
export async function recordGrant(tx: Tx, actor: Member, approval: Approval): Promise<void> {
  const { archive, request, item, period, documentId } = approval;
  await endGrant(tx, actor, item, period.decidedOn, "renewed");
  const cycle = await tx.cycle.findFirst({
    where: { teamId: actor.teamId, requestId: item.requestId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!cycle) throw notFound("cycle");
  if (documentId) await requireProof(tx, actor, documentId, item.requestId);
  const grant = await tx.grant.create({
    data: {
      teamId: actor.teamId,
      requestId: item.requestId,
      itemId: item.id,
      cycleId: cycle.id,
      unitId: item.unitId,
      personId: item.personId,
      decidedOn: dayToColumn(period.decidedOn),
      startsOn: dayToColumn(period.startsOn),
      endsOn: period.endsOn && dayToColumn(period.endsOn),
      documentId,
      createdAt: actor.now,
    },
  });
  await storeObligations(tx, actor, { grant, terms: archive.terms(request.lifecycle) });
  await recordAgreementOfApproval(tx, actor, { archive, request, item, period, grantId: grant.id });
  await answerNewVersion(tx, actor, item);
  await record(tx, actor, {
    action: "grant.recorded",
    subjectType: "grant",
    subjectId: grant.id,
    requestId: item.requestId,
    data: { unit: item.unit.code, ...period, proved: documentId !== null },
  });
}

/** Ends the grant in force of an item, if there is one, and closes its obligations. */
export async function endGrant(
  tx: Tx,
  actor: Member,
  item: GrantedItem,
  endedOn: Day,
  endedBy: string,
): Promise<void> {
  const grant = await tx.grant.findFirst({
    where: { teamId: actor.teamId, itemId: item.id, endedOn: null },
    select: { id: true },
  });
  if (!grant) return;
  await tx.grant.updateMany({
    where: { id: grant.id, teamId: actor.teamId },
    data: { endedOn: dayToColumn(endedOn), endedBy },
  });
  await closeObligations(tx, actor, { grantId: grant.id, closedOn: endedOn, why: endedBy });
  await record(tx, actor, {
    action: "grant.ended",
    subjectType: "grant",
    subjectId: grant.id,
    requestId: item.requestId,
    data: { unit: item.unit.code, endedOn, endedBy },
  });
}
