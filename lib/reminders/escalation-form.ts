import { z } from "zod";

/** What a page sends to say whom a team turns to when nobody takes a duty; empty: nobody besides. */
export const escalationForm = z.strictObject({
  /** That of the stored setting; 0 where there is none yet. */
  version: z.int32().min(0),
  secondContactId: z
    .union([z.literal(""), z.uuid("Choose somebody of the team.")])
    .transform((id) => id || null),
  afterDays: z.coerce
    .number("Enter a number of days.")
    .int("Enter whole days.")
    .min(1, "Wait a day at least.")
    .max(90, "Wait 90 days at most."),
});
export type SetEscalation = z.output<typeof escalationForm>;
