import type { Day } from "./day";
import {
  describeEnd,
  formatDay,
  formatDayLong,
  formatDaysFrom,
  formatDayWithDistance,
  formatInstant,
  formatMonth,
  formatWeekday,
} from "./format";
import { formatInstantWithDistance, formatTimeFrom } from "./moment";

/** All dates in one language; each function is the one of format.ts or moment.ts with its locale. */
export type Dates = ReturnType<typeof datesIn>;

/** The dates of one language (a BCP 47 code), made once, so that they may be a hook's dependency. */
export function datesIn(locale: string) {
  const known = MADE.get(locale) ?? make(locale);
  MADE.set(locale, known);
  return known;
}

const MADE = new Map<string, ReturnType<typeof make>>();

function make(locale: string) {
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale);
  return {
    /** `14 Mar 2027`. */
    day: (day: Day) => formatDay(day, locale),
    /** `14 March 2027`. */
    dayLong: (day: Day) => formatDayLong(day, locale),
    /** `March 2027`. */
    month: (day: Day, length: "short" | "long" = "long") => formatMonth(day, length, locale),
    /** `Sunday 14 March 2027`. */
    weekday: (day: Day) => formatWeekday(day, locale),
    /** `in 23 days`. */
    distance: (today: Day, day: Day) => formatDaysFrom(today, day, locale),
    /** `14 Mar 2027 (in 23 days)`. */
    dayWithDistance: (day: Day, today: Day) => formatDayWithDistance(day, today, locale),
    /** All that an end date shows. */
    end: (endsOn: Day, today: Day, state: { closed?: boolean; renewalFiled?: boolean } = {}) =>
      describeEnd(endsOn, today, state, locale),
    /** `14 Mar 2027, 12:03`, on a clock in `timeZone`. */
    instant: (instant: Date, timeZone: string) => formatInstant(instant, timeZone, locale),
    /** `14 Mar 2027, 12:03 (in 21 hours)`. */
    instantWithDistance: (instant: Date, now: Date, timeZone: string) =>
      formatInstantWithDistance(instant, now, timeZone, locale),
    /** `in 21 hours`. */
    timeFrom: (now: Date, instant: Date) => formatTimeFrom(now, instant, locale),
    /** `a, b and c`. */
    list: (entries: readonly string[]) => list.format(entries),
    /** In the order of a dictionary. */
    compare: (a: string, b: string) => collator.compare(a, b),
  };
}
