import { z } from "zod";
import { DUTY_GROUPS, type DutyGroup } from "../obligations/kinds";
import { one, oneArchive } from "../query-part";

/** What the calendar can be narrowed to. */
export interface CalendarFilter {
  /** Whose duties: a person's id, or `me`; of everybody where it is absent. */
  person?: string;
  /** An archive's code. */
  archive?: string;
  group?: DutyGroup;
}

/** The word in the address for whoever reads it. */
export const ME = "me";

/** A person's id, or whoever reads it. */
export const somebody = one.pipe(z.union([z.literal(ME), z.uuid()]));

/** The filter as it stands in the address. Whatever cannot be read filters nothing. */
export const calendarFilter = z
  .object({
    person: somebody.optional().catch(undefined),
    archive: oneArchive.optional().catch(undefined),
    group: one.pipe(z.enum(DUTY_GROUPS)).optional().catch(undefined),
  })
  .transform((filter): CalendarFilter => filter);

/** The filter as the address carries it: `person=me&archive=ega`. */
export function writeCalendarFilter(filter: CalendarFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query.toString();
}
