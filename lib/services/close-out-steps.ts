import { randomUUID } from "node:crypto";
import type { CloseOutRules, CloseOutStep } from "../archives/close-out";
import { archiveByCode } from "../archives/index";
import { copiesInTheWay } from "../copies/copy";
import { type Day, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid, notFound } from "../errors";
import { moveOfStep } from "../requests/close-out";
import type { RecordStep } from "../requests/close-out-forms";
import { findLifecycle } from "../requests/lifecycle";
import { askSchema } from "../requests/move-answers";
import type { Member } from "../team/actor";
import { latestDay } from "../team/today";
import { refuseOpenCopies } from "./close-out-check";
import type { LoadedCloseOut } from "./close-out-rows";
import { loadCopiesOf, lockCopies } from "./copy-rows";
import { carryOutMove } from "./moves";
import { requireProof } from "./proofs";
import { loadForMove } from "./request-for-move";
import type { Tx } from "./transaction";

interface Taking {
  closeOut: LoadedCloseOut;
  step: CloseOutStep;
  rules: CloseOutRules;
  input: RecordStep;
}

/**
 * Records one step with its answers and paper, after looking at what it needs, and makes the move
 * that goes with it. Returns its day.
 */
export async function takeStep(tx: Tx, actor: Member, taking: Taking): Promise<Day> {
  const { closeOut, step, input } = taking;
  const { documentId } = input;
  const answers = readAnswers(step, input, latestDay(actor));
  const on = answers.on as Day;
  if (step.needs === "outputs_listed") await requireOutputs(tx, actor, closeOut, answers);
  if (step.needs === "copies_destroyed") await requireDestroyed(tx, actor, taking, answers);
  if (step.move) refuseEarlier(closeOut, on);
  if (step.evidence === "paper" && !documentId) {
    throw invalid("documentId", `Upload the paper that proves it: ${step.paper ?? "a document"}.`);
  }
  if (documentId) await requireProof(tx, actor, documentId, closeOut.requestId);
  await tx.closeOutStep.create({
    data: {
      ...{ teamId: actor.teamId, closeOutId: closeOut.id, step: step.id, documentId },
      ...{ doneOn: dayToColumn(on), answers: { ...answers }, recordedBy: actor.name },
      createdAt: actor.now,
    },
  });
  await tx.closeOut.updateMany({
    where: { id: closeOut.id, teamId: actor.teamId },
    data: { version: { increment: 1 } },
  });
  await moveAlong(tx, actor, closeOut.requestId, step, on);
  return on;
}

function readAnswers(step: CloseOutStep, input: RecordStep, today: Day): Record<string, string> {
  const parsed = askSchema(step.asks, { today, stepSince: null }).safeParse(input.answers);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`answers.${String(issue?.path[0])}`, issue?.message ?? "This cannot be taken.");
  }
  return Object.fromEntries(Object.entries(parsed.data).map(([id, value]) => [id, String(value)]));
}

async function requireOutputs(
  tx: Tx,
  { teamId }: Member,
  { requestId }: LoadedCloseOut,
  answers: Record<string, string>,
): Promise<void> {
  const count = await tx.outputUse.count({ where: { teamId, requestId } });
  if (count > 0 || answers.note) return;
  throw invalid(
    "answers.note",
    "No output is listed for this request. List what came of it under Outputs, or say here that nothing did.",
  );
}

async function requireDestroyed(
  tx: Tx,
  actor: Member,
  { closeOut, rules }: Taking,
  answers: Record<string, string>,
): Promise<void> {
  await lockCopies(tx, actor);
  const copies = await loadCopiesOf(tx, actor, closeOut.requestId);
  refuseOpenCopies(rules, copies);
  const last = copies
    .flatMap(({ destroyedOn }) => destroyedOn ?? [])
    .sort()
    .at(-1);
  if (last && answers.on && answers.on < last) {
    throw invalid(
      "answers.on",
      `The last copy was destroyed on ${formatDay(last)}, after this day.`,
    );
  }
  const kept = copies.length > 0 && copiesInTheWay(copies, { mayKeepArchivalCopy: false });
  if (kept && kept.length > 0 && !answers.archival) {
    throw invalid(
      "answers.archival",
      "An archival copy is kept: say which law or audit demands it.",
    );
  }
}

/** Who is told cannot have been told before what was to be done first. */
function refuseEarlier({ steps }: LoadedCloseOut, on: Day): void {
  const last = steps
    .map(({ doneOn }) => doneOn)
    .sort()
    .at(-1);
  if (last === undefined || on >= last) return;
  throw invalid("answers.on", `An earlier step was taken on ${formatDay(last)}, after this day.`);
}

async function moveAlong(
  tx: Tx,
  actor: Member,
  requestId: string,
  step: CloseOutStep,
  on: Day,
): Promise<void> {
  const request = await loadForMove(tx, actor, requestId);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const going = moveOfStep(findLifecycle(archive, request.lifecycle), step, request.items);
  if (!going) return;
  const { move, itemIds } = going;
  const input = { requestId, version: request.version, move: move.id, itemIds, answers: { on } };
  await carryOutMove(tx, actor, { commandId: randomUUID(), ...input }).catch((error: unknown) => {
    // The day is asked here, so what is wrong with it is said here.
    const isDay = error instanceof AppError && error.options.field === "on";
    throw isDay ? invalid("answers.on", error.message) : error;
  });
}
