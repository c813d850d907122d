import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import { HORIZON, MILESTONES, milestoneFor, WEEKS_AFTER } from "./milestones";

const ALL = [...MILESTONES, ...Array.from({ length: WEEKS_AFTER }, (_, week) => -7 * (week + 1))];

/** Counts with UTC midnights instead of calendar arithmetic, and looks at every milestone. */
function oracle(dueOn: Day, today: Day): number | null {
  const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  if (left < -HORIZON.back) return null;
  const reached = ALL.filter((milestone) => left <= milestone);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** Every day of a leap year. */
const ENDS = Array.from({ length: 366 }, (_, index) => addDays(day("2028-01-01"), index));

describe("the milestone of a day", () => {
  test.each([
    [91, null],
    [90, 90],
    [89, 90],
    [61, 90],
    [60, 60],
    [25, 30],
    [8, 14],
    [7, 7],
    [2, 3],
    [1, 1],
    [0, 0],
    [-1, 0],
    [-3, 0],
    [-6, 0],
    [-7, -7],
    [-8, -7],
    [-14, -14],
    [-84, -84],
    [-90, -84],
    [-91, null],
  ])("with %i days left it is %s", (left, expected) => {
    const today = day("2027-03-14");
    expect(milestoneFor(addDays(today, left), today)).toBe(expected);
  });

  test("every end date reaches every milestone on exactly the day it names, and not before", () => {
    for (const end of ENDS) {
      for (const milestone of ALL) {
        expect(milestoneFor(end, addDays(end, -milestone))).toBe(milestone);
        expect(milestoneFor(end, addDays(end, -milestone - 1))).not.toBe(milestone);
      }
    }
  });

  test("it agrees with counting midnights, for any end and any day", () => {
    const offset = fc.integer({ min: -150, max: 150 });
    const end = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays(day("2024-01-01"), days));
    fc.assert(
      fc.property(end, offset, (dueOn, days) => {
        const today = addDays(dueOn, days);
        expect(milestoneFor(dueOn, today)).toBe(oracle(dueOn, today));
      }),
      { numRuns: 1_000 },
    );
  });

  test("days on which nothing ran lose no milestone but those that a nearer one replaced", () => {
    const wakings = fc.uniqueArray(fc.integer({ min: -90, max: 95 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...ENDS), wakings, (end, lefts) => {
        const sent: number[] = [];
        for (const left of lefts.toSorted((a, b) => b - a)) {
          const milestone = milestoneFor(end, addDays(end, -left));
          if (milestone !== null && !sent.includes(milestone)) sent.push(milestone);
        }
        const last = Math.min(...lefts);
        expect(sent.at(-1) ?? null).toBe(oracle(end, addDays(end, -last)));
        expect(sent).toEqual(sent.toSorted((a, b) => b - a));
      }),
    );
  });
});
