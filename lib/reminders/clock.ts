import { type Day, dayOf } from "../dates/day";
import { instantNear } from "../dates/moment";

/** When mail goes out, on the clock of whoever reads it. */
const MORNING = "08:00";

/** What day it is, and when it is morning, for people in any zone. */
export interface Clock {
  now: Date;
  /** The calendar day it is in an IANA zone; the asked one for everybody where a day was asked for. */
  today(timeZone: string): Day;
  /** The instant at which a day begins in an IANA zone. */
  startOf(day: Day, timeZone: string): Date;
  /** 08:00 of a day in an IANA zone; where the clocks skip it, as much later. */
  morningOf(day: Day, timeZone: string): Date;
}

/**
 * The clock of one run. Remembers what it computed, since a run asks for a few zones and days many
 * thousand times.
 * @param on the day that it shall be for everybody, at the time of day it is now in UTC
 */
export function clockAt(instant: Date, on?: Day): Clock {
  const now = on ? new Date(`${on}${instant.toISOString().slice(10)}`) : instant;
  const today = remember((timeZone) => dayOf(now, timeZone));
  const startOf = remember((key) => atClock(key, "00:00"));
  const morningOf = remember((key) => atClock(key, MORNING));
  return {
    now,
    today: on ? () => on : today,
    startOf: (day, timeZone) => startOf(`${day} ${timeZone}`),
    morningOf: (day, timeZone) => morningOf(`${day} ${timeZone}`),
  };
}

function atClock(key: string, clock: string): Date {
  return instantNear(key.slice(0, 10) as Day, clock, key.slice(11));
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
