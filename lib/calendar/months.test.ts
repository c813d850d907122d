import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { firstDay, type Month, monthOf, monthsFrom, weeksOf } from "./months";

it("eighteen months from November on reach April of the year after next", () => {
  const months = monthsFrom(monthOf(day("2026-11-23")), 18);
  expect([months[0], months[1], months[2], months[17]]).toEqual([
    ...["2026-11", "2026-12", "2027-01", "2028-04"],
  ]);
});

it("a month's weeks begin on Monday and hold each of its days once", () => {
  const anyMonth = fc.integer({ min: 0, max: 300 * 12 - 1 }).map((number) => {
    const [month] = monthsFrom("1900-01" as Month, number + 1).slice(-1);
    return month as Month;
  });
  fc.assert(
    fc.property(anyMonth, (month) => {
      const weeks = weeksOf(month);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      const days = weeks.flat().filter((on) => on !== null);
      expect(days[0]).toBe(firstDay(month));
      expect(days.every((on, index) => on === addDays(firstDay(month), index))).toBe(true);
      expect(monthOf(addDays(days.at(-1) ?? day("1900-01-01"), 1))).not.toBe(month);
      const monday = weeks.find(([first]) => first)?.[0];
      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
    }),
  );
});

it("February 2027 fills four weeks exactly", () => {
  expect(weeksOf("2027-02" as Month)).toHaveLength(4);
  expect(weeksOf("2028-02" as Month).flat()).toContain("2028-02-29");
});
