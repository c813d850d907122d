import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "./day";
import { findDays } from "./english-day";
import { formatDay, formatDayLong } from "./format";

describe("days in English text", () => {
  it.each([
    ["Jan. 5, 2024, 3:04 p.m.", ["2024-01-05"]],
    ["Sept. 2, 2023", ["2023-09-02"]],
    ["May 1, 2022 and 11th October 2024", ["2022-05-01", "2024-10-11"]],
    ["2024-10-11T09:00:00Z", ["2024-10-11"]],
    ["Feb. 30, 2024; 2024-13-01; 03/04/2025; 5 2024", []],
    ["MIMIC-IV (v3.1), dismay 5, 2024", []],
  ])("are found in “%s”", (text, days) => {
    expect(findDays(text).map((found) => found.day)).toEqual(days);
  });

  it("are found as Gatebook itself writes them, any day of thirty years", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_000 }), (count) => {
        const one = addDays(day("2010-01-01"), count);
        for (const text of [one, formatDay(one), formatDayLong(one)]) {
          expect(findDays(`on ${text}, at noon`).map((found) => found.day)).toEqual([one]);
        }
      }),
    );
  });
});
