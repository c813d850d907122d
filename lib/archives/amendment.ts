/** What may change while an approval stands. */
export const AMENDMENT_KINDS = [
  "people",
  "scope_add",
  "scope_remove",
  "aim",
  "end_date",
  "pi",
  "hand_over",
  "pi_moves",
] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/**
 * How an archive takes a change. `revise`: the project is revised and reviewed again while access
 * stands. `ask`: whoever decides is asked before. `notify`: it is done, then told. `free`: nobody
 * there has to know. `new_request`: it cannot be changed, a new request is needed. `close_first`:
 * what there is must be closed out before.
 */
type AmendmentWay = "revise" | "ask" | "notify" | "free" | "new_request" | "close_first";

export interface AmendmentRule {
  way: AmendmentWay;
  /** What to do, in one or two sentences. */
  sentence: string;
  /** For `notify`: the days after the change within which it is told. */
  withinDays?: number;
  source: string;
}

/** How each kind of change is made at an archive. */
export type AmendmentRules = Readonly<Record<AmendmentKind, AmendmentRule>>;

/** Whether somebody at the archive must agree before the change holds. */
export function needsConsent({ way }: AmendmentRule): boolean {
  return way === "revise" || way === "ask";
}

/**
 * Whether the change can be made here at all; otherwise the sentence says what to do instead. A move
 * to another institution is always a plan that can be made.
 */
export function isPossible(kind: AmendmentKind, { way }: AmendmentRule): boolean {
  return kind === "pi_moves" || (way !== "new_request" && way !== "close_first");
}
