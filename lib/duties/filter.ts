import { z } from "zod";
import { DUTY_GROUPS, type DutyGroup } from "../obligations/kinds";

/** What the list can be narrowed to: all that is to be done, or only what is late, or what is over. */
export const LISTED_STATES = ["open", "missed", "done", "not_applicable"] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/** Which duties the page shows. */
export interface DutyFilter {
  /** Whose duties: a person's id, or `me`; of everybody where it is absent. */
  person?: string;
  /** An archive's code. */
  archive?: string;
  group?: DutyGroup;
  state: ListedState;
  /** From 1. */
  page: number;
}

/** The word in the address for whoever reads it. */
export const ME = "me";

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

/** The filter as it stands in the address. Whatever cannot be read filters nothing. */
export const dutyFilter = z
  .object({
    person: one
      .pipe(z.union([z.literal(ME), z.uuid()]))
      .optional()
      .catch(undefined),
    archive: one
      .pipe(z.string().regex(/^[a-z]{1,20}$/))
      .optional()
      .catch(undefined),
    group: one.pipe(z.enum(DUTY_GROUPS)).optional().catch(undefined),
    state: one.pipe(z.enum(LISTED_STATES)).catch("open"),
    page: one.transform(Number).pipe(z.int().min(1).max(100_000)).catch(1),
  })
  .transform((filter): DutyFilter => filter);

/** The filter as the address carries it, without what it says by itself: `person=me&state=done`. */
export function writeDutyFilter(filter: Partial<DutyFilter>): string {
  const { state, page, ...rest } = filter;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (state && state !== "open") query.set("state", state);
  if (page && page > 1) query.set("page", String(page));
  return query.toString();
}
