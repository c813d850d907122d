import { z } from "zod";
import { AFTERS } from "../obligations/kinds";

/** The most days before a due day on which a schedule may remind, and how many such days it may name. */
export const FARTHEST = 365;
export const MOST_LEADS = 12;

/** Whom or what a schedule is for; the reader's own needs no name. */
const target = z.discriminatedUnion("level", [
  z.strictObject({ level: z.literal("person") }),
  z.strictObject({ level: z.literal("team") }),
  z.strictObject({
    level: z.literal("agreement"),
    agreementId: z.uuid("This agreement is unknown; load the page again."),
  }),
  z.strictObject({
    level: z.literal("archive"),
    archive: z.string().regex(/^[a-z]{1,20}$/, "Choose an archive."),
  }),
]);
export type ScheduleTarget = z.output<typeof target>;

const shared = {
  target,
  /** Kind of duty; empty: every kind. */
  kind: z.string().regex(/^[a-z0-9_]{0,60}$/, "This kind of duty is unknown."),
  /** That of the stored schedule; 0 where there is none yet. */
  version: z.int32().min(0),
};

/** What a page sends to set how many days before a duty, and how often after it, reminders come. */
export const setScheduleForm = z
  .strictObject({
    ...shared,
    leads: z
      .array(
        z
          .int("Enter whole days.")
          .min(0, "Days before a duty cannot be negative.")
          .max(FARTHEST, "Remind at most a year ahead."),
      )
      .max(MOST_LEADS, `Choose ${MOST_LEADS} days at most.`)
      .transform((leads) => [...new Set(leads)].sort((a, b) => b - a)),
    after: z.enum(AFTERS, "Choose how often."),
  })
  .refine(({ leads, after }) => leads.length > 0 || after !== "never", {
    path: ["leads"],
    error: "Choose a day, or a reminder after the duty: nobody would ever be told.",
  });
export type SetSchedule = z.output<typeof setScheduleForm>;

/** What a page sends to take a schedule away, so that the next level counts again. */
export const resetScheduleForm = z.strictObject(shared);
export type ResetSchedule = z.output<typeof resetScheduleForm>;
