import { z } from "zod";
import { somebody } from "../calendar/filter";
import { one, oneArchive, oneDay } from "../query-part";
import { TIMELINE_KINDS } from "./entry";
import { GROUPINGS, SHOWN, type TimelineView } from "./view-query";
import { ZOOMS } from "./window";

/** Several boxes of a form come as a list, a link of ours names them with commas. */
const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().flatMap((text) => text.split(",")))
  .transform((named) => TIMELINE_KINDS.filter((kind) => named.includes(kind)))
  .refine((kinds) => kinds.length > 0);

/** The view as it stands in the address. Whatever cannot be read changes nothing. */
export const timelineView = z
  .object({
    zoom: one.pipe(z.enum(ZOOMS)).catch("1y"),
    from: oneDay.optional().catch(undefined),
    group: one.pipe(z.enum(GROUPINGS)).catch("person"),
    kinds: many.catch([...SHOWN]),
    person: somebody.optional().catch(undefined),
    archive: oneArchive.optional().catch(undefined),
    data: one
      .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/i))
      .optional()
      .catch(undefined),
    as: one.pipe(z.enum(["chart", "list"])).catch("chart"),
    page: one.transform(Number).pipe(z.int().min(1).max(10_000)).catch(1),
  })
  .transform((view): TimelineView => view);
