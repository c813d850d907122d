import type { Answers } from "../archives/form";
import type { QualificationType } from "../archives/qualification";
import { addDays, type Day } from "../dates/day";
import { phrase } from "../said/phrase";
import { QUALIFICATION_DAYS, type QualificationDay } from "./qualification-days";

/** A qualification as it is kept: where it stands, its days, and what is noted about it. */
export interface QualificationFacts {
  step: string;
  stepSince: Day;
  completedOn: Day | null;
  startsOn: Day | null;
  reportEndsOn: Day | null;
  endsOn: Day | null;
  endedOn: Day | null;
  endedBy: string | null;
  reference: string;
  answers: Answers;
}

/** A field that cannot be right, and why. */
export interface Problem {
  field: string;
  message: string;
}

/** `today` where the reader is, and `latest`, the latest calendar day that it is anywhere. */
export interface Calendar {
  today: Day;
  latest: Day;
}

/** The days that mean something for this type, in the order in which they are asked. */
export function daysOf({ clocks, lifecycle }: QualificationType): QualificationDay[] {
  const ends = new Set(clocks.map(({ end }) => end));
  const asked = new Set(lifecycle.moves.flatMap(({ asks }) => asks.map(({ meaning }) => meaning)));
  return QUALIFICATION_DAYS.filter(
    (name) =>
      name === "startsOn" ||
      asked.has(name) ||
      (name === "completedOn" ? ends.has("reportEndsOn") : ends.has(name)),
  );
}

/** A day that was typed although nothing of this type hangs on it: it would promise what it does not do. */
export function uselessDay(type: QualificationType, facts: QualificationFacts): Problem | null {
  const meant = daysOf(type);
  const field = QUALIFICATION_DAYS.find((name) => facts[name] !== null && !meant.includes(name));
  if (!field) return null;
  return { field, message: `Nothing of ${type.name} hangs on this day; leave it empty.` };
}

/** What cannot have happened yet. */
export function futureDay(facts: QualificationFacts, { latest }: Calendar): Problem | null {
  const message = "This day is still to come; record it once it has happened.";
  if (facts.stepSince > latest) return { field: "since", message };
  if (facts.completedOn !== null && facts.completedOn > latest) {
    return { field: "completedOn", message };
  }
  if (facts.startsOn !== null && facts.startsOn > addDays(latest, 366)) {
    return { field: "startsOn", message: "This lies more than a year ahead; check the day." };
  }
  return null;
}

/** Days that contradict each other, said at the one that is more likely wrong. */
export function wrongOrder(facts: QualificationFacts): Problem | null {
  const { completedOn, startsOn, reportEndsOn, endsOn, endedOn } = facts;
  if (isBefore(startsOn, completedOn)) {
    return problem("startsOn", "It cannot hold before it was completed; check both days.");
  }
  if (isBefore(reportEndsOn, completedOn)) {
    return problem("reportEndsOn", "The report ends before the day of completion; check both.");
  }
  if (isBefore(endsOn, startsOn)) {
    return problem("endsOn", "The end lies before the day from which it holds; check both.");
  }
  if (isBefore(endedOn, startsOn)) {
    return problem("since", "It cannot have ended before the day from which it held; check both.");
  }
  return null;
}

function isBefore(one: Day | null, other: Day | null): boolean {
  return one !== null && other !== null && one < other;
}

function problem(field: string, message: string): Problem {
  return { field, message };
}

/** A number or address that is not of the form which the type's own moves ask for. */
export function wrongReference(type: QualificationType, reference: string): Problem | null {
  if (reference === "") return null;
  const wrong = wrongLink(type, reference);
  if (wrong !== null) return problem("reference", wrong);
  const ask = type.lifecycle.moves
    .flatMap(({ asks }) => asks)
    .find(({ meaning, pattern }) => meaning === "reference" && pattern !== undefined);
  if (!ask?.pattern || new RegExp(ask.pattern, "u").test(reference)) return null;
  return problem("reference", `Write it like ${ask.example ?? phrase("the one on the paper")}.`);
}

/** Why an address shows that the paper behind it is the wrong one; null where it may be right. */
export function wrongLink(type: QualificationType, link: string): string | null {
  return type.refusePaper?.({ name: "", links: [link.trim()] }) ?? null;
}
