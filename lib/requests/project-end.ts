import { z } from "zod";
import { optionalDayField } from "../dates/day-field";

/** The last day of the project that a request's data serve, as typed; `was` is what the page showed. */
export const projectEndForm = z.strictObject({
  requestId: z.uuid("This form is broken; load the page again."),
  was: optionalDayField,
  endsOn: optionalDayField,
});
export type SetProjectEnd = z.output<typeof projectEndForm>;
