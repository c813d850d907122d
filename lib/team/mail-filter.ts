import { z } from "zod";
import { isDay } from "../dates/day";

/** What can become of a mail, as the mail page orders it: what needs somebody first. */
export const MAIL_STATES = ["failed", "held", "pending", "sent", "cancelled", "in_app"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What the address of the mail page may say: only one state, and the day whose run is previewed. */
export const mailPageFilter = z.object({
  state: z.enum(MAIL_STATES).optional().catch(undefined),
  on: z.string().refine(isDay).optional().catch(undefined),
});

/** What was held is let go or dropped as a whole; `count` is what the page showed. */
export const heldMailForm = z.strictObject({ count: z.number().int().min(1) });
