import { randomUUID } from "node:crypto";
import type { Archive } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import { dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import type { AccessPlan } from "../imports/change";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { closeDutiesOfRequest } from "./duties";
import { record } from "./events";
import { endGrant, recordGrant } from "./grants";
import { type GroupWork, itemOf, overtaken, requestOf } from "./import-requests";
import { storeObligations } from "./obligations";
import { addOwnUnit } from "./own-units";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { settleRound } from "./rounds";
import { placeItems } from "./step-changes";
import type { Tx } from "./transaction";

/**
 * Carries out what one accepted row says of access: the unit, person and request where they are new,
 * the item, its numbers and step, its approval. What an earlier row of the group has done already is
 * not done again. Runs in the transaction of the group. Throws CONFLICT when the request changed
 * since it was compared.
 */
export async function applyAccess(
  tx: Tx,
  actor: Member,
  plan: AccessPlan,
  work: GroupWork,
): Promise<{ requestId: string; units: string[]; to: string | null }> {
  const archive = archiveByCode(plan.archive);
  if (!archive) throw notFound("archive");
  const unitId = plan.unit.id ?? (await addUnit(tx, actor, plan.archive, plan.unit));
  const personId = await personOf(tx, actor, plan, work);
  if (plan.identity && personId) await recordAccount(tx, actor, plan.identity, personId, work);
  const requestId = await requestOf(tx, actor, plan, work);
  const itemPerson = plan.personal ? personId : null;
  const itemId = await itemOf(tx, actor, plan, { requestId, unitId, personId: itemPerson });
  await placeAndNumber(tx, actor, plan, requestId, itemId);
  await settleApproval(tx, actor, archive, plan, { requestId, itemId });
  if (plan.step) {
    await settleRound(tx, actor, { requestId, on: plan.step.on });
    await closeDutiesOfRequest(tx, actor, { requestId, on: plan.step.on });
  }
  const unit = await tx.accessUnit.findUniqueOrThrow({
    where: { id: unitId },
    select: { code: true },
  });
  const lifecycle = findLifecycle(archive, plan.lifecycle);
  const to = plan.step && stepOf(lifecycle, plan.step.to).label;
  return { requestId, units: [unit.code], to };
}

async function addUnit(
  tx: Tx,
  actor: Member,
  archive: string,
  unit: Extract<AccessPlan["unit"], { id: null }>,
): Promise<string> {
  const { code, title, consentCode, dac, version } = unit.make;
  const known = {
    ...(consentCode && { consentCode }),
    ...(dac && { dac }),
    ...(version && { version }),
  };
  return (await addOwnUnit(tx, actor, { archive, code, title, ...known })).id;
}

async function personOf(
  tx: Tx,
  actor: Member,
  { person }: AccessPlan,
  work: GroupWork,
): Promise<string | null> {
  if (person === null || person.id !== null) return person?.id ?? null;
  const { name, email } = person.make;
  const made = work.newPersonIds.get(email ?? name) ?? randomUUID();
  const { teamId } = actor;
  const known = await tx.person.findFirst({
    where: { teamId, OR: [{ id: made }, ...(email ? [{ email }] : [])] },
    select: { id: true },
  });
  if (known) return known.id;
  const startsOn = dayToColumn(dayFromColumn(actor.now));
  await tx.person.create({
    data: { id: made, teamId, name, email, startsOn, createdAt: actor.now },
  });
  await record(tx, actor, {
    ...{ action: "person.added", subjectType: "person", subjectId: made },
    data: { name, import: work.name },
  });
  return made;
}

async function recordAccount(
  tx: Tx,
  actor: Member,
  { scheme, value, key }: NonNullable<AccessPlan["identity"]>,
  personId: string,
  work: GroupWork,
): Promise<void> {
  const { teamId } = actor;
  const known = await tx.identity.findFirst({ where: { teamId, scheme, key } });
  if (known?.personId === personId) return;
  if (known)
    throw new AppError(
      "CONFLICT",
      `The account ${value} was recorded for somebody else meanwhile.`,
    );
  const { id, person } = await tx.identity.create({
    data: { teamId, personId, scheme, value, key, createdAt: actor.now },
    select: { id: true, person: { select: { name: true } } },
  });
  await record(tx, actor, {
    ...{ action: "identity.recorded", subjectType: "identity", subjectId: id },
    data: { name: value, persons: [person.name], personId, value, import: work.name },
  });
}

/** Puts the item on its step and writes the archive's numbers, by the one writer of steps. */
async function placeAndNumber(
  tx: Tx,
  actor: Member,
  plan: AccessPlan,
  requestId: string,
  itemId: string,
): Promise<void> {
  const { teamId } = actor;
  const { requestNumber, itemNumber, step } = plan;
  if (step) {
    const request = await load(tx, actor, requestId);
    const archive = archiveByCode(plan.archive);
    if (!archive) throw notFound("archive");
    const standing = request.items.find(({ id }) => id === itemId);
    const isThere = standing?.step === step.to && (await isPlaced(tx, actor, itemId));
    if (!isThere) {
      await placeItems(tx, actor, request, {
        ...{ itemIds: [itemId], to: stepOf(findLifecycle(archive, plan.lifecycle), step.to) },
        ...{ on: step.on, move: "" },
      });
    }
  }
  if (itemNumber) {
    await tx.requestItem.updateMany({
      where: { id: itemId, teamId },
      data: { archiveNumber: itemNumber },
    });
  }
  if (!requestNumber && step) return;
  await tx.request.updateMany({
    where: { id: requestId, teamId },
    data: {
      ...(requestNumber && { archiveNumber: requestNumber }),
      ...{ version: { increment: 1 }, updatedAt: actor.now },
    },
  });
}

async function isPlaced(tx: Tx, { teamId }: Member, itemId: string): Promise<boolean> {
  return (await tx.itemStep.count({ where: { teamId, itemId, leftOn: null } })) > 0;
}

function load(tx: Tx, actor: Member, requestId: string): Promise<LoadedRequest> {
  return loadForMove(tx, actor, requestId);
}

async function settleApproval(
  tx: Tx,
  actor: Member,
  archive: Archive,
  plan: AccessPlan,
  { requestId, itemId }: { requestId: string; itemId: string },
): Promise<void> {
  const { grant, endGrant: ending, moveEnd } = plan;
  if (!grant && !ending && !moveEnd) return;
  const request = await load(tx, actor, requestId);
  const item = request.items.find(({ id }) => id === itemId);
  if (!item) throw overtaken();
  if (ending) await endGrant(tx, actor, item, ending.on, item.step);
  if (moveEnd) await changeEnd(tx, actor, archive, request, moveEnd);
  if (!grant || (await isApproved(tx, actor, itemId, grant.decidedOn))) return;
  await recordGrant(tx, actor, { archive, request, item, period: grant, documentId: null });
}

/** An earlier row of the group said the same of this item: one approval is enough. */
async function isApproved(
  tx: Tx,
  { teamId }: Member,
  itemId: string,
  decidedOn: NonNullable<AccessPlan["grant"]>["decidedOn"],
): Promise<boolean> {
  const standing = { teamId, itemId, endedOn: null, decidedOn: { gte: dayToColumn(decidedOn) } };
  return (await tx.grant.count({ where: standing })) > 0;
}

async function changeEnd(
  tx: Tx,
  actor: Member,
  archive: Archive,
  request: LoadedRequest,
  { id, endsOn }: NonNullable<AccessPlan["moveEnd"]>,
): Promise<void> {
  const { teamId } = actor;
  const { count } = await tx.grant.updateMany({
    where: { id, teamId, endedOn: null },
    data: { endsOn: endsOn && dayToColumn(endsOn) },
  });
  if (count === 0) throw overtaken();
  const grant = await tx.grant.findUniqueOrThrow({
    where: { teamId_id: { teamId, id } },
    include: { unit: { select: { code: true } } },
  });
  await storeObligations(tx, actor, { grant, terms: archive.terms(request.lifecycle) });
  await record(tx, actor, {
    ...{ action: "grant.endMoved", subjectType: "grant", subjectId: id, requestId: request.id },
    data: { unit: grant.unit.code, endsOn },
  });
}
