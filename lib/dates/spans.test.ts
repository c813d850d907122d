import { expect, test } from "vitest";
import { day } from "./day";
import { endOfMonth, endOfWeek } from "./spans";

test("a week ends on its Sunday, also across years", () => {
  const ends = ["2026-11-23", "2026-11-28", "2026-11-29", "2026-12-28"].map((from) =>
    endOfWeek(day(from)),
  );
  expect(ends).toEqual(["2026-11-29", "2026-11-29", "2026-11-29", "2027-01-03"]);
});

test("a month ends on its last day, also in a leap year", () => {
  const ends = ["2027-02-01", "2028-02-29", "2026-12-31"].map((from) => endOfMonth(day(from)));
  expect(ends).toEqual(["2027-02-28", "2028-02-29", "2026-12-31"]);
});
