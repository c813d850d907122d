import { addDays, type Day, daysBetween } from "../dates/day";
import { dayProblem } from "../dates/day-problem";

/** What an approval says, as typed: days as `YYYY-MM-DD`, an empty end is open-ended. */
export interface Decision {
  decidedOn: string;
  startsOn: string;
  endsOn: string;
  /** The paper that proves it; none: the empty text. */
  documentId: string;
}

/** Longest approval that is taken for no typing error, in days. */
const LONGEST_GRANT = 366 * 25;

export interface GrantPeriod {
  decidedOn: Day;
  startsOn: Day;
  endsOn: Day | null;
}

/**
 * The period an approval gives, or the field that cannot be right and why. `latestDay` is the
 * latest calendar day that it is anywhere on Earth.
 */
export function grantPeriod(
  decision: Decision,
  latestDay: Day,
): { ok: true; period: GrantPeriod } | { ok: false; field: string; message: string } {
  const refuse = (field: string, message: string) => ({ ok: false as const, field, message });
  for (const field of ["decidedOn", "startsOn", "endsOn"] as const) {
    const problem =
      field === "endsOn" && decision.endsOn === "" ? null : dayProblem(decision[field]);
    if (problem !== null) return refuse(field, problem);
  }
  const decidedOn = decision.decidedOn as Day;
  const startsOn = decision.startsOn as Day;
  const endsOn = decision.endsOn === "" ? null : (decision.endsOn as Day);
  if (decidedOn > latestDay)
    return refuse("decidedOn", "The decision lies in the future; enter the day on the approval.");
  if (startsOn > addDays(decidedOn, 366))
    return refuse(
      "startsOn",
      "The start lies more than a year after the decision; check both dates.",
    );
  if (endsOn !== null && endsOn < startsOn)
    return refuse("endsOn", "The end lies before the start; check both dates.");
  if (endsOn !== null && daysBetween(startsOn, endsOn) > LONGEST_GRANT) {
    return refuse(
      "endsOn",
      "The approval would last more than 25 years; check the year, or leave the end empty for open-ended.",
    );
  }
  return { ok: true, period: { decidedOn, startsOn, endsOn } };
}
