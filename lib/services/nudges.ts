import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { Party } from "../archives/lifecycle";
import { type Day, isDay } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { CommentKind } from "../requests/comment";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import {
  INSIDE,
  isAsked,
  type NudgeTiming,
  nudgeTiming,
  type RecordNudge,
} from "../requests/nudge";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { rows } from "./access-rows";
import { once } from "./commands";
import { keepComment } from "./comments";
import { readStepDurations } from "./durations";
import { record } from "./events";
import { NUDGED } from "./standing-requests";
import { inTeam, type Tx } from "./transaction";

/** A day on which somebody asked for news about a request. */
export interface Nudge {
  requestId: string;
  step: string;
  on: Day;
}

/** When one asked for news about a request, newest first. */
export async function listNudges(actor: Member, requestId: string): Promise<Nudge[]> {
  authorise(actor, "request.read");
  return inTeam(actor, (tx) => readNudges(tx, actor.teamId, [requestId]));
}

async function readNudges(tx: Tx, teamId: string, requestIds: readonly string[]): Promise<Nudge[]> {
  const events = await tx.event.findMany({
    where: { teamId, action: NUDGED, requestId: { in: [...requestIds] } },
    orderBy: { seq: "desc" },
    take: 1000,
    select: { requestId: true, data: true },
  });
  return events.flatMap(({ requestId, data }) => {
    const { step, on } = data as { step?: unknown; on?: unknown };
    if (requestId === null || typeof step !== "string" || typeof on !== "string") return [];
    return isDay(on) ? { requestId, step, on } : [];
  });
}

/**
 * Records that one asked for news: the letter is kept with the request, and the count of days
 * starts anew. A letter within the institution stays with the team; one to whoever decides went to
 * the archive. The same `commandId` twice records once. Throws INVALID at `on`, CONFLICT when
 * nothing waits there any more, NOT_FOUND for foreign ids.
 */
export async function recordNudge(actor: Member, input: RecordNudge): Promise<{ id: string }> {
  authorise(actor, "comment.write");
  const { commandId, requestId, on, subject, text } = input;
  if (on > todayFor(actor)) throw invalid("on", "This day is still to come.");
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const step = await waitingStep(tx, actor, requestId, input.step);
      const comment = await keepComment(tx, actor, {
        ...{ requestId, kind: kindOf(step.waitingOn), on, documentId: null },
        text: `${subject}\n\n${text}`,
      });
      await record(tx, actor, {
        ...{ action: NUDGED, subjectType: "request", subjectId: requestId, requestId },
        data: { step: step.id, label: step.label, party: step.waitingOn, on, subject, text },
      });
      return comment;
    }),
  );
}

/** Signing officials and whoever signs an agreement are of the team's own house. */
function kindOf(party: Party): CommentKind {
  return party === "signing_official" || party === "legal_representative"
    ? "internal"
    : "to_archive";
}

/** The step about which one asks, if something of the request waits there for somebody outside. */
async function waitingStep(tx: Tx, { teamId }: Member, requestId: string, stepId: string) {
  const request = await tx.request.findFirst({
    where: { id: requestId, teamId },
    select: { archive: true, lifecycle: true, items: { select: { step: true } } },
  });
  const archive = request && archiveByCode(request.archive);
  if (!archive) throw notFound("request");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const step = lifecycle.steps.find(({ id }) => id === stepId);
  const isThere = request.items.some((item) => item.step === stepId);
  if (step && isThere && isAsked(step.waitingOn)) return step;
  throw new AppError(
    "CONFLICT",
    "Nothing of this request waits there any more; look at the page anew.",
  );
}

/** Something that waits outside of the team for longer than is usual. */
export interface LongWait {
  requestId: string;
  number: number;
  title: string;
  step: string;
  waitingOn: Party;
  since: Day;
  timing: NudgeTiming;
}

/** So many are told of, … */
const LINES = 8;
/** … and so many looked at, longest waiting first. */
const MOST = 1000;

export interface LongWaits {
  /** The longest first. */
  waits: LongWait[];
  /** There are others that are not told. */
  hasMore: boolean;
}

/** What waits on others for longer than is usual and was not asked about since. */
export async function listLongWaits(actor: Member): Promise<LongWaits> {
  authorise(actor, "request.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const stays = await readWaiting(tx, teamId);
    const nudges = await readNudges(tx, teamId, [...new Set(stays.map((stay) => stay.requestId))]);
    const steps = [...new Set(stays.map(({ step }) => step))];
    const seen = await readStepDurations(tx, teamId, steps);
    const waits = stays.flatMap((stay) => toLongWait(stay, nudges, seen, todayFor(actor)));
    return { waits: waits.slice(0, LINES), hasMore: waits.length > LINES };
  });
}

interface WaitingStep {
  requestId: string;
  step: string;
  /** Since when the item that has waited there longest does. */
  since: Day;
  number: number;
  title: string;
  archive: string;
  lifecycle: string;
}

/** Where something of a request waits on somebody outside, longest first. */
function readWaiting(tx: Tx, teamId: string): Promise<WaitingStep[]> {
  return rows(
    tx,
    Prisma.sql`select waiting.*, r.number, r.title, r.archive, r.lifecycle
      from (select "requestId", step, min("stepSince") as since from "RequestItem"
        where "teamId" = ${teamId}::uuid and "waitingOn" <> all(${[...INSIDE]})
        group by "requestId", step order by since, "requestId", step limit ${MOST}) waiting
      join "Request" r on r."teamId" = ${teamId}::uuid and r.id = waiting."requestId"
      order by since, "requestId", step`,
  );
}

function toLongWait(
  { requestId, number, title, since, ...stay }: WaitingStep,
  nudges: readonly Nudge[],
  seen: Awaited<ReturnType<typeof readStepDurations>>,
  today: Day,
): LongWait[] {
  const archive = archiveByCode(stay.archive);
  if (!archive) return [];
  const lifecycle = findLifecycle(archive, stay.lifecycle);
  const step = stepOf(lifecycle, stay.step);
  const timing = nudgeTiming({
    ...{ step, since, today, seen: seen(archive.code, lifecycle.id, step.id) },
    asked: nudges
      .filter((nudge) => nudge.requestId === requestId && nudge.step === step.id)
      .map(({ on }) => on),
  });
  if (!timing?.isDue) return [];
  const { label, waitingOn } = step;
  return [{ requestId, number, title, step: label, waitingOn, since, timing }];
}
