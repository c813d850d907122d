import { z } from "zod";
import { DUTY_KINDS } from "../obligations/kinds";

const KINDS = new Set(DUTY_KINDS.map(({ id }) => id));

/** What mail somebody wants; `muted` are kinds of duties. `version` is the one that the page showed. */
export const mailPreferenceForm = z.strictObject({
  version: z.number().int().min(1),
  digest: z.boolean(),
  muted: z
    .array(z.string().max(100))
    .max(KINDS.size)
    .transform((kinds) => [...new Set(kinds)].filter((kind) => KINDS.has(kind)).toSorted()),
});
export type MailPreferenceInput = z.output<typeof mailPreferenceForm>;

/** The button behind the link that ends the daily mail. */
export const unsubscribeForm = z.strictObject({ token: z.string().max(200) });
