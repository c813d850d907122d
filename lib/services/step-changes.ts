import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { Step } from "../archives/lifecycle";
import { type Day, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { findLifecycle, summarise } from "../requests/lifecycle";
import type { TeamActor } from "../team/actor";
import { lookAgain } from "./plan-anew";
import type { Tx } from "./transaction";

/** A request with all its items, as the change of their steps needs it. */
export interface PlacedRequest {
  id: string;
  archive: string;
  lifecycle: string;
  version: number;
  /** Newest first; the first one is the round in which the items stand. */
  cycles: readonly { number: number }[];
  items: readonly { id: string; step: string; stepSince: Day }[];
}

/** Where items go, and what is written down with it. */
export interface Placement {
  itemIds: readonly string[];
  to: Step;
  /** The day on which they entered the step. */
  on: Day;
  /** The id of the move that led here; empty for what an import read. */
  move: string;
  /** The number of the round in which they stand there; absent: the newest round. */
  cycle?: number;
  /** The archive's number of the whole, and the day of its filing, where this says them. */
  request?: { archiveNumber?: string; submittedOn?: Day };
  /** The archive's number of the items. */
  item?: { archiveNumber?: string };
}

/**
 * Puts items of a request on a step: the one writer of steps. Closes the stays that end (never
 * before they began, where an older day is told later), opens those that begin, and rewrites the
 * request's status and version. Returns the request as it then stands, for a next placement within
 * the same transaction. Throws CONFLICT when somebody changed the request since it was read.
 */
export async function placeItems<R extends PlacedRequest>(
  tx: Tx,
  actor: TeamActor,
  request: R,
  placement: Placement,
): Promise<R> {
  const { itemIds, to, on } = placement;
  const items = request.items.map((item) =>
    itemIds.includes(item.id) ? { ...item, step: to.id, stepSince: on } : item,
  );
  const { submittedOn, archiveNumber } = placement.request ?? {};
  const placed = await rewriteRequest(tx, actor, request, items, {
    ...(archiveNumber && { archiveNumber }),
    ...(submittedOn && { submittedOn: dayToColumn(submittedOn) }),
  });
  await tx.requestItem.updateMany({
    where: { teamId: actor.teamId, requestId: request.id, id: { in: [...itemIds] } },
    data: {
      step: to.id,
      status: to.status,
      stepSince: dayToColumn(on),
      waitingOn: to.waitingOn,
      ...(placement.item?.archiveNumber && { archiveNumber: placement.item.archiveNumber }),
    },
  });
  await leaveStays(tx, actor, request.id, itemIds, on);
  await openStays(tx, actor, {
    ...{ requestId: request.id, itemIds, step: to.id, move: placement.move, on },
    cycle: placement.cycle ?? request.cycles[0]?.number ?? 1,
  });
  // A renewal that is filed silences reminders, and one that is withdrawn revives them.
  await lookAgain(tx, actor, { requestId: request.id });
  return placed;
}

/** Where an item stood before a move that was recorded by mistake. */
export interface Return {
  itemId: string;
  step: Step;
  since: Day;
}

/**
 * Puts items back where they stood, as if the last placement had not been: its stays go, those
 * before it go on. `submittedOn` is the day of the last filing that remains, where that changes.
 * Throws CONFLICT when somebody changed the request since it was read.
 */
export async function putBackItems<R extends PlacedRequest>(
  tx: Tx,
  actor: TeamActor,
  request: R,
  back: readonly Return[],
  submittedOn?: Day | null,
): Promise<R> {
  const items = request.items.map((item) => {
    const found = back.find(({ itemId }) => itemId === item.id);
    return found ? { ...item, step: found.step.id, stepSince: found.since } : item;
  });
  const placed = await rewriteRequest(tx, actor, request, items, {
    ...(submittedOn !== undefined && { submittedOn: submittedOn && dayToColumn(submittedOn) }),
  });
  for (const one of back) await putBack(tx, actor, request, one);
  await lookAgain(tx, actor, { requestId: request.id });
  return placed;
}

async function putBack(
  tx: Tx,
  actor: TeamActor,
  request: PlacedRequest,
  { itemId, step, since }: Return,
): Promise<void> {
  const { teamId } = actor;
  const stepSince = dayToColumn(since);
  await tx.requestItem.updateMany({
    where: { id: itemId, teamId, requestId: request.id },
    data: { step: step.id, status: step.status, stepSince, waitingOn: step.waitingOn },
  });
  await tx.itemStep.deleteMany({ where: { teamId, itemId, leftOn: null } });
  const before = await tx.itemStep.findFirst({
    where: { teamId, itemId, step: step.id, enteredOn: stepSince },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (before) {
    await tx.itemStep.updateMany({ where: { id: before.id, teamId }, data: { leftOn: null } });
    return;
  }
  await openStays(tx, actor, {
    ...{ requestId: request.id, itemIds: [itemId], step: step.id, move: "", on: since },
    cycle: request.cycles[0]?.number ?? 1,
  });
}

/** Rewrites what a request says of its items; whoever is slower waits here, and is refused. */
async function rewriteRequest<R extends PlacedRequest>(
  tx: Tx,
  actor: TeamActor,
  request: R,
  items: R["items"],
  more: Prisma.RequestUpdateManyMutationInput,
): Promise<R> {
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const { count } = await tx.request.updateMany({
    where: { id: request.id, teamId: actor.teamId, version: request.version },
    data: {
      status: summarise(findLifecycle(archive, request.lifecycle), items).status,
      version: { increment: 1 },
      updatedAt: actor.now,
      ...more,
    },
  });
  if (count === 0) throw stale(request.version + 1);
  return { ...request, items, version: request.version + 1 };
}

/** A stay that is recorded as ended before it began was left on its first day. */
async function leaveStays(
  tx: Tx,
  actor: TeamActor,
  requestId: string,
  itemIds: readonly string[],
  on: Day,
): Promise<void> {
  const open = { teamId: actor.teamId, requestId, itemId: { in: [...itemIds] }, leftOn: null };
  const later = await tx.itemStep.findMany({
    where: { ...open, enteredOn: { gt: dayToColumn(on) } },
    select: { id: true, enteredOn: true },
  });
  for (const { id, enteredOn } of later) {
    await tx.itemStep.updateMany({
      where: { id, teamId: actor.teamId },
      data: { leftOn: enteredOn },
    });
  }
  await tx.itemStep.updateMany({ where: open, data: { leftOn: dayToColumn(on) } });
}

/** Writes down the stays that begin. Only for placements, and for items that are new. */
export async function openStays(
  tx: Tx,
  actor: TeamActor,
  stay: {
    requestId: string;
    itemIds: readonly string[];
    step: string;
    move: string;
    on: Day;
    cycle: number;
  },
): Promise<void> {
  const { requestId, itemIds, step, move, on, cycle } = stay;
  await tx.itemStep.createMany({
    data: itemIds.map((itemId) => ({
      ...{ teamId: actor.teamId, requestId, itemId, cycle, step, move },
      enteredOn: dayToColumn(on),
    })),
  });
}

/** What is said when somebody was faster; `version` is the one that stands now. */
export function stale(version: number): AppError {
  return new AppError(
    "CONFLICT",
    "This request has changed since you opened the page. What you typed is still here: look at the new state, then decide.",
    { details: { version } },
  );
}
