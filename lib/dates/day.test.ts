import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  day,
  dayFromColumn,
  dayOf,
  daysBetween,
  dayToColumn,
  isDay,
} from "./day";

const anyDay = fc
  .date({ min: new Date("1901-01-01"), max: new Date("2199-01-01"), noInvalidDate: true })
  .map((d) => day(d.toISOString().slice(0, 10)));

describe("a calendar day", () => {
  it.each(["2027-02-28", "2028-02-29", "1999-12-31"])("%s exists", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2027-02-29",
    "2027-02-30",
    "2027-13-01",
    "2027-1-1",
    "27-01-01",
    "",
    "1899-12-31",
    "9999-01-01",
  ])("%s does not exist", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it("is the same day for a reader in Kiritimati and in Pago Pago only when the instant says so", () => {
    const noon = new Date("2027-03-01T12:00:00Z");
    expect(dayOf(noon, "Pacific/Kiritimati")).toBe("2027-03-02");
    expect(dayOf(noon, "Pacific/Pago_Pago")).toBe("2027-03-01");
  });

  it("a year after a leap day is the last of February", () => {
    expect(addYears(day("2028-02-29"), 1)).toBe("2029-02-28");
  });

  it("moves there and back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, n) => {
        const moved = addDays(from, n);
        expect(daysBetween(from, moved)).toBe(n);
        expect(addDays(moved, -n)).toBe(from);
      }),
    );
  });

  it("survives the database column unchanged in any zone of the server", () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(dayFromColumn(dayToColumn(d))).toBe(d);
      }),
    );
  });
});
