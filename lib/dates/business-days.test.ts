import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessDays } from "./business-days";
import { addDays, day, daysBetween } from "./day";

const anyDay = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(day("2024-01-01"), days));
const weekday = (on: string) => new Date(`${on}T12:00:00Z`).getUTCDay();

describe("business days", () => {
  test.each([
    ["2026-11-23", 3, "2026-11-26"],
    ["2026-11-25", 3, "2026-11-30"],
    ["2026-11-27", 1, "2026-11-30"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2026-11-29", 3, "2026-12-02"],
    ["2026-11-29", 0, "2026-11-29"],
  ])("%s and %i more are %s", (from, days, to) => {
    expect(addBusinessDays(day(from), days)).toBe(to);
  });

  test("never end on a weekend, and hold as many working days as asked for", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const to = addBusinessDays(from, days);
        expect([0, 6]).not.toContain(weekday(to));
        const between = Array.from({ length: daysBetween(from, to) }, (_, at) =>
          weekday(addDays(from, at + 1)),
        );
        expect(between.filter((at) => at !== 0 && at !== 6)).toHaveLength(days);
      }),
    );
  });
});
