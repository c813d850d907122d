// Read by Intl and not by Temporal, whose polyfill every page would have to carry along for it.
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known =
    FORMATTERS.get(timeZone) ??
    new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    });
  FORMATTERS.set(timeZone, known);
  return known;
}

/**
 * What calendar and clock show at an instant in `timeZone` (an IANA name): the day, and the time as
 * `14:03`. Throws a RangeError for a zone that this runtime does not know.
 */
export function wallClock(instant: Date, timeZone: string): { day: string; time: string } {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const day = `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}`;
  return { day, time: `${of("hour")}:${of("minute")}` };
}
