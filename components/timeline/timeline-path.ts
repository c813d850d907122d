import { placePath } from "@/components/access/access-paths";
import { dutyPath } from "@/components/duties/duty-path";
import type { Day } from "@/lib/dates/day";
import type { EntryPlace } from "@/lib/timeline/entry";
import { type TimelineView, writeTimelineView } from "@/lib/timeline/view-query";
import { moved, nextZoom, type Window, type Zoom, zoomed } from "@/lib/timeline/window";

/** The address of the timeline under a view. */
export function timelinePath(team: string, view: Partial<TimelineView> = {}): string {
  const query = writeTimelineView(view);
  return `/t/${encodeURIComponent(team)}/timeline${query && `?${query}`}`;
}

/** The address of the page on which more is known of an entry. */
export function entryPath(team: string, place: EntryPlace): string {
  return place.kind === "duty" ? dutyPath(team, place.id) : placePath(team, place);
}

/** Where the keys and buttons that move in time lead; null where there is nothing further. */
export interface TimeMoves {
  earlier: string | null;
  later: string | null;
  nearer: string | null;
  wider: string | null;
}

/** The view in another zoom, what is in the middle kept there. */
export function zoomPath(
  team: string,
  view: TimelineView,
  { to, window, today }: { to: Zoom; window: Window; today: Day },
): string {
  return timelinePath(team, { ...view, zoom: to, from: zoomed(to, window, today) ?? undefined });
}

/** The four ways on from here. */
export function timeMoves(
  team: string,
  view: TimelineView,
  { window, today }: { window: Window; today: Day },
): TimeMoves {
  const step = (steps: number) => {
    const from = moved(view.zoom, window, steps);
    return from && timelinePath(team, { ...view, from });
  };
  const zoom = (way: "nearer" | "wider") => {
    const to = nextZoom(view.zoom, way);
    return to && zoomPath(team, view, { to, window, today });
  };
  return { earlier: step(-1), later: step(1), nearer: zoom("nearer"), wider: zoom("wider") };
}
