import { firstDay, monthOf, monthsFrom, weeksOf } from "../calendar/months";
import { addDays, type Day } from "../dates/day";
import { monthsIn, shareOf, type Window } from "./window";

/** What a part of the scale stands for. */
export type TickUnit = "week" | "month" | "quarter" | "year";

/** One part of the scale, cut to the window; `left` and `width` as shares of it. */
export interface Tick {
  unit: TickUnit;
  /** Its first day, which may lie before the window. */
  from: Day;
  left: number;
  width: number;
}

/** The two rows of the scale: what the upper one names, the lower one divides. */
export interface Scale {
  upper: readonly Tick[];
  lower: readonly Tick[];
}

/** The scale of a window: weeks up to four months, months up to two years, then quarters, then years. */
export function scaleOf(window: Window): Scale {
  const months = monthsIn(window);
  if (months <= 4) return { upper: ticks(window, "month"), lower: ticks(window, "week") };
  if (months <= 24) return { upper: ticks(window, "year"), lower: ticks(window, "month") };
  if (months <= 60) return { upper: ticks(window, "year"), lower: ticks(window, "quarter") };
  return { upper: [], lower: ticks(window, "year") };
}

function ticks(window: Window, unit: TickUnit): Tick[] {
  const starts = startsOf(window, unit);
  return starts.map((from, at) => {
    const left = Math.max(shareOf(window, from), 0);
    const next = starts[at + 1];
    return { unit, from, left, width: (next ? shareOf(window, next) : 1) - left };
  });
}

/** The first day of each part that the window touches, the first of them perhaps before it. */
function startsOf(window: Window, unit: TickUnit): Day[] {
  const months = monthsFrom(monthOf(window.from), monthsIn(window));
  if (unit === "week") return weeks(window);
  if (unit === "month") return months.map(firstDay);
  const length = unit === "quarter" ? 3 : 12;
  return months
    .filter((month, at) => at === 0 || (Number(month.slice(5)) - 1) % length === 0)
    .map(firstDay);
}

function weeks(window: Window): Day[] {
  const [first = []] = weeksOf(monthOf(window.from));
  // The days of the first week that lie in the month before are not in the list of its weeks.
  const monday = addDays(window.from, -first.filter((day) => day === null).length);
  const starts: Day[] = [];
  for (let on = monday; on < window.before; on = addDays(on, 7)) starts.push(on);
  return starts;
}
