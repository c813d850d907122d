import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween } from "../dates/day";
import { bandOfEnd, bandOfWait, END_BANDS, nextMonths, WAIT_BANDS } from "./bands";

const TODAY = day("2026-11-23");

describe("the bands of ends", () => {
  it.each([
    [-1, "past"],
    [0, "within30"],
    [30, "within30"],
    [31, "within60"],
    [60, "within60"],
    [61, "within90"],
    [90, "within90"],
    [91, "later"],
  ])("put an end in %i days into %s", (days, band) => {
    expect(bandOfEnd(addDays(TODAY, days), TODAY)).toBe(band);
  });

  it("take each day exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const fitting = END_BANDS.filter(
          ({ from, to }) => (from === null || days >= from) && (to === null || days <= to),
        );
        expect(fitting.map(({ id }) => id)).toEqual([bandOfEnd(addDays(TODAY, days), TODAY)]);
      }),
    );
  });
});

it("a wait is put into exactly one band, and one that begins tomorrow is no wait yet", () => {
  expect(bandOfWait(addDays(TODAY, 1), TODAY)).toBe("upTo14");
  fc.assert(
    fc.property(fc.nat(4000), (days) => {
      const fitting = WAIT_BANDS.filter(
        ({ from, to }) => days >= from && (to === null || days <= to),
      );
      expect(fitting.map(({ id }) => id)).toEqual([bandOfWait(addDays(TODAY, -days), TODAY)]);
    }),
  );
});

it("the next twelve months begin with this one and follow each other", () => {
  expect(nextMonths(TODAY).slice(0, 3)).toEqual(["2026-11-01", "2026-12-01", "2027-01-01"]);
  fc.assert(
    fc.property(fc.nat(4000), (days) => {
      const today = addDays(TODAY, days);
      const months = nextMonths(today);
      expect(months).toHaveLength(12);
      expect(today.startsWith(months[0]?.slice(0, 7) ?? "none")).toBe(true);
      months.slice(1).forEach((month, at) => {
        const length = daysBetween(months[at] ?? month, month);
        expect(length >= 28 && length <= 31).toBe(true);
      });
    }),
  );
});
