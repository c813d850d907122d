import { z } from "zod";
import { addDays } from "../dates/day";
import { dayField } from "../dates/day-field";
import { lineField } from "../team/line-field";

const LONGEST = 366;

/** What a page sends when somebody is away: who acts and is reminded instead, from and to (both included). */
export const recordStandInForm = z
  .strictObject({
    commandId: z.uuid("This form is broken; load the page again."),
    personId: z.uuid("This person is unknown; load the page again."),
    standInId: z.uuid("Choose who stands in."),
    startsOn: dayField("Enter the first day of the absence."),
    endsOn: dayField("Enter the last day of the absence."),
    why: lineField(200),
  })
  .refine(({ personId, standInId }) => personId !== standInId, {
    path: ["standInId"],
    error: "Choose somebody else than the person who is away.",
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    error: "The last day lies before the first one.",
  })
  .refine(({ startsOn, endsOn }) => endsOn < addDays(startsOn, LONGEST), {
    path: ["endsOn"],
    error: "A year is the longest; for more, pass the duties on.",
  });
export type RecordStandIn = z.output<typeof recordStandInForm>;

/** What a page sends when somebody is back early, or does not go. */
export const endStandInForm = z.strictObject({
  id: z.uuid("This entry is unknown; load the page again."),
});
export type EndStandIn = z.output<typeof endStandInForm>;
