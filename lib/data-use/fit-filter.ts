import { z } from "zod";
import { one, oneArchive } from "../query-part";
import { FIT_VERDICTS } from "./verdict";

/** Characters that nobody sees have no place in a search; PostgreSQL refuses some outright. */
const words = z.string().transform((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim());

/**
 * What the list of fits shows, as it stands in the address. Whatever cannot be read filters nothing.
 * Pages count from 1.
 */
export const fitFilter = z.object({
  purpose: one.pipe(z.uuid()).optional().catch(undefined),
  verdict: one.pipe(z.enum(FIT_VERDICTS)).optional().catch(undefined),
  archive: oneArchive.optional().catch(undefined),
  q: one.pipe(words).pipe(z.string().min(1).max(200)).optional().catch(undefined),
  page: one
    .pipe(z.string().regex(/^\d{1,3}$/))
    .transform(Number)
    .pipe(z.int().min(1))
    .catch(1),
});
export type FitFilter = z.output<typeof fitFilter>;
