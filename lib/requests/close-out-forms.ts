import { z } from "zod";
import { CLOSE_OUT_REASONS, type CloseOutReason } from "../archives/close-out";
import { lineField } from "../team/line-field";

const BROKEN = "This form is broken; load the page again.";
const id = z.uuid(BROKEN);
const version = z.int32().min(1);
const REASONS = CLOSE_OUT_REASONS.map(({ value }) => value) as [CloseOutReason];

/** `commandId` is made by the form: the same form sent twice begins one close-out. */
export const startCloseOutForm = z.strictObject({
  commandId: id,
  requestId: id,
  reason: z.enum(REASONS, "Choose why the request ends."),
  note: lineField(500),
});
export type StartCloseOut = z.output<typeof startCloseOutForm>;

/** Answers are those to the step's own questions, by id. */
export const recordStepForm = z.strictObject({
  commandId: id,
  id,
  version,
  step: z.string().max(60),
  answers: z.record(z.string().max(60), z.string().max(4000)),
  documentId: z.union([z.literal(""), z.uuid()]).transform((typed) => typed || null),
});
export type RecordStep = z.output<typeof recordStepForm>;

export const cancelCloseOutForm = z.strictObject({
  id,
  version,
  why: lineField(500, "Say why the request goes on; it stays in the history."),
});
export type CancelCloseOut = z.output<typeof cancelCloseOutForm>;
