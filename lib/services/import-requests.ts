import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import type { AccessPlan } from "../imports/change";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { record } from "./events";
import type { Tx } from "./transaction";

/** What the rows of one group have made so far; ids of new rows are known before they are made. */
export interface GroupWork {
  /** What the import is called in the history. */
  name: string;
  importId: string;
  requestId: string | null;
  /** The request was there, in this version, when the rows were compared. */
  version: number | null;
  newPersonIds: Map<string, string>;
  /** The day on which the source was seen. */
  seenOn: Day;
}

/** The request, which must be as it was compared when the group's first row comes to it. */
export async function requestOf(
  tx: Tx,
  actor: Member,
  plan: AccessPlan,
  work: GroupWork,
): Promise<string> {
  const { teamId } = actor;
  const id = plan.request.id ?? work.requestId;
  if (id === null) throw notFound("request");
  const [stored] = await tx.$queryRaw<{ version: number }[]>`
    select version from "Request" where "teamId" = ${teamId}::uuid and id = ${id}::uuid for update`;
  if (stored) {
    if (work.version !== null && work.version !== stored.version) throw overtaken();
    // From here on the group itself changes it.
    work.version = null;
    return id;
  }
  if (plan.request.id !== null) throw overtaken();
  await openRequest(tx, actor, plan, id);
  return id;
}

/** What is said of a row that is about something else by now. */
export function overtaken(): AppError {
  return new AppError(
    "CONFLICT",
    "This was changed after the source was compared; read the source again to see what it says now.",
  );
}

async function openRequest(tx: Tx, actor: Member, plan: AccessPlan, id: string): Promise<void> {
  const { teamId, personId, now } = actor;
  const archive = archiveByCode(plan.archive);
  if (!archive || plan.request.id !== null) throw notFound("archive");
  if (plan.requestNumber) await refuseSecond(tx, actor, plan);
  const lifecycle = findLifecycle(archive, plan.lifecycle);
  const { lastRequestNumber: number } = await tx.team.update({
    where: { id: teamId },
    data: { lastRequestNumber: { increment: 1 } },
    select: { lastRequestNumber: true },
  });
  const { title } = plan.request.make;
  await tx.request.create({
    data: {
      ...{ id, teamId, number, archive: archive.code, lifecycle: lifecycle.id, title },
      status: stepOf(lifecycle, lifecycle.initial).status,
      ...{ ownerId: personId, createdAt: now, updatedAt: now },
    },
  });
  const startedOn = dayToColumn(plan.step?.on ?? dayFromColumn(now));
  await tx.cycle.create({ data: { teamId, requestId: id, number: 1, startedOn } });
  await record(tx, actor, {
    ...{ action: "request.created", subjectType: "request", subjectId: id, requestId: id },
    data: { number, title, units: [] },
  });
}

/** Somebody may have entered the same project by hand while this was looked at. */
async function refuseSecond(tx: Tx, { teamId }: Member, plan: AccessPlan): Promise<void> {
  const where = { teamId, archive: plan.archive, archiveNumber: plan.requestNumber };
  if ((await tx.request.count({ where })) > 0) throw overtaken();
}

/** The item of the request, made where it is not there yet. */
export async function itemOf(
  tx: Tx,
  actor: Member,
  plan: AccessPlan,
  at: { requestId: string; unitId: string; personId: string | null },
): Promise<string> {
  if (plan.itemId) return plan.itemId;
  const { teamId } = actor;
  const known = await tx.requestItem.findFirst({ where: { teamId, ...at }, select: { id: true } });
  if (known) return known.id;
  const archive = archiveByCode(plan.archive);
  if (!archive || !plan.step) throw overtaken();
  const step = stepOf(findLifecycle(archive, plan.lifecycle), plan.step.to);
  const { id } = await tx.requestItem.create({
    data: {
      ...{ teamId, ...at, step: step.id, status: step.status, waitingOn: step.waitingOn },
      stepSince: dayToColumn(plan.step.on),
      position: await tx.requestItem.count({ where: { teamId, requestId: at.requestId } }),
    },
    select: { id: true },
  });
  if (at.personId) {
    const held = { requestId: at.requestId, personId: at.personId, function: "applicant" };
    const key = { requestId_personId_function: held };
    await tx.requestPerson.upsert({ where: key, create: { teamId, ...held }, update: {} });
  }
  return id;
}
