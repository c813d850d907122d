import { z } from "zod";
import { dayField, optionalDayField } from "../dates/day-field";
import { proofField } from "../documents/proof-forms";
import { lineField } from "../team/line-field";

const answer = z.union([z.string().max(4_000), z.boolean(), z.array(z.string().max(200)).max(200)]);

/**
 * What is typed about a qualification; days as `YYYY-MM-DD`, empty while not known. `since`: the
 * day on which it came to stand where it stands; empty means the day from which it holds, or today.
 */
export const qualificationForm = z.strictObject({
  since: optionalDayField,
  completedOn: optionalDayField,
  startsOn: optionalDayField,
  reportEndsOn: optionalDayField,
  endsOn: optionalDayField,
  reference: lineField(200),
  /** Answers to the type's own questions, by field id. */
  answers: z.record(z.string().max(60), answer),
});
/** A qualification's form as typed. */
export type QualificationFields = z.input<typeof qualificationForm>;
/** A qualification's form as read; not yet compared with what its type asks. */
export type QualificationTyped = z.output<typeof qualificationForm>;

const version = z.int32().min(1);
const commandId = z.uuid("This form is broken; load the page again.");
const id = z.uuid("This entry is unknown; load the page again.");

/** Whose it is: null for the institution's own. */
const holder = {
  type: z.string().max(60),
  personId: z.uuid("This person is unknown; load the page again.").nullable(),
  /** Where it counts for one unit, or one request, only. */
  unitId: z.uuid("This data set is unknown; load the page again.").nullable(),
  requestId: z.uuid("This request is unknown; load the page again.").nullable(),
};

/** `step` empty: the first one of the type's lifecycle. The same `commandId` twice records one. */
export const recordQualificationForm = z.strictObject({
  commandId,
  ...holder,
  step: z.string().max(60),
  documentId: proofField,
  qualification: qualificationForm,
});
export type RecordQualification = z.output<typeof recordQualificationForm>;

/** What the page sends to move a qualification along its type's lifecycle. */
export const moveQualificationForm = z.strictObject({
  commandId,
  id,
  version,
  move: z.string().max(60),
  /** Answers to the move's own questions, by ask id. */
  answers: z.record(z.string().max(60), z.string().max(4_000)),
  documentId: proofField,
});
export type MoveQualification = z.output<typeof moveQualificationForm>;

/** What was typed wrongly; where it stands does not change by this. */
export const correctQualificationForm = z.strictObject({
  id,
  version,
  qualification: qualificationForm,
});
export type CorrectQualification = z.output<typeof correctQualificationForm>;

/** A waiver of one that is recorded (`row`), or of one that nobody has begun. */
export const waiveQualificationForm = z
  .strictObject({
    commandId,
    ...holder,
    row: z.strictObject({ id, version }).nullable(),
    from: dayField("Choose the first day of the waiver."),
    until: dayField("Choose the last day of the waiver; a waiver always has one."),
    why: z
      .string()
      .transform((typed) => typed.replace(/\s+/g, " "))
      .pipe(lineField(500, "Say why; it is shown wherever the waiver counts.")),
  })
  .refine(({ from, until }) => until >= from, {
    path: ["until"],
    message: "The last day of the waiver comes before its first.",
    // Shown beside other problems, not only once all else is right.
    when: ({ value }) => {
      const { from, until } = (value ?? {}) as { from?: unknown; until?: unknown };
      return typeof from === "string" && typeof until === "string";
    },
  });
export type WaiveQualification = z.output<typeof waiveQualificationForm>;
