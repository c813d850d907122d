import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { anyDay } from "./sample-entries";
import { scaleOf } from "./ticks";
import { windowOf, ZOOMS } from "./window";

const TODAY = day("2026-11-22");

describe("the scale", () => {
  it.each([
    ["3m", "month", "week", 3, 14],
    ["1y", "year", "month", 2, 12],
    ["3y", "year", "quarter", 4, 13],
  ] as const)("of %s shows each %s by %s", (zoom, upper, lower, uppers, lowers) => {
    const scale = scaleOf(windowOf({ zoom }, TODAY, { from: null, last: null }));
    expect([scale.upper[0]?.unit, scale.lower[0]?.unit]).toEqual([upper, lower]);
    expect([scale.upper.length, scale.lower.length]).toEqual([uppers, lowers]);
  });

  it("has weeks from Monday, the first of them perhaps of the month before", () => {
    const window = windowOf({ zoom: "3m" }, TODAY, { from: null, last: null });
    expect(
      scaleOf(window)
        .lower.slice(0, 2)
        .map(({ from }) => from),
    ).toEqual([...["2026-10-26", "2026-11-02"]]);
  });

  it("leaves no part of any window without a name, and names none twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZOOMS), anyDay, anyDay, anyDay, (zoom, from, first, last) => {
        const window = windowOf({ zoom, from }, TODAY, { from: first, last });
        const { upper, lower } = scaleOf(window);
        for (const row of [upper, lower].filter(({ length }) => length > 0)) {
          let edge = 0;
          for (const { left, width } of row) {
            expect(left).toBeCloseTo(edge, 9);
            expect(width).toBeGreaterThan(0);
            edge = left + width;
          }
          expect(edge).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
