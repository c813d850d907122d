import { z } from "zod";
import { type Day, isDay } from "../dates/day";
import { ACCESS_STATUSES, type AccessStatus } from "./verdict";

/** Which people, units and verdicts the access page shows. */
export interface AccessFilter {
  /** An archive's code. */
  archive?: string;
  /** Words that name the data: of the title, the accession, the version. */
  data?: string;
  /** Words of the person's name. */
  person?: string;
  state?: AccessStatus;
  /** The day that is asked about; today where none is named. */
  on?: Day;
  /** `ours`: what the team has anything to do with; `all`: everything gated in the catalogue. */
  units: "ours" | "all";
  /** `here`: on the team on that day; `all`: also who left or is still to come. */
  people: "here" | "all";
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** Words as typed; PostgreSQL and addresses know no NUL. */
const words = one
  .pipe(z.string().max(200))
  .transform((text) => text.replaceAll("\0", "").trim() || undefined)
  .optional()
  .catch(undefined);

/** The filter as it stands in the address. Whatever cannot be read filters nothing. */
export const accessFilter = z
  .object({
    archive: one
      .pipe(z.string().regex(/^[a-z]{1,20}$/))
      .optional()
      .catch(undefined),
    data: words,
    person: words,
    state: one.pipe(z.enum(ACCESS_STATUSES)).optional().catch(undefined),
    on: one
      .pipe(z.string().trim().refine(isDay))
      .transform((text) => text as Day)
      .optional()
      .catch(undefined),
    units: one.pipe(z.enum(["ours", "all"])).catch("ours"),
    people: one.pipe(z.enum(["here", "all"])).catch("here"),
  })
  .transform((filter): AccessFilter => filter);

/** The filter as the address carries it, without what it says by itself: `archive=ega&on=2027-03-01`. */
export function writeAccessFilter(filter: Partial<AccessFilter>): string {
  const { units, people, ...rest } = filter;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (units === "all") query.set("units", units);
  if (people === "all") query.set("people", people);
  return query.toString();
}

/** Whether every word of `words` stands somewhere in the texts, in any case. */
export function hasWords(words: string | undefined, texts: readonly string[]): boolean {
  if (words === undefined) return true;
  const text = texts.join("\n").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
