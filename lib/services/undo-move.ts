import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { readFilings } from "../requests/filing";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import { undoOf } from "../requests/undo";
import type { UndoMove } from "../requests/undo-form";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { record } from "./events";
import { closeDuty, noteDuty, planSoon, REVISED } from "./obligations";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { settleRound } from "./rounds";
import { putBackItems, type Return, stale } from "./step-changes";
import { inTeam, type Tx } from "./transaction";

/** So many lines of a request's history are looked through for its last move. */
const MOST_LINES = 200;

/**
 * Takes back the last move of a request, recorded by mistake: its items stand again where they
 * stood, since the same day, what was kept as filed or sent back by it goes, and duties that it
 * closed or opened are as before. Both stay in the history, with the reason. Throws CONFLICT when
 * something else has happened since or hangs on the move, NOT_FOUND for foreign ids.
 */
export async function undoLastMove(actor: Member, input: UndoMove): Promise<{ version: number }> {
  authorise(actor, "request.undoMove");
  return inTeam(actor, (tx) => once(tx, actor, input.commandId, () => takeBack(tx, actor, input)));
}

async function takeBack(tx: Tx, actor: Member, input: UndoMove): Promise<{ version: number }> {
  const request = await loadForMove(tx, actor, input.requestId);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  if (request.version !== input.version) throw stale(request.version);
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const lines = await tx.event.findMany({
    where: {
      ...{ teamId: actor.teamId, requestId: request.id },
      action: { in: ["request.moved", "request.moveUndone"] },
    },
    orderBy: { seq: "desc" },
    take: MOST_LINES,
    select: { seq: true, at: true, action: true, data: true },
  });
  const found = undoOf(lifecycle, lines, request.version);
  if (!found.ok) throw new AppError("CONFLICT", found.reason);
  const { line, move, moved } = found;

  const back = moved.from.map(({ item, step, since }) => ({
    ...{ itemId: item, step: stepOf(lifecycle, step), since },
  }));
  const submittedOn = move.effect === "file" ? await dropFiling(tx, actor, request) : undefined;
  const placed = await putBackItems(tx, actor, request, back, submittedOn);
  if (move.effect === "send_back") await dropRevision(tx, actor, request.id);
  else await reopenRevisions(tx, actor, request.id, back);
  await restoreDuties(tx, actor, request.id, line);
  await settleRound(tx, actor, { requestId: request.id, on: dayFromColumn(actor.now) });
  const { units, persons } = line.data as Prisma.JsonObject;
  await record(tx, actor, {
    action: "request.moveUndone",
    subjectType: "request",
    subjectId: request.id,
    requestId: request.id,
    data: {
      ...{ move: move.id, label: move.label, reason: input.why, version: placed.version },
      ...{ units: units ?? [], persons: persons ?? [] },
      to: [...new Set(back.map(({ step }) => step.label))].join(", "),
    },
  });
  return { version: placed.version };
}

/** Takes the newest copy of what was filed away; the day of the filing that remains, if any. */
async function dropFiling(tx: Tx, actor: Member, request: LoadedRequest): Promise<Day | null> {
  const where = { teamId: actor.teamId, requestId: request.id };
  const cycles = await tx.cycle.findMany({ where, orderBy: { number: "desc" } });
  const [newest, ...earlier] = cycles;
  if (!newest) throw notFound("cycle");
  const kept = (Array.isArray(newest.filed) ? newest.filed : []).slice(0, -1);
  const last = readFilings(kept).at(-1)?.on ?? null;
  await tx.cycle.updateMany({
    where: { ...where, id: newest.id },
    data: { filed: kept as Prisma.InputJsonArray, submittedOn: last && dayToColumn(last) },
  });
  const before = earlier.find(({ submittedOn }) => submittedOn !== null)?.submittedOn;
  return last ?? (before ? dayFromColumn(before) : null);
}

/** What was sent back last goes. */
async function dropRevision(tx: Tx, actor: Member, requestId: string): Promise<void> {
  const where = { teamId: actor.teamId, requestId };
  const newest = await tx.revision.findFirst({ where, orderBy: { number: "desc" } });
  if (newest) await tx.revision.deleteMany({ where: { ...where, id: newest.id } });
}

/** What was sent back of items that stand again where their form is edited is open again. */
async function reopenRevisions(
  tx: Tx,
  actor: Member,
  requestId: string,
  back: readonly Return[],
): Promise<void> {
  const where = { teamId: actor.teamId, requestId };
  for (const { itemId } of back.filter(({ step }) => step.editable)) {
    const newest = await tx.revision.findFirst({
      where: { ...where, itemIds: { has: itemId } },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (newest) {
      await tx.revision.updateMany({
        where: { ...where, id: newest.id },
        data: { answeredOn: null },
      });
    }
  }
}

/** Duties that were closed by a move, in its transaction, are open again; those it opened are not. */
async function restoreDuties(
  tx: Tx,
  actor: Member,
  requestId: string,
  line: { seq: number; at: Date },
): Promise<void> {
  const { teamId } = actor;
  const about = { teamId, requestId, seq: { lt: line.seq } };
  const before = await tx.event.findFirst({
    where: { ...about, action: { in: ["request.moved", "request.moveUndone"] } },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const events = await tx.event.findMany({
    where: {
      ...{ teamId, requestId, at: line.at, seq: { lt: line.seq, gt: before?.seq ?? 0 } },
      action: { in: ["obligation.closed", "obligation.opened"] },
    },
    select: { action: true, subjectId: true },
  });
  const idsOf = (action: string) =>
    events.filter((event) => event.action === action).map(({ subjectId }) => subjectId);
  for (const id of idsOf("obligation.closed")) {
    await tx.obligation.updateMany({
      where: { id, teamId },
      data: { state: "open", closedOn: null, closedWhy: null, closedBy: null, ...REVISED },
    });
    await noteDuty(tx, actor, requestId, "obligation.opened", id, { again: true });
  }
  const today = dayFromColumn(actor.now);
  for (const id of idsOf("obligation.opened")) {
    await closeDuty(
      tx,
      actor,
      { id, requestId },
      "not_applicable",
      today,
      phrase("the step was undone"),
    );
  }
  if (events.length > 0) await planSoon(tx, actor);
}
