import type { Archive, Lifecycle, Move } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import { type Day, dayOf, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import {
  checkMove,
  findLifecycle,
  findMove,
  needsCompleteForm,
  stepOf,
  summarise,
} from "../requests/lifecycle";
import { grantPeriod, type MoveInput } from "../requests/move";
import { askSchema } from "../requests/move-answers";
import { reviewRequest } from "../requests/review";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { json } from "./draft-parts";
import { record } from "./events";
import { endGrant, recordGrant } from "./grants";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { inTeam, type Tx } from "./transaction";

type Item = LoadedRequest["items"][number];

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
  const answers = readAnswers(move, moving, input, latestDayOnEarth(actor));
  if (needsCompleteForm(move)) refuseIncomplete(archive, request);

  const to = stepOf(lifecycle, move.to);
  const on = answers.on ?? dayOf(actor.now, "UTC");
  await advance(tx, actor, request, lifecycle, move, checked.itemIds, { ...answers, on, to });
  await takeEffect(tx, actor, archive, request, move, moving, input, on);
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
      units: moving.map((item) => item.unit.code),
      answers: input.answers,
    },
  });
  return { version: request.version + 1 };
}

/** Kiritimati is the first to reach a day: what is after it is the future for everybody. */
function latestDayOnEarth(actor: Member): Day {
  return dayOf(actor.now, "Pacific/Kiritimati");
}

interface MoveAnswers {
  on?: Day;
  requestNumber?: string;
  itemNumber?: string;
}

function readAnswers(
  move: Move,
  moving: readonly Item[],
  input: MoveInput,
  latest: Day,
): MoveAnswers {
  const stepSince =
    moving
      .map((item) => item.stepSince)
      .sort()
      .at(-1) ?? null;
  const parsed = askSchema(move.asks, { today: latest, stepSince }).safeParse(input.answers);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(String(issue?.path[0] ?? "answers"), issue?.message ?? "This cannot be taken.");
  }
  const meaning = (wanted: string) => {
    const ask = move.asks.find((candidate) => candidate.meaning === wanted);
    const value = ask && parsed.data[ask.id];
    return value === undefined ? undefined : String(value);
  };
  return {
    on: (meaning("on") ?? input.decision?.decidedOn) as Day | undefined,
    requestNumber: meaning("requestNumber"),
    itemNumber: meaning("itemNumber"),
  };
}

function refuseIncomplete(archive: Archive, request: LoadedRequest): void {
  const missing = reviewRequest(archive, request);
  if (missing.length === 0) return;
  throw new AppError(
    "INVALID",
    missing.length === 1
      ? "One answer is still missing; see the list."
      : `${missing.length} answers are still missing; see the list.`,
    { field: missing[0]?.fieldId, details: { missing } },
  );
}

async function advance(
  tx: Tx,
  actor: Member,
  request: LoadedRequest,
  lifecycle: Lifecycle,
  move: Move,
  itemIds: readonly string[],
  target: MoveAnswers & { on: Day; to: ReturnType<typeof stepOf> },
): Promise<void> {
  const after = request.items.map((item) =>
    itemIds.includes(item.id) ? { ...item, step: target.to.id, stepSince: target.on } : item,
  );
  const { count } = await tx.request.updateMany({
    where: { id: request.id, teamId: actor.teamId, version: request.version },
    data: {
      status: summarise(lifecycle, after).status,
      version: { increment: 1 },
      updatedAt: actor.now,
      ...(target.requestNumber && { archiveNumber: target.requestNumber }),
      ...(move.effect === "file" && { submittedOn: dayToColumn(target.on) }),
    },
  });
  if (count === 0) throw stale(request.version + 1);
  await tx.requestItem.updateMany({
    where: { teamId: actor.teamId, requestId: request.id, id: { in: [...itemIds] } },
    data: {
      step: target.to.id,
      status: target.to.status,
      stepSince: dayToColumn(target.on),
      waitingOn: target.to.waitingOn,
      ...(target.itemNumber && { archiveNumber: target.itemNumber }),
    },
  });
}

async function takeEffect(
  tx: Tx,
  actor: Member,
  archive: Archive,
  request: LoadedRequest,
  move: Move,
  moving: readonly Item[],
  input: MoveInput,
  on: Day,
): Promise<void> {
  if (move.effect === "file") {
    const filed = {
      title: request.title,
      answers: json(request.answers),
      items: request.items.map((item) => ({ unit: item.unit.code, answers: json(item.answers) })),
    };
    await tx.cycle.updateMany({
      where: { teamId: actor.teamId, requestId: request.id, number: request.cycles[0]?.number },
      data: { submittedOn: dayToColumn(on), filed },
    });
  }
  if (move.effect === "end") {
    for (const item of moving) await endGrant(tx, actor, item, on, move.to);
  }
  if (move.effect === "grant") {
    if (!input.decision) throw invalid("decidedOn", "Enter the day of the decision.");
    const read = grantPeriod(input.decision, latestDayOnEarth(actor));
    if (!read.ok) throw invalid(read.field, read.message);
    const terms = archive.terms(request.lifecycle);
    for (const item of moving) {
      await recordGrant(tx, actor, item, read.period, terms, input.decision.documentId || null);
    }
  }
}

function stale(version: number): AppError {
  return new AppError(
    "CONFLICT",
    "This request has changed since you opened the page. What you typed is still here: look at the new state, then decide.",
    { details: { version } },
  );
}
