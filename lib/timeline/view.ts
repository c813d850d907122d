import { z } from "zod";
import { ME } from "../calendar/filter";
import { type Day, isDay } from "../dates/day";
import { TIMELINE_KINDS, type TimelineKind } from "./entry";
import { ZOOMS, type Zoom } from "./window";

/** By what the rows are gathered. */
export const GROUPINGS = ["person", "data", "archive"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Accounts hardly ever end: they are shown on demand. */
const SHOWN: readonly TimelineKind[] = TIMELINE_KINDS.filter((kind) => kind !== "account");

/** What of the timeline is shown, as it stands in the address. */
export interface TimelineView {
  zoom: Zoom;
  /** A day of the first month; absent: the zoom's own place around today. */
  from?: Day;
  group: Grouping;
  /** In the order of TIMELINE_KINDS, at least one. */
  kinds: readonly TimelineKind[];
  /** A person's id, or `me`. */
  person?: string;
  /** An archive's code. */
  archive?: string;
  /** The short name of a data set in addresses. */
  data?: string;
  /** As a list instead of a chart. */
  as: "chart" | "list";
  /** Of the groups, from 1. */
  page: number;
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string());

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
    from: one
      .pipe(z.string().trim().refine(isDay))
      .transform((text) => text as Day)
      .optional()
      .catch(undefined),
    group: one.pipe(z.enum(GROUPINGS)).catch("person"),
    kinds: many.catch([...SHOWN]),
    person: one
      .pipe(z.union([z.literal(ME), z.uuid()]))
      .optional()
      .catch(undefined),
    archive: one
      .pipe(z.string().regex(/^[a-z]{1,20}$/))
      .optional()
      .catch(undefined),
    data: one
      .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/i))
      .optional()
      .catch(undefined),
    as: one.pipe(z.enum(["chart", "list"])).catch("chart"),
    page: one.transform(Number).pipe(z.int().min(1).max(10_000)).catch(1),
  })
  .transform((view): TimelineView => view);

/** The view as the address carries it, without what it says by itself: `zoom=3y&group=data`. */
export function writeTimelineView(view: Partial<TimelineView>): string {
  const { zoom, from, group, kinds, person, archive, data, as, page } = view;
  const query = new URLSearchParams();
  if (zoom && zoom !== "1y") query.set("zoom", zoom);
  if (from) query.set("from", from);
  if (group && group !== "person") query.set("group", group);
  if (kinds && kinds.join() !== SHOWN.join()) query.set("kinds", kinds.join());
  for (const [name, value] of Object.entries({ person, archive, data })) {
    if (value) query.set(name, value);
  }
  if (as === "list") query.set("as", as);
  if (page && page > 1) query.set("page", String(page));
  return query.toString().replaceAll("%2C", ",");
}
