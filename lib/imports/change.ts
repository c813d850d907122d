import { z } from "zod";
import type { ImportKind } from "../archives/status-import";
import { type Day, isDay } from "../dates/day";

const dayText = z.custom<Day>((value) => typeof value === "string" && isDay(value));

/** What somebody answered about a row. `endsOn` absent: as the archive's rule gives it. */
export const rowChoice = z.strictObject({
  unitId: z.uuid().optional(),
  /** The code of a unit to enter for the team. */
  ownUnit: z.string().trim().min(1).max(60).optional(),
  /** A person of the team, `new` for somebody to enter, `nobody` where the row needs none. */
  person: z.union([z.uuid(), z.enum(["new", "nobody"])]).optional(),
  /** A request of the team, or `new`. */
  request: z.union([z.uuid(), z.literal("new")]).optional(),
  decidedOn: dayText.optional(),
  startsOn: dayText.optional(),
  endsOn: z.union([dayText, z.literal("open")]).optional(),
});
export type RowChoice = z.infer<typeof rowChoice>;

const CHANGED_FIELDS = [
  "request",
  "item",
  "unit",
  "person",
  "account",
  "requestNumber",
  "itemNumber",
  "step",
  "decidedOn",
  "startsOn",
  "endsOn",
  "completedOn",
  "qualification",
  "since",
] as const;

/** One thing that would be another; days as `YYYY-MM-DD`, all else in words. */
const fieldChange = z.strictObject({
  field: z.enum(CHANGED_FIELDS),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof fieldChange>;

const QUESTIONS = ["unit", "person", "request", "decidedOn", "startsOn", "endsOn"] as const;

/** Something that the source does not say and that must be answered, or may be. */
const question = z.strictObject({
  about: z.enum(QUESTIONS),
  /** Why it is asked, in a sentence. */
  why: z.string(),
  required: z.boolean(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
});
export type Question = z.infer<typeof question>;

/** What a row would change, as it is kept beside it. */
export const storedChange = z.strictObject({
  /** Rows of one group are applied together or not at all. */
  group: z.string(),
  fields: z.array(fieldChange),
  questions: z.array(question),
  /** What somebody should think about before accepting it. */
  warning: z.string().nullable(),
  /** An approval that the row confirms. */
  confirms: z.string().nullable(),
  choice: rowChoice,
  /** The request it is about, for the link. */
  request: z.strictObject({ number: z.number(), title: z.string() }).nullable(),
});
export type StoredChange = z.infer<typeof storedChange>;

/** What it is about, where a row needs something that is not there yet. */
export type OrNew<T> = { id: string } | { id: null; make: T };

/** What accepting a row does. */
export interface AccessPlan {
  kind: "access";
  archive: string;
  lifecycle: string;
  request: OrNew<{ title: string }> & { version: number | null };
  requestNumber: string | null;
  unit: OrNew<{
    code: string;
    title: string;
    consentCode: string | null;
    dac: string | null;
    version: string | null;
  }>;
  person: OrNew<{ name: string; email: string | null }> | null;
  /** Whether the item is that person's. */
  personal: boolean;
  identity: { scheme: string; value: string; key: string } | null;
  itemId: string | null;
  itemNumber: string | null;
  step: { to: string; on: Day } | null;
  grant: { decidedOn: Day; startsOn: Day; endsOn: Day | null } | null;
  /** Ends the approval, or moves its last day. */
  endGrant: { id: string; on: Day } | null;
  moveEnd: { id: string; endsOn: Day | null } | null;
  confirms: string | null;
}

export interface QualificationPlan {
  kind: "qualification";
  archive: string;
  type: string;
  person: { id: string };
  row: { id: string; version: number } | null;
  step: string;
  since: Day;
  startsOn: Day | null;
  completedOn: Day | null;
  reportEndsOn: Day | null;
  endsOn: Day | null;
  reference: string | null;
}

export type Plan = AccessPlan | QualificationPlan;

/** What an entry means for what is known. `plan` null: a question is open. */
export type Outcome =
  | { state: "refused"; reason: string }
  | {
      state: "unchanged" | "changes";
      change: StoredChange;
      plan: Plan | null;
      /** The same for two entries about the same thing. */
      subject: string;
      /** What the entry says of it, to find contradictions. */
      says: string;
    };

/** What all entries of one source have in common. */
export interface Seen {
  kind: ImportKind;
  on: Day;
  /** Whose page it is. */
  personId: string | null;
}

/** Words of the fields that another row of the same import may have settled before. */
const SHARED: readonly FieldChange["field"][] = [
  "request",
  "unit",
  "person",
  "account",
  "requestNumber",
];

/**
 * Whether a row means something else by now than what was shown and accepted. What has become so
 * in between, by another row or by hand, is no contradiction; any other value is.
 */
export function isOvertaken(shown: readonly FieldChange[], now: readonly FieldChange[]): boolean {
  return now.some(({ field, before, after }) => {
    if (SHARED.includes(field)) return false;
    const then = shown.find((one) => one.field === field);
    return !then || then.before !== before || then.after !== after;
  });
}

/** A stored change; null for a row that has none. */
export function readChange(stored: unknown): StoredChange | null {
  const parsed = storedChange.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
