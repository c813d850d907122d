import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../dates/day";
import { dueOf, explainDue } from "./deadline";

const NIH = { kind: "hours", hours: 24 } as const;
const known = new Date("2026-11-27T22:30:00Z");

describe("until when an incident must be told", () => {
  test("24 hours end at the same moment for everybody, whatever their clocks", () => {
    for (const zone of ["UTC", "Asia/Kathmandu", "Pacific/Honolulu"]) {
      expect(dueOf(NIH, known, zone)).toEqual({
        dueOn: "2026-11-28",
        dueAt: new Date("2026-11-28T22:30:00Z"),
      });
    }
  });

  test("24 hours are 24 hours also in the night of a clock change", () => {
    const eve = new Date("2027-03-27T12:00:00Z");
    const { dueAt } = dueOf(NIH, eve, "Europe/Lisbon");
    expect(dueAt).toEqual(new Date("2027-03-28T12:00:00Z"));
    expect(
      explainDue("Plus 24 hours.", dueOf(NIH, eve, "Europe/Lisbon"), eve, "Europe/Lisbon"),
    ).toBe(
      "Plus 24 hours. Known on 27 Mar 2027, 12:00 (Europe/Lisbon), so until 28 Mar 2027, 13:00.",
    );
  });

  test.each([
    ["UTC", "2026-11-27"],
    ["Asia/Kathmandu", "2026-11-28"],
    ["America/New_York", "2026-11-27"],
  ])("the same day is the day of knowing in %s", (zone, dueOn) => {
    expect(dueOf({ kind: "same_day" }, known, zone)).toEqual({ dueOn });
  });

  test("business days begin after the day of knowing", () => {
    const report = { kind: "business_days", days: 3 } as const;
    expect(dueOf(report, known, "UTC")).toEqual({ dueOn: "2026-12-02" });
    expect(dueOf(report, known, "Asia/Kathmandu")).toEqual({ dueOn: "2026-12-02" });
    expect(dueOf(report, new Date("2026-11-23T09:00:00Z"), "UTC")).toEqual({ dueOn: "2026-11-26" });
  });

  test("the day of a moment is its day in UTC, and never before the day of knowing there", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2025-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 72 }),
        (at, hours) => {
          const { dueOn, dueAt } = dueOf({ kind: "hours", hours }, at, "Asia/Kathmandu");
          expect(dueAt?.getTime()).toBe(at.getTime() + hours * 3_600_000);
          expect(dueOn).toBe(dueAt && dayOf(dueAt, "UTC"));
          expect(dueOn >= dayOf(at, "UTC")).toBe(true);
        },
      ),
    );
  });
});
