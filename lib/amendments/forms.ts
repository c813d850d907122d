import { z } from "zod";
import { PERSON_FUNCTIONS } from "../archives/lifecycle";
import { dayField } from "../dates/day-field";
import { textField } from "../team/text-field";

const BROKEN = "This form is broken; load the page again.";
const id = z.uuid(BROKEN);
const version = z.int32().min(1);
const personId = z.uuid("Choose a person.");
const on = dayField("Choose the day of the change.");
const optionalId = z
  .union([z.literal(""), z.uuid("Choose one of the list.")])
  .transform((typed) => typed || null);

/** What changes, by its kind; days are calendar days. */
const changeForm = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("people"),
    effect: z.enum(["add", "remove"], "Say whether the person joins or leaves."),
    personId,
    function: z.enum(PERSON_FUNCTIONS, "Choose a function from the list."),
    on,
  }),
  z.strictObject({
    kind: z.literal("scope_add"),
    unitIds: z.array(id).min(1, "Choose what is added.").max(50, "Choose 50 at most."),
  }),
  z.strictObject({
    kind: z.literal("scope_remove"),
    itemIds: z.array(id).min(1, "Choose what is taken off.").max(50, "Choose 50 at most."),
    on,
  }),
  z.strictObject({ kind: z.literal("aim") }),
  z.strictObject({ kind: z.literal("end_date"), endsOn: dayField("Choose the new last day.") }),
  z.strictObject({ kind: z.literal("pi"), personId, on }),
  z.strictObject({ kind: z.literal("hand_over"), personId }),
  z.strictObject({
    kind: z.literal("pi_moves"),
    on: dayField("Choose the last day at this institution."),
  }),
]);
export type AmendmentChange = z.output<typeof changeForm>;

/** `commandId` is made by the form: the same form sent twice prepares one amendment. */
export const prepareForm = z.strictObject({
  commandId: id,
  requestId: id,
  what: textField(4_000, "Write in a sentence what changes and why."),
  change: changeForm,
});
export type PrepareAmendment = z.output<typeof prepareForm>;

const amendment = { id, version };

/** It went to the archive. */
export const askForm = z.strictObject({ ...amendment, on: dayField("Enter the day.") });
export type AskAmendment = z.output<typeof askForm>;

/** What the archive decided. */
export const decideForm = z.strictObject({
  ...amendment,
  outcome: z.enum(["approved", "refused"], "Say what was decided."),
  on: dayField("Enter the day of the decision."),
  documentId: optionalId,
});
export type DecideAmendment = z.output<typeof decideForm>;

/** It is done without anybody's consent. */
export const recordForm = z.strictObject({ ...amendment, documentId: optionalId });
export type RecordAmendment = z.output<typeof recordForm>;

/** It is given up. */
export const withdrawForm = z.strictObject(amendment);
export type WithdrawAmendment = z.output<typeof withdrawForm>;
