import { addDays, type Day } from "./day";

/** Sunday is 0, Saturday 6. */
function weekday(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

/**
 * `from` moved on by whole business days: Monday to Friday, the day itself not counted. Public
 * holidays count as business days, since we hold no calendar of them: the day we give is never later
 * than the true one. `days` is 0 or more; 0 gives the day itself.
 */
export function addBusinessDays(from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}
