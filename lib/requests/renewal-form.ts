import { z } from "zod";
import { keepsForm } from "./keeps-form";

/**
 * What the page of a renewal sends to save it: whom it keeps, the answers of the progress report by
 * question, and what the report tells by id. `version` is the one of the request it was based on.
 */
export const renewalForm = z.strictObject({
  requestId: z.uuid(),
  version: z.number().int().positive(),
  keeps: keepsForm,
  answers: z.record(z.string().max(60), z.unknown()),
  told: z.array(z.uuid()).max(500),
});
export type RenewalInput = z.output<typeof renewalForm>;
