import { addDays, type Day } from "../dates/day";
import type { Claim, Holding } from "../readiness/facts";

/** How something that should be held stands on a day, in the words its users know. */
export const HOLDING_STATES = [
  "current",
  /** Ends within 30 days. */
  "ending_soon",
  "expired",
  /** Recorded, but it begins later. */
  "not_yet",
  /** With somebody else, and nothing holds meanwhile. */
  "in_review",
  /** Begun, and the next step is ours. */
  "incomplete",
  "rejected",
  "revoked",
  "waived",
  "missing",
] as const;
export type HoldingState = (typeof HOLDING_STATES)[number];

export interface StateOnDay {
  state: HoldingState;
  /** The last day on which it holds, or held; null where no end is known or nothing was held. */
  until: Day | null;
  /** Which of several clocks gives that day. */
  clock?: string;
  /** Another one is with its reviewers, while this one holds. */
  replacementInReview: boolean;
  /** What the state rests on, will rest on first, or rested on last; null where there is none. */
  claim: Claim | null;
}

const SOON_DAYS = 30;

/** The state of a holding on a day: exactly one, whatever was recorded. */
export function stateOf({ claims, pending }: Holding, day: Day): StateOnDay {
  const isReviewed = pending?.status === "in_review" || pending?.status === "submitted";
  const claim = firmest(claims.filter((each) => holdsOn(each, day)));
  if (claim) return { ...standing(claim, claims, day), replacementInReview: isReviewed };
  const next = firstToBegin(claims, day);
  if (next) return { state: "not_yet", until: null, claim: next, replacementInReview: false };
  const over = lastOver(claims, day);
  const rest = { ...endOf(over), claim: over, replacementInReview: false };
  if (isReviewed) return { state: "in_review", ...rest };
  if (pending?.status === "rejected") return { state: "rejected", ...rest };
  if (pending) return { state: "incomplete", ...rest };
  if (over === null) return { state: "missing", ...rest };
  return { state: over.end === "revoked" ? "revoked" : "expired", ...rest };
}

function holdsOn({ from, before }: Claim, day: Day): boolean {
  return from <= day && (before === null || day < before);
}

/** Of several that hold, the one to rest on: held rather than waived, the longer, the proved. */
function firmest(claims: readonly Claim[]): Claim | null {
  const [best = null] = claims.toSorted(
    (a, b) =>
      Number(a.waived !== undefined) - Number(b.waived !== undefined) ||
      compareEnds(b, a) ||
      Number(a.proof === null) - Number(b.proof === null),
  );
  return best;
}

function standing(claim: Claim, claims: readonly Claim[], day: Day) {
  const end = endOf(lastInRow(claim, claims));
  const endsSoon = end.until !== null && end.until <= addDays(day, SOON_DAYS);
  const state = claim.waived ? "waived" : endsSoon ? "ending_soon" : "current";
  return { state, ...end, claim } as const;
}

/** The claim with which it really ends: one that takes over on the very day another ends goes on. */
function lastInRow(first: Claim, claims: readonly Claim[]): Claim {
  let last = first;
  while (last.before !== null) {
    const end = last.before;
    const next = firmest(claims.filter((each) => holdsOn(each, end)));
    if (next === null) break;
    last = next;
  }
  return last;
}

/** Of those that begin later, the one that begins first; as the access page says it before all else. */
function firstToBegin(claims: readonly Claim[], day: Day): Claim | null {
  const [first = null] = claims
    .filter(({ from, before }) => from > day && (before === null || before > from))
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  return first;
}

/** Of those that are over, the one that ended last; what somebody did outweighs the clock. */
function lastOver(claims: readonly Claim[], day: Day): Claim | null {
  const [last = null] = claims
    .filter(({ before }) => before !== null && before <= day)
    .toSorted(
      (a, b) => compareEnds(b, a) || Number(b.end === "revoked") - Number(a.end === "revoked"),
    );
  return last;
}

/** Negative where `a` ends first; no end is the last of all. */
function compareEnds(a: Claim, b: Claim): number {
  if (a.before === b.before) return 0;
  if (a.before === null || b.before === null) return a.before === null ? 1 : -1;
  return a.before < b.before ? -1 : 1;
}

function endOf(claim: Claim | null) {
  return {
    until: claim?.before ? addDays(claim.before, -1) : null,
    ...(claim?.clock !== undefined && { clock: claim.clock }),
  };
}
