import type { Archive } from "../archives/archive";
import type { NamedPerson } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { Move } from "../archives/lifecycle";
import { dayOf } from "../dates/day";
import { AppError, notFound } from "../errors";
import {
  checkMove,
  findLifecycle,
  findMove,
  needsCompleteForm,
  stepOf,
} from "../requests/lifecycle";
import type { MoveInput } from "../requests/move-form";
import { reviewRequest } from "../requests/review";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { closeDutiesOfRequest } from "./duties";
import { record } from "./events";
import { isFiling, takeEffect } from "./move-effects";
import { readTyped } from "./move-input";
import { loadNamedPeople } from "./named-people";
import { requireProof } from "./proofs";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { joins } from "./rounds";
import { placeItems, stale } from "./step-changes";
import { inTeam, type Tx } from "./transaction";

/**
 * Moves a request, or some of its items, along its archive's lifecycle: steps, grants, obligations,
 * history and the jobs that tell people, all or nothing. The same `commandId` twice moves once.
 * Throws INVALID naming the field, CONFLICT when somebody was faster or the move is not open from
 * here, NOT_FOUND for foreign ids.
 */
export async function moveRequest(actor: Member, input: MoveInput): Promise<{ version: number }> {
  authorise(actor, "request.move");
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, () => carryOutMove(tx, actor, input)),
  );
}

/** Makes a move within a transaction of the team; see `moveRequest`. */
export async function carryOutMove(
  tx: Tx,
  actor: Member,
  input: MoveInput,
): Promise<{ version: number }> {
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

  const paper = await paperOf(tx, actor, move, input);
  const to = stepOf(lifecycle, move.to);
  const on = typed.on ?? dayOf(actor.now, "UTC");
  const placed = await placeItems(tx, actor, request, {
    ...{ itemIds: checked.itemIds, to, on, move: move.id, cycle: roundOf(move, request) },
    request: { archiveNumber: typed.requestNumber, ...(isFiling(move) && { submittedOn: on }) },
    item: { archiveNumber: typed.itemNumber },
  });
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
      ...(paper && { paper: paper.name, documentId: paper.id }),
      ...traceOf(moving, placed.version),
    },
  });
  return { version: placed.version };
}

/** What taking a move back needs to know: where its items stood, and the version that it made. */
function traceOf(moving: LoadedRequest["items"], version: number) {
  return {
    version,
    from: moving.map(({ id, step, stepSince, granted }) => ({
      ...{ item: id, step, since: stepSince, granted },
    })),
  };
}

/** The document that goes with a move, where the move takes one; the team's own, and not deleted. */
async function paperOf(tx: Tx, actor: Member, move: Move, { documentId, requestId }: MoveInput) {
  if (!documentId || move.paper === undefined || move.effect === "grant") return null;
  return requireProof(tx, actor, documentId, requestId);
}

/** The round in which items stand after this move: what begins one is its first step. */
function roundOf(move: Move, { cycles }: LoadedRequest): number {
  const [newest] = cycles;
  const isJoined = newest !== undefined && joins(newest);
  if (move.effect === "renew" && !isJoined) return (newest?.number ?? 0) + 1;
  return newest?.number ?? 1;
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
