import { z } from "zod";
import type { Day } from "../dates/day";
import { textField } from "../team/text-field";
import type { RevisedSection } from "./revision";

/** Longest comment on a section, in characters. */
const LONGEST_COMMENT = 4_000;

/** The sections that a move sends back, each with what was said of it. */
export const sentBackForm = z
  .array(z.strictObject({ section: z.string().max(60), comment: textField(LONGEST_COMMENT) }))
  .max(60);

const revised = z.array(
  z.object({
    section: z.string(),
    comment: z.string(),
    opened: z
      .object({ by: z.string(), on: z.string().transform((day) => day as Day), reason: z.string() })
      .optional(),
  }),
);

/** The sections as a stored revision holds them. */
export function readRevised(stored: unknown): RevisedSection[] {
  return revised.catch([]).parse(stored);
}

/** What a lead or coordinator sends to open one more section of what was sent back. */
export const openSectionForm = z.strictObject({
  requestId: z.uuid(),
  section: z.string().max(60),
  /** The key of the item whose section it is; absent for sections of the request. */
  itemKey: z.string().max(80).optional(),
  reason: textField(LONGEST_COMMENT, "Say why; it is kept in the history."),
});
export type OpenSection = z.output<typeof openSectionForm>;
