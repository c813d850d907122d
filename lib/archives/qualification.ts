import type { AnswerProblem, Answers, Field, NamedPerson } from "./form";
import type { Lifecycle } from "./lifecycle";

/** A kind of account that persons hold. */
export interface IdentityScheme {
  id: string;
  name: string;
  /** What a good one looks like. */
  example: string;
  /** A linear-time pattern source that the trimmed text must match. */
  pattern: string;
  /** The spelling in which two are the same account; also refuses what a pattern cannot see (a checksum) by null. */
  normalise(text: string): string | null;
  guidance: string;
  /** Where the person looks it up or has it verified. */
  url: string;
  /** Days after which a link must be made again; null where it lasts. */
  lastsDays: number | null;
  source: string;
}

/** One of the clocks that may end a qualification; the earliest known end counts. */
export interface Clock {
  id: string;
  /** What ends, for "ends on … by …": "the report's own end". */
  label: string;
  /** The stored day that is the last one, or days after the start as a rule setting says. */
  end: "reportEndsOn" | "endsOn" | { afterStartDays: string };
  /** The rule setting that switches this clock on; absent: always on. */
  onlyIf?: string;
  /** The duty at its end, which holds whether or not the clock is switched on; absent: none. */
  duty?: { kind: string; what: string };
}

/** A look at a qualification that is due again and again while it holds. */
interface Review {
  /** Obligation kind. */
  kind: string;
  what: string;
  everyMonths: number;
  /** Whose figure that is, as a sentence. */
  why: string;
  source: string;
}

/** Something to do so many days after a step was entered, while it lasts. */
interface Chase {
  step: string;
  /** Obligation kind. */
  kind: string;
  afterDays: number;
  what: string;
  /** Why so many days, as a sentence. */
  why: string;
  source: string;
}

/**
 * A dated fact that persons or the institution hold. Its steps and moves are a lifecycle: it holds
 * in steps whose status is `approved`, from the day it entered one.
 */
export interface QualificationType {
  id: string;
  name: string;
  holder: "person" | "institution";
  lifecycle: Lifecycle;
  clocks: readonly Clock[];
  /** What is noted about it, beside its days. */
  fields: readonly Field[];
  /** Rules across these and whoever holds it; null for the institution. Empty when all fits. */
  checkAnswers?(answers: Answers, holder: NamedPerson | null): AnswerProblem[];
  /** The paper that proves it: "CITI completion report". */
  proof: string;
  /** What its file must be, where whoever receives it takes nothing else; sizes in bytes. */
  proofFile?: { mime: string; label: string; maxBytes: number; maxLabel: string };
  /**
   * Why a paper is not the one that is asked for, told by its file's name and the web addresses in
   * it; null where it may be the right one.
   */
  refusePaper?(paper: { name: string; links: readonly string[] }): string | null;
  /** The person's own time for it in minutes, waiting left out, as we estimate; null: no idea. */
  minutes: number | null;
  guidance: string;
  /** Where it is done. */
  url: string;
  /** Counts for one unit (`unit`) or one request (`request`) only; absent: for all. */
  scope?: "unit" | "request";
  /** The archive takes no second one while one is open or holds. */
  oneAtATime?: boolean;
  /** To be looked at again while it holds, where no end of its own is known. */
  review?: Review;
  chases?: readonly Chase[];
  /** Nobody may waive it: it is the archive's own condition. Absent: a lead may, saying why. */
  neverWaived?: boolean;
  source: string;
}

/** A rule that no public source confirms, which each team sets as it finds it. */
export interface RuleSetting {
  id: string;
  label: string;
  help: string;
  kind: "days" | "day" | "yes";
  /** Days as a number, a day as text, yes as a boolean; null: not set. */
  initial: number | string | boolean | null;
  source: string;
}

/** The rule settings of one archive as a team has them, by id. */
export type RuleValues = Readonly<Record<string, number | string | boolean | null>>;
