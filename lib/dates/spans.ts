import { addDays, type Day } from "./day";

/** The Sunday of a day's week, which begins on Monday (ISO 8601); a Sunday is its own. */
export function endOfWeek(day: Day): Day {
  return addDays(day, (7 - new Date(day).getUTCDay()) % 7);
}

/** The last day of a day's calendar month. */
export function endOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day;
}
