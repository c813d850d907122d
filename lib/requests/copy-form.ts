import { z } from "zod";

/** What the page sends to copy a request; `id` is the new request's, so that two clicks copy once. */
export const copyForm = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  unitIds: z.array(z.uuid()).min(1, "Choose at least one.").max(50),
  personIds: z.array(z.uuid()).max(50),
});
export type CopyInput = z.output<typeof copyForm>;
