import { Temporal } from "temporal-polyfill";
import type { Day } from "./day";

/** The Sunday of a day's week, which begins on Monday (ISO 8601); a Sunday is its own. */
export function endOfWeek(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.add({ days: date.daysInWeek - date.dayOfWeek }).toString() as Day;
}

/** The last day of a day's calendar month. */
export function endOfMonth(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString() as Day;
}
