import { firstDay as firstDayOf, monthOf } from "../calendar/months";
import { addMonths, type Day, daysBetween } from "../dates/day";

/** How much time the timeline shows, nearest first. */
export const ZOOMS = ["3m", "1y", "3y", "all"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** A stretch of whole months, half open: `before` is the first day after it. */
export interface Window {
  from: Day;
  before: Day;
}

/** Months that each zoom shows, those of them that lie before this one, and by how many it moves. */
const MONTHS: Record<Exclude<Zoom, "all">, { shown: number; past: number; step: number }> = {
  "3m": { shown: 3, past: 0, step: 1 },
  "1y": { shown: 12, past: 2, step: 4 },
  "3y": { shown: 36, past: 12, step: 12 },
};

/** No month moves past these, so that every sum stays within the days there are. */
const FIRST = "1905-01-01" as Day;
const LAST = "2190-01-01" as Day;

/**
 * The months that are shown.
 * @param from a day of the first one; without it the zoom's own place around today
 * @param extent what there is at all, for `all`; today is always in it
 */
export function windowOf(
  { zoom, from }: { zoom: Zoom; from?: Day },
  today: Day,
  extent: { from: Day | null; last: Day | null },
): Window {
  if (zoom === "all") return whole(today, extent);
  const { shown, past } = MONTHS[zoom];
  const first = from ? clamped(from) : addMonths(firstOf(today), -past);
  return { from: firstOf(first), before: addMonths(firstOf(first), shown) };
}

/** All there is, with a month of room on either side, and never less than half a year. */
function whole(today: Day, { from, last }: { from: Day | null; last: Day | null }): Window {
  const first = clamped(from !== null && from < today ? from : today);
  const end = clamped(last !== null && last > today ? last : today);
  return { from: addMonths(firstOf(first), -1), before: addMonths(firstOf(end), 5) };
}

/** The first day of the window so many steps on, negative: back; null where all is shown anyway. */
export function moved(zoom: Zoom, { from }: Window, steps: number): Day | null {
  if (zoom === "all") return null;
  return clamped(addMonths(clamped(from), MONTHS[zoom].step * steps));
}

/**
 * Where another zoom begins so that what is in the middle stays there; null for all of it. Where today
 * is in sight it stays so: it takes the zoom's own place.
 */
export function zoomed(to: Zoom, window: Window, today: Day): Day | null {
  if (to === "all" || holds(window, today)) return null;
  const middle = addMonths(window.from, Math.floor(monthsIn(window) / 2));
  return clamped(firstOf(addMonths(middle, -Math.floor(MONTHS[to].shown / 2))));
}

/** The next nearer zoom, or the next wider one; null beyond the last. */
export function nextZoom(zoom: Zoom, to: "nearer" | "wider"): Zoom | null {
  return ZOOMS[ZOOMS.indexOf(zoom) + (to === "wider" ? 1 : -1)] ?? null;
}

/** Whether a day lies in the window. */
export function holds({ from, before }: Window, day: Day): boolean {
  return from <= day && day < before;
}

/** How many whole months a window has. */
export function monthsIn({ from, before }: Window): number {
  const count = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(before) - count(from);
}

/** Where the beginning of a day lies in the window: 0 at its left edge, 1 at its right; beyond them outside. */
export function shareOf({ from, before }: Window, day: Day): number {
  return daysBetween(from, day) / daysBetween(from, before);
}

function firstOf(day: Day): Day {
  return firstDayOf(monthOf(day));
}

function clamped(day: Day): Day {
  if (day < FIRST) return FIRST;
  return day > LAST ? LAST : day;
}
