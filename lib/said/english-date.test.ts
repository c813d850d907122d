import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { formatDay, formatDayLong, formatInstant } from "../dates/format";
import { dateFrom } from "./english-date";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day("1950-01-01"), days));

describe("a date in English text", () => {
  it.each([
    ["28 Mar 2027, 13:00", "28. März 2027, 13:00"],
    ["1 Feb 2027", "1. Feb. 2027"],
    ["30 February 2027", "30. Februar 2027"],
    ["11 Dec 2021", "11. Dez. 2021"],
  ])("%s is %s in German", (english, german) => {
    expect(dateFrom(english, "de")).toBe(german);
  });

  it.each(["", "2027-03-14", "14 Mar 2027.", "on 14 Mar 2027", "14 Mars 2027", "3 years 2027"])(
    "is not “%s”",
    (text) => {
      expect(dateFrom(text, "de")).toBeNull();
    },
  );

  it("is written as the language writes it by itself, any day", () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(dateFrom(formatDay(on), "de")).toBe(formatDay(on, "de"));
        expect(dateFrom(formatDayLong(on), "de")).toBe(formatDayLong(on, "de"));
        const noon = new Date(`${on}T12:00:00Z`);
        const told = formatInstant(noon, "UTC", "de");
        expect(dateFrom(formatInstant(noon, "UTC"), "de")).toBe(told);
      }),
    );
  });
});
