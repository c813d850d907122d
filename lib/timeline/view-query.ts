import type { Day } from "../dates/day";
import { TIMELINE_KINDS, type TimelineKind } from "./entry";
import type { Zoom } from "./window";

/** By what the rows are gathered. */
export const GROUPINGS = ["person", "data", "archive"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Accounts hardly ever end: they are shown on demand. */
export const SHOWN: readonly TimelineKind[] = TIMELINE_KINDS.filter((kind) => kind !== "account");

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
