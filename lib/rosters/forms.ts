import { z } from "zod";
import { dayField } from "../dates/day-field";
import { lineField } from "../team/line-field";

/** The most characters of a list that is pasted. */
const LONGEST_LIST = 1_000_000;

/** What the form sends: the place, whose data lie there, and the list itself. */
export const rosterForm = z.strictObject({
  commandId: z.uuid(),
  place: lineField(200, "Say which bucket or group the list is of."),
  unitIds: z.array(z.uuid()).min(1, "Choose the data that lie there.").max(50, "50 at most."),
  takenOn: dayField("Say on which day the list was taken."),
  list: z
    .string()
    .trim()
    .min(1, "Paste the list, one member a line.")
    .max(LONGEST_LIST, "The list is longer than a million characters; split it."),
});
export type NewRoster = z.output<typeof rosterForm>;

/** Lines of which tasks are made, and for whom. */
export const rosterTasksForm = z.strictObject({
  rosterId: z.uuid(),
  positions: z.array(z.number().int().min(0)).min(1, "Choose at least one line.").max(500),
  ownerId: z.uuid("Say who takes care of it."),
});
export type RosterTasks = z.output<typeof rosterTasksForm>;
