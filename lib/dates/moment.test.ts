import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayOf } from "./day";
import { clockOf, formatInstantWithDistance, formatTimeFrom, instantOf, isClock } from "./moment";

const at = (text: string) => new Date(text);

describe("a moment typed as day and time", () => {
  test.each([
    ["2026-11-22", "14:03", "UTC", "2026-11-22T14:03:00.000Z"],
    ["2026-11-22", "08:00", "Australia/Melbourne", "2026-11-21T21:00:00.000Z"],
    ["2026-11-22", "20:00", "Pacific/Honolulu", "2026-11-23T06:00:00.000Z"],
    ["2026-11-22", "09:00", "Asia/Kathmandu", "2026-11-22T03:15:00.000Z"],
  ])("%s %s in %s is %s", (on, clock, zone, instant) => {
    expect(instantOf(day(on), clock, zone)?.toISOString()).toBe(instant);
  });

  test("that the clocks skipped does not exist", () => {
    expect(instantOf(day("2027-03-28"), "01:30", "Europe/Lisbon")).toBeNull();
    expect(instantOf(day("2027-03-28"), "02:00", "Europe/Lisbon")).not.toBeNull();
  });

  test("that came twice is the first of both, so that no deadline is too late", () => {
    expect(instantOf(day("2026-10-25"), "01:30", "Europe/Lisbon")?.toISOString()).toBe(
      "2026-10-25T00:30:00.000Z",
    );
  });

  test("is read back as it was typed, in any zone", () => {
    const zones = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia");
    const days = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(day("2025-01-01"), n));
    const minutes = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(days, minutes, zones, (on, minute, zone) => {
        const clock = [Math.floor(minute / 60), minute % 60]
          .map((part) => String(part).padStart(2, "0"))
          .join(":");
        expect(isClock(clock)).toBe(true);
        const instant = instantOf(on, clock, zone);
        if (instant === null) return;
        expect([dayOf(instant, zone), clockOf(instant, zone)]).toEqual([on, clock]);
      }),
    );
  });

  test.each(["24:00", "9:00", "12:60", "", "12:30:00", "noon"])("%j is no time", (text) => {
    expect(isClock(text)).toBe(false);
  });
});

describe("how far a moment is", () => {
  const now = at("2026-11-22T09:00:00Z");
  test.each([
    ["2026-11-23T09:00:00Z", "in 24 hours"],
    ["2026-11-22T09:59:59Z", "in 59 minutes"],
    ["2026-11-22T10:59:59Z", "in 1 hour"],
    ["2026-11-22T05:00:00Z", "4 hours ago"],
    ["2026-11-25T10:00:00Z", "in 3 days"],
  ])("%s is %s", (then, words) => {
    expect(formatTimeFrom(now, at(then))).toBe(words);
  });

  test("stands behind the moment on the reader's own clock", () => {
    const due = at("2026-11-23T09:00:00Z");
    expect(formatInstantWithDistance(due, now, "Australia/Melbourne")).toBe(
      "23 Nov 2026, 20:00 (in 24 hours)",
    );
  });
});
