import type { Lifecycle, Party, ReviewStatus, Step } from "../archives/lifecycle";
import { type Day, daysBetween } from "../dates/day";
import { accessState, type GrantDates } from "./access";
import { lapseOf } from "./lapse";
import { summarise } from "./lifecycle";
import { isAsked } from "./nudge";

/** What is the state of a request, in one word for each sentence that says it. */
export type StateKey =
  /** The last day of the approval is over. */
  | "lapsed"
  | "openTo"
  /** Approved and running, but some other condition is not met by anybody. */
  | "openToNobody"
  /** Approved from a day to come. */
  | "later"
  /** Approved as far as the step says, with no approval recorded. */
  | "approved"
  // Somebody of our own house has it:
  | "write"
  | "next"
  | "sign"
  | "answer"
  | "closeOut"
  /** Somebody outside has it. */
  | "asked"
  // Nobody has it any more:
  | "refused"
  | "withdrawn"
  | "closed"
  | "ended";

interface Named {
  id: string;
  name: string;
}

/** A request as far as its sentence goes. */
export interface StateFacts {
  lifecycle: Lifecycle;
  items: readonly { step: string; stepSince: Day; grants: readonly GrantDates[] }[];
  /** Who of the team has the next move where the request stands. */
  persons: readonly Named[];
  /** Who may open some of it on `today`. */
  openers: readonly Named[];
  me: string;
  today: Day;
  /** How many answers the form still lacks. */
  missing: number;
  /** How many days the step usually takes; null where nobody knows. */
  usualDays: number | null;
}

/** What the sentence says; days are calendar days, `names` in the order given without the reader's. */
export interface StateSentence {
  key: StateKey;
  /** Whether the sentence speaks of the reader, of others, of both, or of nobody by name. */
  who: "you" | "youAnd" | "named" | "party";
  names: readonly string[];
  party: Party;
  /** The first day of the step, and how many whole days have passed since. */
  since: Day | null;
  days: number;
  usualDays: number | null;
  /** The day the sentence is about: the last or the first one of access, or that of the decision. */
  on: Day | null;
  /** While something waits beside a running approval: the first last day among them. */
  until: Day | null;
  missing: number;
}

/**
 * The one sentence that tells where a request stands: its most pressing item decides, as in
 * `summarise`; what the clock alone has ended goes before that.
 */
export function stateSentence(facts: StateFacts): StateSentence {
  const { lifecycle, items, today } = facts;
  const { step, waitingSince } = summarise(lifecycle, items);
  const running = items.flatMap(({ grants }) => grants.filter((grant) => isRunning(grant, today)));
  const until = earliest(running.map(({ endsOn }) => endsOn));
  const sentence = {
    ...{ party: step.waitingOn, since: waitingSince, missing: facts.missing },
    days: waitingSince === null ? 0 : Math.max(0, daysBetween(waitingSince, today)),
    usualDays: facts.usualDays,
  };
  if (lapseOf(lifecycle, items, today)) {
    const over = items.flatMap(({ grants }) =>
      grants.flatMap(({ endedOn, endsOn }) => (endedOn === null && endsOn !== null ? endsOn : [])),
    );
    return { ...sentence, ...spokenOf([], facts), key: "lapsed", on: earliest(over), until: null };
  }
  if (step.status === "approved") return { ...sentence, ...approved(facts, running, until) };
  const key = keyOf(step);
  return { ...sentence, ...spokenOf(facts.persons, facts), key, on: waitingSince, until };
}

function approved(facts: StateFacts, running: readonly GrantDates[], until: Day | null) {
  const first = earliest(
    facts.items
      .flatMap(({ grants }) => grants)
      .filter((grant) => accessState(grant, facts.today) === "later")
      .map(({ startsOn }) => startsOn),
  );
  const spoken = spokenOf(facts.openers, facts);
  const none = { until: null as Day | null };
  if (running.length === 0 && first === null) {
    return { ...spoken, ...none, key: "approved" as const, on: null };
  }
  if (running.length === 0) return { ...spoken, ...none, key: "later" as const, on: first };
  const key = facts.openers.length > 0 ? ("openTo" as const) : ("openToNobody" as const);
  return { ...spoken, ...none, key, on: until };
}

const OVER: Partial<Record<ReviewStatus, StateKey>> = {
  rejected: "refused",
  withdrawn: "withdrawn",
  closed: "closed",
  terminated: "ended",
};

const OURS: Partial<Record<ReviewStatus, StateKey>> = {
  internal_signoff: "sign",
  changes_requested: "answer",
  closing: "closeOut",
};

/** Those who sign for the institution are of our house although one asks them for news. */
const SIGNATORIES: readonly Party[] = ["signing_official", "legal_representative"];

function keyOf(step: Step): StateKey {
  const { status, waitingOn } = step;
  const over = OVER[status];
  if (over) return over;
  if (isAsked(waitingOn) && !SIGNATORIES.includes(waitingOn)) return "asked";
  if (status === "draft") return step.editable ? "write" : "next";
  return OURS[status] ?? "next";
}

function spokenOf(persons: readonly Named[], { me }: StateFacts) {
  const names = persons.filter(({ id }) => id !== me).map(({ name }) => name);
  const isMine = names.length < persons.length;
  const who: StateSentence["who"] = isMine
    ? names.length > 0
      ? "youAnd"
      : "you"
    : names.length > 0
      ? "named"
      : "party";
  return { names, who };
}

function isRunning(grant: GrantDates, today: Day): boolean {
  const state = accessState(grant, today);
  return state === "running" || state === "open_ended";
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).toSorted()[0] ?? null;
}

/** The days that a step usually takes: the team's own median once it is told, else the archive's figure. */
export function usualDays(
  step: Pick<Step, "usual">,
  seen: { quartiles: { median: number } | null } | undefined,
): number | null {
  const median = seen?.quartiles?.median;
  return median === undefined ? (step.usual?.expectedDays ?? null) : Math.ceil(median);
}
