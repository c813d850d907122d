import { z } from "zod";
import type { Keep } from "./keeps";

const keep = z.object({ personId: z.uuid(), function: z.string().max(60), keep: z.boolean() });

/** At most so many people and functions does one request name. */
export const keepsForm = z
  .array(keep)
  .max(400)
  .transform((entries) => entries.map((entry) => entry as Keep));
