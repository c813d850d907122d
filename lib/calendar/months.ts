import { addDays, type Day, day } from "../dates/day";

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __month: unique symbol };

/** The month that a day lies in. */
export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month;
}

/** So many months from `first` on, `first` included. */
export function monthsFrom(first: Month, count: number): Month[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const [year, month] = [Math.floor((start + index) / 12), ((start + index) % 12) + 1];
    return `${year}-${String(month).padStart(2, "0")}` as Month;
  });
}

/** The first day of a month. */
export function firstDay(month: Month): Day {
  return day(`${month}-01`);
}

/** The days of a month by weeks that begin on Monday; null before its first day and after its last. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = firstDay(month);
  // 1 January 1900, the first day there is, was a Monday.
  const before = ((Date.parse(first) - Date.parse("1900-01-01")) / 86_400_000) % 7;
  const days: (Day | null)[] = Array(before).fill(null);
  for (let on = first; monthOf(on) === month; on = addDays(on, 1)) days.push(on);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
