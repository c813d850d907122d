import { addDays, type Day } from "../dates/day";
import type { Claim, Holding } from "../readiness/facts";

/** How something that should be held stands on a day, in the words its users know. */
export const HOLDING_STATES = [
  "current",
  /** Ends within 30 days. */
  "ending_soon",
  "expired",
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
  /** What the state rests on; null where nothing is or was held. */
  claim: Claim | null;
}

const SOON_DAYS = 30;

/** The state of a holding on a day: exactly one, whatever was recorded. */
export function stateOf({ claims, pending }: Holding, day: Day): StateOnDay {
  const holding = claims.filter((claim) => holdsOn(claim, day));
  const claim =
    longest(holding.filter(({ waived }) => waived === undefined)) ?? longest(holding) ?? null;
  const isReviewed = pending?.status === "in_review" || pending?.status === "submitted";
  if (claim) return { ...standing(claim, day), replacementInReview: isReviewed };
  const over = lastOver(claims, day);
  const rest = { ...endOf(over), replacementInReview: false };
  if (isReviewed) return { state: "in_review", ...rest };
  if (pending?.status === "rejected") return { state: "rejected", ...rest };
  if (pending) return { state: "incomplete", ...rest };
  if (over === null) return { state: "missing", ...rest };
  return { state: over.end === "revoked" ? "revoked" : "expired", ...rest };
}

function holdsOn({ from, before }: Claim, day: Day): boolean {
  return from <= day && (before === null || day < before);
}

function standing(claim: Claim, day: Day): Omit<StateOnDay, "replacementInReview"> {
  const end = endOf(claim);
  const endsSoon = end.until !== null && end.until <= addDays(day, SOON_DAYS);
  return { state: claim.waived ? "waived" : endsSoon ? "ending_soon" : "current", ...end };
}

/** Of several that hold, the one that holds longest. */
function longest(claims: readonly Claim[]): Claim | undefined {
  let best = claims[0];
  for (const claim of claims) if (best?.before && outlasts(claim, best.before)) best = claim;
  return best;
}

function outlasts({ before }: Claim, end: Day): boolean {
  return before === null || before > end;
}

/** Of those that are over, the one that ended last. */
function lastOver(claims: readonly Claim[], day: Day): Claim | null {
  return longest(claims.filter(({ before }) => before !== null && before <= day)) ?? null;
}

function endOf(claim: Claim | null) {
  return {
    until: claim?.before ? addDays(claim.before, -1) : null,
    ...(claim?.clock !== undefined && { clock: claim.clock }),
    claim,
  };
}
