import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween } from "../dates/day";
import { isDayValue, lies, spanOf } from "./days";

const TODAY = day("2026-11-23");

describe("days of a search", () => {
  it.each([
    ["<60d", "2026-11-23", "2027-01-22"],
    ["60d", "2026-11-23", "2027-01-23"],
    [">2w", "2026-12-08", null],
    [">=1m", "2026-12-23", null],
    ["2026-12", "2026-12-01", "2027-01-01"],
    ["2026", "2026-01-01", "2027-01-01"],
    [">2027-01-01", "2027-01-02", null],
    ["<=2027-01", null, "2027-02-01"],
    ["today", "2026-11-23", "2026-11-24"],
    ["past", null, "2026-11-23"],
  ])("reads %s ahead as from %s to before %s", (value, from, before) => {
    expect(spanOf(value, "ahead", TODAY)).toEqual({ from, before });
  });

  it("finds what has no day by none, and by nothing else", () => {
    expect(lies(null, spanOf("none", "ahead", TODAY))).toBe(true);
    expect(lies(TODAY, spanOf("none", "ahead", TODAY))).toBe(false);
    expect(lies(null, spanOf(">1d", "ahead", TODAY))).toBe(false);
  });

  it("counts whole days ahead and back, today being none", () => {
    const compare = fc.constantFrom("<", "<=", ">", ">=");
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(compare, count, fc.integer({ min: -500, max: 500 }), (sign, days, shift) => {
        const there = addDays(TODAY, shift);
        const holds = {
          "<": shift < days,
          "<=": shift <= days,
          ">": shift > days,
          ">=": shift >= days,
        };
        const isNear = sign.startsWith("<");
        // Ahead, what is near is not over yet.
        const ahead = lies(there, spanOf(`${sign}${days}d`, "ahead", TODAY));
        expect(ahead).toBe(holds[sign as "<"] && (!isNear || shift >= 0));
        const mirrored = addDays(TODAY, -shift);
        const back = lies(mirrored, spanOf(`${sign}${days}d`, "back", TODAY));
        expect(back).toBe(holds[sign as "<"]);
        expect(daysBetween(TODAY, there)).toBe(shift);
      }),
    );
  });

  it("knows whatever it reads, and reads whatever it knows", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[<>]?=?[0-9]{0,5}[-0-9dwmy]{0,7}$/), (text) => {
        if (isDayValue(text)) spanOf(text, "ahead", TODAY);
        else expect(() => spanOf(text, "back", TODAY)).toThrow(RangeError);
      }),
    );
  });
});
