import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FARTHEST, MOST_LEADS, setScheduleForm } from "./schedule-forms";

const form = { target: { level: "team" }, kind: "", version: 0, after: "weekly" };
const read = (change: object) => setScheduleForm.safeParse({ ...form, ...change });

describe("the form of a schedule", () => {
  it("takes any days in any order, and gives each once, the farthest first", () => {
    const days = fc.array(fc.integer({ min: 0, max: FARTHEST }), { maxLength: MOST_LEADS });
    fc.assert(
      fc.property(days, (leads) => {
        const { data } = read({ leads });
        expect(data?.leads).toEqual([...new Set(leads)].toSorted((a, b) => b - a));
      }),
    );
  });

  it.each([
    [[-1], "Days before a duty cannot be negative."],
    [[366], "Remind at most a year ahead."],
    [[1.5], "Enter whole days."],
    [Array.from({ length: 13 }, (_, day) => day), "Choose 12 days at most."],
  ])("refuses %j", (leads, message) => {
    expect(read({ leads }).error?.issues[0]?.message).toBe(message);
  });

  it("refuses one that would never remind anybody", () => {
    expect(read({ leads: [], after: "never" }).error?.issues[0]?.path).toEqual(["leads"]);
    expect(read({ leads: [], after: "weekly" }).success).toBe(true);
  });

  it("names exactly what its level is about", () => {
    expect(read({ leads: [1], target: { level: "archive" } }).success).toBe(false);
    expect(read({ leads: [1], target: { level: "team", archive: "x" } }).success).toBe(false);
    expect(read({ leads: [1], target: { level: "archive", archive: "xyz" } }).success).toBe(true);
  });
});
