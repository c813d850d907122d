import type { Archive } from "../archives/archive";
import type { NamedPerson } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { Lifecycle, Move, Step } from "../archives/lifecycle";
import { type Day, dayOf, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import {
  checkMove,
  findLifecycle,
  findMove,
  needsCompleteForm,
  stepOf,
  summarise,
} from "../requests/lifecycle";
import type { MoveInput } from "../requests/move";
import { reviewRequest } from "../requests/review";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { closeDutiesOfRequest } from "./duties";
import { record } from "./events";
import { isFiling, takeEffect } from "./move-effects";
import { type MoveTyped, readTyped } from "./move-input";
import { loadNamedPeople } from "./named-people";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { inTeam, type Tx } from "./transaction";

/**
 * Moves a request, or some of its items, along its archive's lifecycle: steps, grants, obligations,
 * history and the jobs that tell people, all or nothing. The same `commandId` twice moves once.
 * Throws INVALID naming the field, CONFLICT when somebody was faster or the move is not open from
 * here, NOT_FOUND for foreign ids.
 */
export async function moveRequest(actor: Member, input: MoveInput): Promise<{ version: number }> {
  authorise(actor, "request.move");
  return inTeam(actor, (tx) => once(tx, actor, input.commandId, () => carryOut(tx, actor, input)));
}

async function carryOut(tx: Tx, actor: Member, input: MoveInput): Promise<{ version: number }> {
  const request = await loadForMove(tx, actor, input.requestId);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const move = findMove(lifecycle, input.move);
  if (!move) throw notFound("move");
  authorise(actor, move.permission);
  if (request.version !== input.version) throw stale(request.version);

  const checked = checkMove(lifecycle, move, request.items, input.itemIds);
  if (!checked.ok) throw new AppError("CONFLICT", checked.reason);
  const moving = request.items.filter((item) => checked.itemIds.includes(item.id));
  const typed = readTyped({ archive, lifecycle, move, moving, input, now: actor.now });
  if (needsCompleteForm(move)) {
    refuseIncomplete(archive, request, await loadNamedPeople(tx, actor));
  }

  const to = stepOf(lifecycle, move.to);
  const on = typed.on ?? dayOf(actor.now, "UTC");
  await advance(tx, actor, request, { lifecycle, move, itemIds: checked.itemIds, to, on, typed });
  await takeEffect(tx, actor, { archive, request, move, moving, on, typed });
  await closeDutiesOfRequest(tx, actor, { requestId: request.id, on });
  await record(tx, actor, {
    action: "request.moved",
    subjectType: "request",
    subjectId: request.id,
    requestId: request.id,
    data: {
      move: move.id,
      label: move.label,
      to: to.label,
      on,
      units: [...new Set(moving.map((item) => item.unit.code))],
      persons: moving.flatMap((item) => item.person?.name ?? []),
      answers: typed.answers,
    },
  });
  return { version: request.version + 1 };
}

function refuseIncomplete(
  archive: Archive,
  request: LoadedRequest,
  people: readonly NamedPerson[],
): void {
  const missing = reviewRequest(archive, request, people);
  if (missing.length === 0) return;
  throw new AppError(
    "INVALID",
    missing.length === 1
      ? "One answer is still missing; see the list."
      : `${missing.length} answers are still missing; see the list.`,
    { field: missing[0]?.fieldId, details: { missing } },
  );
}

interface Advance {
  lifecycle: Lifecycle;
  move: Move;
  itemIds: readonly string[];
  to: Step;
  on: Day;
  typed: MoveTyped;
}

async function advance(
  tx: Tx,
  actor: Member,
  request: LoadedRequest,
  { lifecycle, move, itemIds, to, on, typed }: Advance,
): Promise<void> {
  const after = request.items.map((item) =>
    itemIds.includes(item.id) ? { ...item, step: to.id, stepSince: on } : item,
  );
  const { count } = await tx.request.updateMany({
    where: { id: request.id, teamId: actor.teamId, version: request.version },
    data: {
      status: summarise(lifecycle, after).status,
      version: { increment: 1 },
      updatedAt: actor.now,
      ...(typed.requestNumber && { archiveNumber: typed.requestNumber }),
      ...(isFiling(move) && { submittedOn: dayToColumn(on) }),
    },
  });
  if (count === 0) throw stale(request.version + 1);
  await tx.requestItem.updateMany({
    where: { teamId: actor.teamId, requestId: request.id, id: { in: [...itemIds] } },
    data: {
      step: to.id,
      status: to.status,
      stepSince: dayToColumn(on),
      waitingOn: to.waitingOn,
      ...(typed.itemNumber && { archiveNumber: typed.itemNumber }),
    },
  });
}

function stale(version: number): AppError {
  return new AppError(
    "CONFLICT",
    "This request has changed since you opened the page. What you typed is still here: look at the new state, then decide.",
    { details: { version } },
  );
}
