import { z } from "zod";
import { one, oneArchive, oneDay } from "../query-part";
import type { AccessFilter } from "./access-query";
import { ACCESS_STATUSES } from "./verdict";

/** Words as typed; PostgreSQL and addresses know no NUL. */
const words = one
  .pipe(z.string().max(200))
  .transform((text) => text.replaceAll("\0", "").trim() || undefined)
  .optional()
  .catch(undefined);

/** The filter as it stands in the address. Whatever cannot be read filters nothing. */
export const accessFilter = z
  .object({
    archive: oneArchive.optional().catch(undefined),
    data: words,
    person: words,
    state: one.pipe(z.enum(ACCESS_STATUSES)).optional().catch(undefined),
    on: oneDay.optional().catch(undefined),
    units: one.pipe(z.enum(["ours", "all"])).catch("ours"),
    people: one.pipe(z.enum(["here", "all"])).catch("here"),
  })
  .transform((filter): AccessFilter => filter);

/** Whether every word of `words` stands somewhere in the texts, in any case. */
export function hasWords(words: string | undefined, texts: readonly string[]): boolean {
  if (words === undefined) return true;
  const text = texts.join("\n").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
