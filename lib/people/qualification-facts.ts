import type { Answers } from "../archives/form";
import type { Step } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import type { Day } from "../dates/day";
import { answersSchema } from "../requests/answers-schema";
import {
  type Calendar,
  futureDay,
  type Problem,
  type QualificationFacts,
  uselessDay,
  wrongOrder,
  wrongReference,
} from "./qualification-checks";
import type { QualificationTyped } from "./qualification-forms";

/** What can be kept, or the field that cannot be right and why. */
export type Reading<T> = { ok: true; value: T } | ({ ok: false } & Problem);

/** As a reading: what is wrong, and at which field. */
export function refuse(field: string, message: string): { ok: false } & Problem {
  return { ok: false, field, message };
}

type Times = Pick<QualificationFacts, "stepSince" | "startsOn" | "endedOn" | "endedBy">;

/**
 * A qualification that stands, or is found to stand, in a step: its days fit together and mean
 * something for its type, and its answers are complete.
 * @param was what a row that is corrected had, so that a time it held is not lost; null for a new one
 */
export function readFacts(
  type: QualificationType,
  stepId: string,
  typed: QualificationTyped,
  was: Times | null,
  calendar: Calendar,
): Reading<QualificationFacts> {
  const step = type.lifecycle.steps.find(({ id }) => id === stepId);
  if (!step) return refuse("step", "There is no such step; load the page again.");
  const placed = placeInTime(type, step, typed, was, calendar);
  if (!placed.ok) return placed;
  const answers = readAnswers(type, typed.answers);
  if (!answers.ok) return answers;
  const facts = {
    ...{ step: step.id, ...placed.value, answers: answers.value, reference: typed.reference },
    ...{ completedOn: typed.completedOn, reportEndsOn: typed.reportEndsOn, endsOn: typed.endsOn },
  };
  const problem =
    uselessDay(type, facts) ??
    futureDay(facts, calendar) ??
    wrongOrder(facts) ??
    wrongReference(type, facts.reference);
  return problem ? { ok: false, ...problem } : { ok: true, value: facts };
}

/** Since when it stands there, from when it holds, and since when it does so no longer. */
function placeInTime(
  { lifecycle }: QualificationType,
  step: Step,
  { since, startsOn }: QualificationTyped,
  was: Times | null,
  { today, latest }: Calendar,
): Reading<Times> {
  const running = { endedOn: null, endedBy: null };
  if (step.status === "approved") {
    const from = startsOn ?? since;
    if (from === null) return refuse("startsOn", "Choose the day from which it holds.");
    // What was accepted today may hold from a later day on.
    const stepSince = enteredOn(since, was) ?? (from > latest ? today : from);
    return { ok: true, value: { stepSince, startsOn: from, ...running } };
  }
  const stepSince = since ?? was?.stepSince ?? (step.id === lifecycle.initial ? today : null);
  if (stepSince === null)
    return refuse("since", `Choose the day since which it is: ${step.label}.`);
  if (startsOn === null) return { ok: true, value: { stepSince, startsOn, ...running } };
  const isOver = step.status === "closed" || step.status === "terminated";
  if (isOver) {
    return { ok: true, value: { stepSince, startsOn, endedOn: stepSince, endedBy: step.id } };
  }
  if (was?.endedOn) {
    const { endedOn, endedBy } = was;
    return { ok: true, value: { stepSince, startsOn, endedOn, endedBy } };
  }
  return refuse("startsOn", `Nothing holds yet while it is: ${step.label}. Leave this empty.`);
}

/** When it was approved; null where that is the day from which it holds, which may be corrected. */
function enteredOn(since: Day | null, was: Times | null): Day | null {
  const isSame = was !== null && (since === null || since === was.stepSince);
  if (!isSame) return since;
  return was.startsOn === was.stepSince ? null : was.stepSince;
}

/** The answers to the type's own questions, complete. */
function readAnswers({ fields }: QualificationType, typed: Answers): Reading<Answers> {
  const section = { id: "noted", title: "", scope: "request", fields } as const;
  const read = answersSchema([section], "complete").safeParse(typed);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return refuse(`answers.${String(issue?.path[0] ?? "")}`, issue?.message ?? "");
}
