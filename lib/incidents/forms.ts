import { z } from "zod";
import { INCIDENT_KINDS, type IncidentKind } from "../archives/incident";
import { dayField, optionalDayField } from "../dates/day-field";
import { isClock } from "../dates/moment";
import { lineField } from "../team/line-field";
import { textField } from "../team/text-field";

const BROKEN = "This form is broken; load the page again.";
const MOST_CHARACTERS = 10_000;
const KINDS = INCIDENT_KINDS.map(({ id }) => id) as [IncidentKind, ...IncidentKind[]];

/** An incident as typed; the moment of knowing is on the clock of whoever types it. */
const incidentForm = z.strictObject({
  kind: z.enum(KINDS, "Choose what kind of incident it is."),
  title: lineField(200, "Say in a few words what happened."),
  what: textField(MOST_CHARACTERS, "Write what happened, as far as it is known."),
  measures: textField(MOST_CHARACTERS),
  happenedOn: optionalDayField,
  knownOn: dayField("Enter the day on which the first of you knew."),
  knownTime: z
    .string()
    .trim()
    .refine(isClock, "Write the time in hours and minutes, on 24 hours: 14:03."),
  foundById: z.uuid("Choose who noticed it."),
  unitIds: z
    .array(z.uuid("Choose one of the list."))
    .min(1, "Choose the data that the incident touches.")
    .max(200, "Choose 200 at most.")
    .transform((ids) => [...new Set(ids)]),
});

/** `commandId` is made by the form: the same form sent twice records one incident. */
export const recordIncidentForm = z.strictObject({
  commandId: z.uuid(BROKEN),
  incident: incidentForm,
});
export type RecordIncident = z.output<typeof recordIncidentForm>;

/** What was done about it, as known by now. */
export const measuresForm = z.strictObject({
  id: z.uuid(BROKEN),
  version: z.int32().min(1),
  measures: textField(MOST_CHARACTERS, "Write what was done."),
});
export type SetMeasures = z.output<typeof measuresForm>;

/** A note; it cannot be changed later. */
export const noteForm = z.strictObject({
  commandId: z.uuid(BROKEN),
  id: z.uuid(BROKEN),
  text: textField(4_000, "Write the note."),
});
export type NoteIncident = z.output<typeof noteForm>;

/** A duty of an incident that does not apply, with the reason. */
export const waiveForm = z.strictObject({
  id: z.uuid(BROKEN),
  why: textField(1_000, "Say why nobody has to be told."),
});
export type WaiveDuty = z.output<typeof waiveForm>;

/** The end of the matter. */
export const closeIncidentForm = z.strictObject({
  id: z.uuid(BROKEN),
  version: z.int32().min(1),
  why: textField(2_000, "Say how it was resolved."),
});
export type CloseIncident = z.output<typeof closeIncidentForm>;
