import { addDays, type Day } from "../dates/day";
import { agreementClaim } from "./claims";
import type { AgreementRow } from "./version";

/** How an agreement stands on a day. `to_sign`: it begun, and an office has not signed it anew. */
export const AGREEMENT_STATES = [
  "not_yet",
  "to_sign",
  "in_force",
  "ending",
  "lapsed",
  "replaced",
  "revoked",
  "closed",
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Days before its last one from which an agreement is called ending. */
const ENDING_DAYS = 30;

const ENDED = {
  clock: "lapsed",
  replaced: "replaced",
  revoked: "revoked",
  closed: "closed",
} as const;

/**
 * How the agreement stands on `day`, and the day to show beside it: the last one while it is in
 * force, the first one while it is not yet, the first one without it once it has ended.
 */
export function stateOfAgreement(
  row: AgreementRow,
  day: Day,
): { state: AgreementState; on: Day | null } {
  const claim = agreementClaim(row);
  // One that nobody signed yet may be taken back, or replaced, all the same.
  const { before, end } = claim ?? agreementClaim({ ...row, change: null }) ?? NO_END;
  if (before !== null && end !== null && before <= day) return { state: ENDED[end], on: before };
  if (row.startsOn > day) return { state: "not_yet", on: row.startsOn };
  if (claim === null || claim.from > day) return { state: "to_sign", on: null };
  if (before === null) return { state: "in_force", on: null };
  const last = addDays(before, -1);
  return { state: last <= addDays(day, ENDING_DAYS) ? "ending" : "in_force", on: last };
}

const NO_END = { before: null, end: null };

/** Begun and not ended: the version that counts on that day, signed by everybody or not. */
export function isCurrent(row: AgreementRow, day: Day): boolean {
  const { state } = stateOfAgreement(row, day);
  return state === "in_force" || state === "ending" || state === "to_sign";
}
