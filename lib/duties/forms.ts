import { z } from "zod";
import type { Day } from "../dates/day";
import { dayField } from "../dates/day-field";
import { formatDay } from "../dates/format";
import { proofField } from "../documents/proof-forms";
import { lineField } from "../team/line-field";
import { textField } from "../team/text-field";

const id = z.uuid("This duty is unknown; load the page again.");

/** Names one duty: somebody sees to it, or wants to be reminded of it again. */
export const oneDutyForm = z.strictObject({ id });
export type OneDuty = z.output<typeof oneDutyForm>;

/** What a page sends when a duty is done; `how` is a note for the history. */
export const settleDutyForm = z.strictObject({
  id,
  doneOn: dayField("Enter the day on which it was done."),
  how: textField(500),
  documentId: proofField.optional(),
});
export type SettleDuty = z.output<typeof settleDutyForm>;

/** What the page sends to close a duty that was not done, or that never applied; `why` stays to be read. */
export const dropDutyForm = z.strictObject({
  id,
  as: z.enum(["not_applicable", "missed"]),
  why: lineField(500, "Say why; it stays with the duty."),
});
export type DropDuty = z.output<typeof dropDutyForm>;

/** What the page sends to open a closed duty again. */
export const reopenDutyForm = z.strictObject({
  id,
  why: lineField(500, "Say why; it stays in the history."),
});
export type ReopenDuty = z.output<typeof reopenDutyForm>;

/** More duties than anybody ticks by hand: as many as a page of the list shows. */
const MOST_DUTIES = 50;

/** Names several duties: somebody sees to all of them. */
export const severalDutiesForm = z.strictObject({
  ids: z
    .array(id)
    .min(1)
    .max(MOST_DUTIES)
    .refine((ids) => new Set(ids).size === ids.length),
});
export type SeveralDuties = z.output<typeof severalDutiesForm>;

const untilField = dayField("Choose the day on which reminders come again.");

/** What the page sends to be left alone with several duties until one day. */
export const snoozeDutiesForm = severalDutiesForm.extend({ until: untilField });
export type SnoozeDuties = z.output<typeof snoozeDutiesForm>;

/** What the page sends to be left alone until a day; `dueOn` is the due day that the page showed. */
export const snoozeDutyForm = z
  .strictObject({
    id,
    dueOn: dayField("Load the page again."),
    until: untilField,
  })
  .refine(({ dueOn, until }) => until <= dueOn, {
    path: ["until"],
    error: ({ input }) => tooLate((input as { dueOn: Day }).dueOn),
  });
export type SnoozeDuty = z.output<typeof snoozeDutyForm>;

/** Why reminders cannot rest until a day that is there already. */
export const NOT_TO_COME = "Choose a day that is still to come.";

/** Why reminders cannot rest any longer, with the due day in words. */
export function tooLate(dueOn: Day): string {
  return `Reminders rest until ${formatDay(dueOn)} at the latest, the day on which it is due.`;
}
