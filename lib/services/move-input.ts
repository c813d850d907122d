import type { Archive } from "../archives/archive";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { type Day, dayOf } from "../dates/day";
import { formatDay } from "../dates/format";
import { invalid } from "../errors";
import { hasStatedDay } from "../requests/lifecycle";
import { type GrantPeriod, grantPeriod } from "../requests/move";
import { askSchema, type MoveAnswers } from "../requests/move-answers";
import type { MoveInput } from "../requests/move-form";
import type { SentBackSection } from "../requests/revision";
import type { LoadedRequest } from "./request-for-move";

/** What was typed for a move, read and found possible. */
export interface MoveTyped {
  /** The day on which it happened, where the move asks for it. */
  on?: Day;
  /** All that was answered, as it is kept. */
  answers: MoveAnswers;
  requestNumber?: string;
  itemNumber?: string;
  /** For an approval: its period and the document that proves it. */
  approval?: { period: GrantPeriod; documentId: string | null };
  /** What was written to questions that take several lines, as one text. */
  comment: string;
  /** The sections of the form that are sent back. */
  sections: readonly SentBackSection[];
}

interface Typing {
  archive: Archive;
  lifecycle: Lifecycle;
  move: Move;
  moving: LoadedRequest["items"];
  input: MoveInput;
  now: Date;
}

/** Reads a move's answers and, for an approval, its dates. Throws INVALID naming the field. */
export function readTyped({ archive, lifecycle, move, moving, input, now }: Typing): MoveTyped {
  // Kiritimati is the first to reach a day: what is after it is the future for everybody.
  const latest = dayOf(now, "Pacific/Kiritimati");
  const stepSince = moving
    .filter((item) => hasStatedDay(lifecycle, item.step))
    .map((item) => item.stepSince)
    .sort();
  const days = { today: latest, stepSince: stepSince.at(-1) ?? null };
  const parsed = askSchema(move.asks, days).safeParse(input.answers);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(String(issue?.path[0] ?? "answers"), issue?.message ?? "This cannot be taken.");
  }
  const meaning = (wanted: string) => answerMeaning(move, parsed.data, wanted);
  refuseBeforeApproval(move, moving, parsed.data);
  const approval = move.effect === "grant" ? readApproval(input, days) : undefined;
  const durationDays = meaning("durationDays");
  if (approval && durationDays !== undefined) {
    refuseOtherEnd(archive, lifecycle, approval.period, Number(durationDays));
  }
  return {
    on: (meaning("on") as Day | undefined) ?? approval?.period.decidedOn,
    answers: parsed.data,
    requestNumber: meaning("requestNumber"),
    itemNumber: meaning("itemNumber"),
    approval,
    comment: commentOf(move, parsed.data),
    sections: input.sections ?? [],
  };
}

/** What is done with an approval cannot have happened before it was given. */
function refuseBeforeApproval(move: Move, moving: Typing["moving"], answers: MoveAnswers): void {
  const ask = move.asks.find(({ meaning }) => meaning === "on");
  const approvedOn = moving
    .flatMap((item) => item.approvedOn ?? [])
    .sort()
    .at(-1);
  const on = ask && answers[ask.id];
  if (!ask || !approvedOn || on === undefined || String(on) >= approvedOn) return;
  throw invalid(
    ask.id,
    `This day lies before ${formatDay(approvedOn)}, when the approval that stands was given.`,
  );
}

function commentOf({ asks }: Move, answers: MoveAnswers): string {
  return asks
    .flatMap(({ id, kind }) => (kind === "comment" ? String(answers[id] ?? "") : []))
    .filter(Boolean)
    .join("\n\n");
}

function answerMeaning(move: Move, answers: MoveAnswers, wanted: string): string | undefined {
  const ask = move.asks.find((candidate) => candidate.meaning === wanted);
  const value = ask && answers[ask.id];
  return value === undefined ? undefined : String(value);
}

function readApproval(input: MoveInput, days: { today: Day; stepSince: Day | null }) {
  if (!input.decision) throw invalid("decidedOn", "Enter the day of the decision.");
  const read = grantPeriod(input.decision, days.today);
  if (!read.ok) throw invalid(read.field, read.message);
  if (days.stepSince !== null && read.period.decidedOn < days.stepSince) {
    throw invalid(
      "decidedOn",
      `The decision lies before ${formatDay(days.stepSince)}, when the present step began; correct the day, or the step before.`,
    );
  }
  return { period: read.period, documentId: input.decision.documentId || null };
}

/** Where the archive decides in days, the days and the end must say the same. */
function refuseOtherEnd(
  archive: Archive,
  lifecycle: Lifecycle,
  { decidedOn, startsOn, endsOn }: GrantPeriod,
  durationDays: number,
): void {
  const given = archive
    .terms(lifecycle.id)
    .proposeEnd({ decidedOn, startsOn, durationDays }).endsOn;
  if (given === endsOn) return;
  throw invalid(
    "endsOn",
    given === null
      ? "0 days means without an end; leave the end empty or correct the days."
      : `${durationDays} days from the decision end on ${formatDay(given)}; correct the days or the end.`,
  );
}
