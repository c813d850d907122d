import { Temporal } from "temporal-polyfill";
import type { Day } from "./day";
import { formatInstant } from "./format";
import { wallClock } from "./wall-clock";

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether `text` is a time of day, `14:03`. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/**
 * The instant at which a clock in `timeZone` (an IANA name) shows this day and time; null for a time
 * that the clocks skipped that day. Of the two instants that a night with a repeated hour has, the
 * earlier one: a deadline counted from it is never too late.
 */
export function instantOf(day: Day, clock: string, timeZone: string): Date | null {
  const plain = Temporal.PlainDateTime.from(`${day}T${clock}`);
  const zoned = plain.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(plain) ? new Date(zoned.epochMilliseconds) : null;
}

/**
 * As `instantOf`, for something that must happen that day all the same: a time that the clocks
 * skipped is moved forward by as much as they were.
 */
export function instantNear(day: Day, clock: string, timeZone: string): Date {
  const plain = Temporal.PlainDateTime.from(`${day}T${clock}`);
  return new Date(
    plain.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds,
  );
}

/** What a clock in `timeZone` shows at an instant: `14:03`. */
export function clockOf(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).time;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `in 21 hours`, `in 40 minutes`, `3 hours ago`; whole days from two days on. Never rounds up. */
export function formatTimeFrom(now: Date, instant: Date, locale = "en"): string {
  const left = instant.getTime() - now.getTime();
  const far = Math.abs(left);
  const [size, unit] =
    far < HOUR
      ? ([MINUTE, "minute"] as const)
      : far < 2 * DAY
        ? ([HOUR, "hour"] as const)
        : ([DAY, "day"] as const);
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(left / size), unit);
}

/** `14 Mar 2027, 12:03 (in 21 hours)`, on a clock in `timeZone`. */
export function formatInstantWithDistance(
  instant: Date,
  now: Date,
  timeZone: string,
  locale = "en",
): string {
  return `${formatInstant(instant, timeZone, locale)} (${formatTimeFrom(now, instant, locale)})`;
}
