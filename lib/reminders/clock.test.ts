import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayOf, daysBetween } from "../dates/day";
import { clockOf } from "../dates/moment";
import { clockAt } from "./clock";

/** From the first to the last place on earth where a day begins, with halves, quarters and summer time. */
const ZONES = [
  ...["Pacific/Kiritimati", "Pacific/Chatham", "Australia/Lord_Howe", "Australia/Adelaide"],
  ...["Asia/Kathmandu", "Asia/Kolkata", "Europe/Lisbon", "UTC", "America/St_Johns"],
  ...["America/New_York", "Pacific/Marquesas", "Pacific/Pago_Pago"],
];

describe("the clock of a run", () => {
  test("says what day it is for each reader", () => {
    const clock = clockAt(new Date("2027-03-14T10:30:00Z"));
    expect(clock.today("Pacific/Kiritimati")).toBe("2027-03-15");
    expect(clock.today("UTC")).toBe("2027-03-14");
    expect(clock.today("Pacific/Pago_Pago")).toBe("2027-03-13");
  });

  test("says that it is the asked day for everybody, at this time of day", () => {
    const clock = clockAt(new Date("2026-11-22T10:30:00Z"), day("2028-02-29"));
    expect(ZONES.map(clock.today)).toEqual(ZONES.map(() => "2028-02-29"));
    expect(clock.now.toISOString()).toBe("2028-02-29T10:30:00.000Z");
  });

  test.each([
    ["2027-03-14", "Asia/Kathmandu", "2027-03-14T02:15:00.000Z"],
    ["2027-03-14", "America/New_York", "2027-03-14T12:00:00.000Z"],
    ["2027-03-13", "America/New_York", "2027-03-13T13:00:00.000Z"],
    ["2026-11-01", "America/New_York", "2026-11-01T13:00:00.000Z"],
    ["2028-02-29", "Pacific/Kiritimati", "2028-02-28T18:00:00.000Z"],
    ["2028-02-29", "Pacific/Pago_Pago", "2028-02-29T19:00:00.000Z"],
    ["2026-10-04", "Australia/Lord_Howe", "2026-10-03T21:00:00.000Z"],
  ])("morning of %s in %s is %s", (on, zone, instant) => {
    expect(clockAt(new Date()).morningOf(day(on), zone).toISOString()).toBe(instant);
  });

  test("lets a day whose midnight the clocks skip begin as much later, and one that has two with the first", () => {
    const clock = clockAt(new Date());
    expect(clock.startOf(day("2024-04-26"), "Africa/Cairo").toISOString()).toBe(
      "2024-04-25T22:00:00.000Z",
    );
    expect(clock.startOf(day("2026-11-01"), "America/Havana").toISOString()).toBe(
      "2026-11-01T04:00:00.000Z",
    );
  });

  test("has one morning each day in every zone, at 08:00, summer time or not", () => {
    const clock = clockAt(new Date());
    for (const zone of ZONES) {
      const mornings = Array.from({ length: 366 }, (_, index) => {
        const on = addDays(day("2028-01-01"), index);
        const morning = clock.morningOf(on, zone);
        expect([dayOf(morning, zone), clockOf(morning, zone)]).toEqual([on, "08:00"]);
        return morning.getTime();
      });
      expect(new Set(mornings).size).toBe(366);
    }
  });

  test("has days that follow one another, each begun when the clock says so", () => {
    const seconds = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...ZONES), (second, zone) => {
        const clock = clockAt(new Date(second * 1_000));
        const today = clock.today(zone);
        expect(clock.startOf(today, zone).getTime()).toBeLessThanOrEqual(second * 1_000);
        expect(clock.startOf(addDays(today, 1), zone).getTime()).toBeGreaterThan(second * 1_000);
        expect(Math.abs(daysBetween(today, clock.today("UTC")))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
