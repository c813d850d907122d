import { z } from "zod";
import { REVIEW_STATUSES } from "../archives/lifecycle";
import type { AccessEntry, QualificationEntry, StatusEntry } from "../archives/status-import";
import { isDay } from "../dates/day";

const day = z.custom<AccessEntry["on"]>(
  (value) => value === null || (typeof value === "string" && isDay(value)),
);
const text = z.string().nullable();
const person = z.strictObject({ name: text, email: text, account: text }).nullable();
const base = { at: z.string(), words: z.string(), archive: z.string() };

const accessEntry: z.ZodType<AccessEntry> = z.strictObject({
  ...base,
  kind: z.literal("access"),
  ...{ requestNumber: text, itemNumber: text, title: text },
  ...{ unitCode: text, unitLabel: text, unitVersion: text, consentCode: text, dac: text },
  ...{
    person,
    step: text,
    status: z.enum(REVIEW_STATUSES).nullable(),
    fits: z.array(z.string()),
    on: day,
  },
  approval: z
    .strictObject({ decidedOn: day, startsOn: day, endsOn: day, openEnded: z.boolean() })
    .nullable(),
  ...{ expired: z.boolean(), closed: z.boolean() },
});

const qualificationEntry: z.ZodType<QualificationEntry> = z.strictObject({
  ...base,
  kind: z.literal("qualification"),
  ...{ type: z.string(), person, step: z.string(), on: day },
  fits: z.array(z.string()),
  ...{ startsOn: day, completedOn: day, reportEndsOn: day, endsOn: day, reference: text },
  expired: z.boolean(),
});

const statusEntry = z.union([accessEntry, qualificationEntry]);

/** An entry as it was stored beside its row; null for what is none, such as a refused line. */
export function readEntry(stored: unknown): StatusEntry | null {
  const parsed = statusEntry.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
