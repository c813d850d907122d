import type { Day } from "../dates/day";

/** What a grant says about one day; the last day is still one of access. */
export type AccessState = "later" | "open_ended" | "running" | "lapsed" | "ended";

/** The dates of a grant: `endedOn` is set once it was closed, revoked or renewed. */
export interface GrantDates {
  startsOn: Day;
  endsOn: Day | null;
  endedOn: Day | null;
}

/** Whether the grant gives access on `today`, and if not, why not. */
export function accessState(grant: GrantDates, today: Day): AccessState {
  if (grant.endedOn !== null) return "ended";
  if (today < grant.startsOn) return "later";
  if (grant.endsOn === null) return "open_ended";
  return today <= grant.endsOn ? "running" : "lapsed";
}
