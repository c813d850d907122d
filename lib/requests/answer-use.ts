import { z } from "zod";

/**
 * That a question was answered from the library, and with which version of the answer; `entry` is
 * the question's name in the flat form.
 */
export const answerUseForm = z.strictObject({
  entry: z.string().max(150),
  answerId: z.uuid(),
  answerVersion: z.number().int().positive(),
});
export type AnswerUse = z.output<typeof answerUseForm>;
