import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "./day";
import {
  describeEnd,
  endBand,
  formatDay,
  formatDayLong,
  formatDaysFrom,
  formatDayWithDistance,
  formatInstant,
  formatMonth,
  formatWeekday,
} from "./format";

const today = day("2027-02-19");

describe("a day in words", () => {
  it("writes the month in letters, three of them", () => {
    expect(formatDay(day("2027-03-14"))).toBe("14 Mar 2027");
    expect(formatDay(day("2027-09-01"))).toBe("1 Sep 2027");
    expect(formatDayLong(day("2027-03-14"))).toBe("14 March 2027");
  });

  it.each([
    [23, "in 23 days"],
    [1, "tomorrow"],
    [0, "today"],
    [-1, "yesterday"],
    [-3, "3 days ago"],
  ])("%i days away reads %s", (days, words) => {
    expect(formatDaysFrom(today, addDays(today, days))).toBe(words);
  });

  it("puts the date before the distance", () => {
    expect(formatDayWithDistance(day("2027-03-14"), today)).toBe("14 Mar 2027 (in 23 days)");
  });

  it("is the same in any time zone of the server", () => {
    const year = fc.integer({ min: 0, max: 365 }).map((n) => addDays(day("2027-01-01"), n));
    fc.assert(
      fc.property(year, (d) => {
        expect(formatDay(d).split(" ")[0]).toBe(String(Number(d.slice(8))));
      }),
    );
  });
});

describe("a day in German", () => {
  it("has a full stop after the day and the month in letters", () => {
    expect(formatDay(day("2027-03-14"), "de")).toBe("14. März 2027");
    expect(formatDay(day("2027-02-01"), "de")).toBe("1. Feb. 2027");
    expect(formatDayLong(day("2027-02-01"), "de")).toBe("1. Februar 2027");
    expect(formatMonth(day("2027-02-01"), "long", "de")).toBe("Februar 2027");
    expect(formatWeekday(day("2027-03-14"), "de")).toBe("Sonntag, 14. März 2027");
  });

  it("comes with its distance and on its clock", () => {
    expect(formatDayWithDistance(day("2027-03-14"), today, "de")).toBe(
      "14. März 2027 (in 23 Tagen)",
    );
    expect(formatDaysFrom(today, addDays(today, 1), "de")).toBe("morgen");
    expect(formatDaysFrom(today, addDays(today, 2), "de")).toBe("übermorgen");
    expect(formatDaysFrom(today, addDays(today, -3), "de")).toBe("vor 3 Tagen");
    const instant = new Date("2027-03-14T23:30:00Z");
    expect(formatInstant(instant, "Europe/Berlin", "de")).toBe("15. März 2027, 00:30");
  });
});

describe("the band of an end", () => {
  it.each([
    [91, "far"],
    [90, "near"],
    [31, "near"],
    [30, "urgent"],
    [0, "urgent"],
    [-1, "past"],
  ] as const)("%i days away is %s", (days, band) => {
    expect(endBand(addDays(today, days), today)).toBe(band);
  });

  it("is grey once closed and blue once the renewal is filed, however near", () => {
    expect(endBand(addDays(today, 2), today, { renewalFiled: true })).toBe("renewing");
    expect(endBand(addDays(today, -200), today, { closed: true, renewalFiled: true })).toBe(
      "closed",
    );
  });

  it("comes with its words", () => {
    expect(describeEnd(day("2027-03-14"), today)).toEqual({
      iso: "2027-03-14",
      date: "14 Mar 2027",
      distance: "in 23 days",
      band: "urgent",
    });
  });
});

describe("an instant", () => {
  it("is read on the clock of the reader", () => {
    const instant = new Date("2027-03-14T23:30:00Z");
    expect(formatInstant(instant, "Europe/Berlin")).toBe("15 Mar 2027, 00:30");
    expect(formatInstant(instant, "America/New_York")).toBe("14 Mar 2027, 19:30");
  });
});
