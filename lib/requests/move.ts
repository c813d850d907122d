import { z } from "zod";
import { addDays, type Day, daysBetween } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { sentBackForm } from "./revision";

/** What an approval says, as typed: days as `YYYY-MM-DD`, an empty end is open-ended. */
export const decisionForm = z.strictObject({
  decidedOn: z.string().max(40),
  startsOn: z.string().max(40),
  endsOn: z.string().max(40),
  documentId: z.union([z.literal(""), z.uuid()]),
});
export type Decision = z.infer<typeof decisionForm>;

/** What the page sends to move a request or some of its items. */
export const moveForm = z.strictObject({
  /** Made by the page, so that a double click is one move. */
  commandId: z.uuid(),
  requestId: z.uuid(),
  version: z.number().int().positive(),
  move: z.string().max(60),
  /** The items that go; ignored for moves of the whole request. */
  itemIds: z.array(z.uuid()).max(200),
  /** Answers to the move's own questions, by ask id. */
  answers: z.record(z.string().max(60), z.string().max(4000)),
  decision: decisionForm.optional(),
  /** The paper that goes with a move that takes one; none: the empty text. An approval's stands in its decision. */
  documentId: z.union([z.literal(""), z.uuid()]).optional(),
  /** The sections of the form that are sent back; none: all of it. */
  sections: sentBackForm.optional(),
});
export type MoveInput = z.infer<typeof moveForm>;

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
