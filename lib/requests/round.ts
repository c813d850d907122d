import type { ReviewStatus } from "../archives/lifecycle";

/** What has become of a round of a request. */
export type RoundState = "open" | "approved" | "rejected" | "withdrawn";

const UNDER_WAY: readonly ReviewStatus[] = [
  "draft",
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
];

/** Whether an item that takes part in a round still waits for its end. */
export function isUnderWay(status: ReviewStatus): boolean {
  return UNDER_WAY.includes(status);
}

/**
 * The state of a round by the items that take part in it. One approval makes it approved, whatever
 * is still open beside, since what was approved can be renewed. A round in which nothing is under
 * way any more was rejected where the archive refused something, else withdrawn; one that was
 * decided before stays as it was decided.
 */
export function roundState(round: {
  state: RoundState;
  hasApproval: boolean;
  statuses: readonly ReviewStatus[];
}): RoundState {
  const { state, hasApproval, statuses } = round;
  if (hasApproval) return "approved";
  if (statuses.some(isUnderWay)) return "open";
  if (statuses.includes("rejected")) return "rejected";
  return state === "open" ? "withdrawn" : state;
}
