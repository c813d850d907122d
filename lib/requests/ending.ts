import { type Day, daysBetween } from "../dates/day";

/** The colour bands of an end date: green beyond 90 days, amber 31 to 90, red up to 30 and lapsed. */
export type EndBand = "none" | "far" | "near" | "soon" | "lapsed" | "closed";

/** The band of a grant's last day; `endedOn` is set once the grant has been closed or replaced. */
export function endBand(endsOn: Day | null, today: Day, endedOn: Day | null = null): EndBand {
  if (endedOn !== null) return "closed";
  if (endsOn === null) return "none";
  const left = daysBetween(today, endsOn);
  if (left < 0) return "lapsed";
  if (left <= 30) return "soon";
  return left <= 90 ? "near" : "far";
}
