import { z } from "zod";
import { answerUseForm } from "./answer-use";

// Read field by field with the archive's own schema; here only the shape of the message.
const answers = z.record(z.string().max(60), z.unknown());

/**
 * What the form sends to save a draft. `id` is made by the form, so that the same form sent twice
 * is one request; `version` is the one the form was based on, null for a request not yet saved.
 */
export const draftForm = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive().nullable(),
  archive: z.string().max(40),
  title: z.string().max(20_000),
  unitIds: z.array(z.uuid()).min(1).max(50),
  personIds: z.array(z.uuid()).max(50),
  answers,
  /** By `itemKey`. */
  itemAnswers: z.record(z.string().max(80), answers),
  /** The questions that were answered from the library since the last save. */
  uses: z.array(answerUseForm).max(200).optional(),
});
export type Draft = z.infer<typeof draftForm>;
