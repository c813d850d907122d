import { type Day, daysBetween } from "./day";
import { wallClock } from "./wall-clock";

/** How near an end is: `far` over 90 days, `near` 31 to 90, `urgent` 30 or fewer, `past` lapsed. */
export type EndBand = "far" | "near" | "urgent" | "past" | "closed" | "renewing";

/** `14 Mar 2027`, in German `14. März 2027`: the month in letters, because readers in Europe and America swap numbers. */
export function formatDay(day: Day, locale = "en"): string {
  return inWords(day, "short", locale);
}

/** `14 March 2027`, for running text and mail. */
export function formatDayLong(day: Day, locale = "en"): string {
  return inWords(day, "long", locale);
}

/** `March 2027`, or short `Mar 2027`: the month that a day lies in. */
export function formatMonth(day: Day, length: "short" | "long" = "long", locale = "en"): string {
  return `${monthOf(day, length, locale)} ${Number(day.slice(0, 4))}`;
}

/** `Sunday 14 March 2027`, in German `Sonntag, 14. März 2027`, for a date that somebody must not miss. */
export function formatWeekday(day: Day, locale = "en"): string {
  const weekday = wordsFor(locale, { weekday: "long" }).format(Date.parse(day));
  return `${weekday}${locale === "de" ? "," : ""} ${formatDayLong(day, locale)}`;
}

/** `in 23 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`. */
export function formatDaysFrom(today: Day, day: Day, locale = "en"): string {
  return distancesFor(locale).format(daysBetween(today, day), "day");
}

/** `14 Mar 2027 (in 23 days)`. */
export function formatDayWithDistance(day: Day, today: Day, locale = "en"): string {
  return `${formatDay(day, locale)} (${formatDaysFrom(today, day, locale)})`;
}

/**
 * The band of an end date. The day itself is still `urgent`: access lasts to the end of that day.
 * A closed request is `closed` and one whose renewal is filed `renewing`, whatever the date.
 */
export function endBand(
  endsOn: Day,
  today: Day,
  state: { closed?: boolean; renewalFiled?: boolean } = {},
): EndBand {
  if (state.closed) return "closed";
  if (state.renewalFiled) return "renewing";
  const days = daysBetween(today, endsOn);
  if (days < 0) return "past";
  if (days <= 30) return "urgent";
  return days <= 90 ? "near" : "far";
}

/** All that an end date shows: the day in ISO form for machines, in words, its distance and band. */
export function describeEnd(
  endsOn: Day,
  today: Day,
  state: { closed?: boolean; renewalFiled?: boolean } = {},
  locale = "en",
): { iso: Day; date: string; distance: string; band: EndBand } {
  return {
    iso: endsOn,
    date: formatDay(endsOn, locale),
    distance: formatDaysFrom(today, endsOn, locale),
    band: endBand(endsOn, today, state),
  };
}

/** `14 Mar 2027, 12:03` as read on a clock in `timeZone` (an IANA name). */
export function formatInstant(instant: Date, timeZone: string, locale = "en"): string {
  const { day, time } = wallClock(instant, timeZone);
  return `${inWords(day as Day, "short", locale)}, ${time}`;
}

function inWords(day: Day, length: "short" | "long", locale: string): string {
  // Built by hand, because Intl puts the month first for some kinds of English.
  const dot = locale === "de" ? "." : "";
  return `${Number(day.slice(8))}${dot} ${formatMonth(day, length, locale)}`;
}

// Beside a day, since German has another short form for a month by itself: März, not Mär.
function monthOf(day: Day, length: "short" | "long", locale: string): string {
  const parts = wordsFor(locale, { day: "numeric", month: length }).formatToParts(Date.parse(day));
  return parts.find(({ type }) => type === "month")?.value ?? "";
}

// Making a formatter takes a hundred times as long as using it, and mails are full of dates. A day is
// read as midnight UTC, and written there too.
const wordsFor = remember(
  (locale: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }),
);
const distancesFor = remember(
  (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
);

function remember<Args extends unknown[], Made>(make: (...args: Args) => Made) {
  const made = new Map<string, Made>();
  return (...args: Args): Made => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
