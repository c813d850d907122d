import { z } from "zod";
import { dayField } from "../dates/day-field";

const unknownPerson = "This person is unknown; load the page again.";
const brokenForm = "This form is broken; load the page again.";

/** Whom and what a departure is about; `version` is that of the person on the page. */
const departure = {
  commandId: z.uuid(brokenForm),
  personId: z.uuid(unknownPerson),
  version: z.int32().min(1),
};

/** What the page sends to carry out the departure that it shows. */
export const recordDepartureForm = z.strictObject({
  ...departure,
  lastDay: dayField("Choose the last day on the team."),
  /** Who takes over, by the id of what passes on. */
  handOver: z.record(z.uuid(), z.uuid("Choose who takes this over.")),
  /** Stands for everything that the page showed. */
  planHash: z.string().regex(/^[0-9a-f]{64}$/, brokenForm),
});
export type RecordDeparture = z.output<typeof recordDepartureForm>;

/** What the page sends when somebody stays after all. */
export const cancelDepartureForm = z.strictObject(departure);
export type CancelDeparture = z.output<typeof cancelDepartureForm>;

/** What a page sends to pass one request on. */
export const handOverForm = z.strictObject({
  requestId: z.uuid(brokenForm),
  version: z.int32().min(1),
  toPersonId: z.uuid("Choose who takes this over."),
});
export type HandOver = z.output<typeof handOverForm>;
