import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import { AFTERS } from "../obligations/kinds";
import {
  hourMilestone,
  hoursOfMilestone,
  LAST_DAY_AFTER,
  milestoneFor,
  nextHourMilestone,
  nextMilestoneDay,
} from "./milestones";
import type { Schedule } from "./schedule";

const LEADS = [90, 60, 30, 14, 7, 3, 1, 0];
const WEEKLY: Schedule = { leads: LEADS, after: "weekly" };
const DAILY: Schedule = { leads: LEADS, after: "daily" };
const NEVER: Schedule = { leads: LEADS, after: "never" };
const WEEKS = Array.from({ length: 12 }, (_, week) => -7 * (week + 1));
const DAYS = Array.from({ length: 14 }, (_, index) => -1 - index);
const ALL = {
  weekly: [...LEADS, ...WEEKS],
  daily: [...LEADS, ...DAYS, ...WEEKS.slice(2)],
  never: LEADS,
};

/** Counts with UTC midnights instead of calendar arithmetic, and looks at every milestone. */
function oracle({ leads, after }: Schedule, dueOn: Day, today: Day): number | null {
  const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  if (left < -90) return null;
  const behind = ALL[after].filter((milestone) => milestone < 0);
  const reached = [...leads, ...behind].filter((milestone) => left <= milestone);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** Every day of a leap year. */
const ENDS = Array.from({ length: 366 }, (_, index) => addDays(day("2028-01-01"), index));

const anySchedule = fc.record({
  leads: fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 12 }),
  after: fc.constantFrom(...AFTERS),
});

describe("the milestone of a day", () => {
  test.each([
    [WEEKLY, 91, null],
    [WEEKLY, 90, 90],
    [WEEKLY, 61, 90],
    [WEEKLY, 25, 30],
    [WEEKLY, 8, 14],
    [WEEKLY, 2, 3],
    [WEEKLY, 1, 1],
    [WEEKLY, 0, 0],
    [WEEKLY, -1, 0],
    [WEEKLY, -6, 0],
    [WEEKLY, -7, -7],
    [WEEKLY, -84, -84],
    [WEEKLY, -90, -84],
    [WEEKLY, -91, null],
    [DAILY, -1, -1],
    [DAILY, -14, -14],
    [DAILY, -20, -14],
    [DAILY, -21, -21],
    [DAILY, -91, null],
    [NEVER, 0, 0],
    [NEVER, -1, 0],
    [NEVER, -91, null],
    [{ leads: [30], after: "never" } as const, 5, 30],
    [{ leads: [30], after: "weekly" } as const, -3, 30],
    [{ leads: [], after: "weekly" } as const, -3, null],
    [{ leads: [], after: "weekly" } as const, -8, -7],
  ])("by %j with %i days left is %s", (schedule, left, expected) => {
    const today = day("2027-03-14");
    expect(milestoneFor(schedule, addDays(today, left), today)).toBe(expected);
  });

  test.each(["weekly", "daily", "never"] as const)(
    "is reached for every end date and lead on exactly the day it names, over five years, and %s after it",
    (after) => {
      // Each year's own days, leap day or not: five years in a row.
      const days = Array.from({ length: 5 * 366 }, (_, index) => addDays(day("2027-01-01"), index));
      const wrong = days.flatMap((dueOn) =>
        ALL[after].filter((milestone) => {
          const on = addDays(dueOn, -milestone);
          const schedule = { leads: LEADS, after };
          const before = milestoneFor(schedule, dueOn, addDays(on, -1));
          return milestoneFor(schedule, dueOn, on) !== milestone || before === milestone;
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  test("any lead from 0 to 365 days falls on one single day, as many days before the end", () => {
    const leads = Array.from({ length: 366 }, (_, lead) => lead);
    const wrong = ENDS.flatMap((end) =>
      leads.filter((lead) => {
        const schedule: Schedule = { leads: [lead], after: "never" };
        const on = addDays(end, -lead);
        const isFirst = nextMilestoneDay(schedule, end, addDays(end, -400)) === on;
        return !isFirst || nextMilestoneDay(schedule, end, on) !== null;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("agrees with counting midnights, for any schedule, end and day", () => {
    const offset = fc.integer({ min: -400, max: 150 });
    const end = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays(day("2024-01-01"), days));
    fc.assert(
      fc.property(anySchedule, end, offset, (schedule, dueOn, days) => {
        const today = addDays(dueOn, days);
        expect(milestoneFor(schedule, dueOn, today)).toBe(oracle(schedule, dueOn, today));
      }),
      { numRuns: 1_000 },
    );
  });

  test("changes on the day that is called the next one, and on none before", () => {
    fc.assert(
      fc.property(
        anySchedule,
        fc.constantFrom(...ENDS),
        fc.integer({ min: -100, max: 400 }),
        (schedule, end, left) => {
          const today = addDays(end, -left);
          const next = nextMilestoneDay(schedule, end, today) ?? addDays(end, LAST_DAY_AFTER + 1);
          const now = milestoneFor(schedule, end, today);
          for (let on = today; on < next; on = addDays(on, 1)) {
            const then = milestoneFor(schedule, end, on);
            if (on <= addDays(end, LAST_DAY_AFTER)) expect(then).toBe(now);
          }
          if (next <= addDays(end, LAST_DAY_AFTER)) {
            expect(milestoneFor(schedule, end, next)).not.toBe(now);
          }
        },
      ),
    );
  });

  test("days on which nothing ran lose no milestone but those that a nearer one replaced", () => {
    const wakings = fc.uniqueArray(fc.integer({ min: -90, max: 370 }), { minLength: 1 });
    fc.assert(
      fc.property(anySchedule, fc.constantFrom(...ENDS), wakings, (schedule, end, lefts) => {
        const sent: number[] = [];
        for (const left of lefts.toSorted((a, b) => b - a)) {
          const milestone = milestoneFor(schedule, end, addDays(end, -left));
          if (milestone !== null && !sent.includes(milestone)) sent.push(milestone);
        }
        const last = Math.min(...lefts);
        expect(sent.at(-1) ?? null).toBe(oracle(schedule, end, addDays(end, -last)));
        expect(sent).toEqual(sent.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("the milestone of a moment", () => {
  const HOURS = [24, 20, 12, 4];
  const dueAt = new Date("2027-03-14T12:00:00Z");
  const hoursBefore = (hours: number) => new Date(dueAt.getTime() - hours * 3_600_000);

  test.each([
    [72, 1_024],
    [24, 1_024],
    [20.1, 1_024],
    [20, 1_020],
    [11, 1_012],
    [4, 1_004],
    [0.1, 1_004],
    [0, 1_000],
    [-50, 1_000],
  ])("%s hours before it is %i", (hours, milestone) => {
    expect(hourMilestone(HOURS, dueAt, hoursBefore(hours))).toBe(milestone);
  });

  test.each([
    [30, 20],
    [20, 12],
    [3, 0],
  ])("%i hours before it changes %i hours before it", (hours, next) => {
    expect(nextHourMilestone(HOURS, dueAt, hoursBefore(hours))).toEqual(hoursBefore(next));
  });

  test("does not change once it is past, and is told from days", () => {
    expect(nextHourMilestone(HOURS, dueAt, dueAt)).toBeNull();
    expect([1_004, 1_000, 365, -84].map(hoursOfMilestone)).toEqual([4, 0, null, null]);
  });
});
