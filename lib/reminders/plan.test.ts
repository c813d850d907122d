import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REVIEW_STATUSES, type ReviewStatus } from "../archives/lifecycle";
import { addDays, day } from "../dates/day";
import { type DutyFacts, isQuiet, planReminder } from "./plan";
import type { Addressee } from "./recipients";

const end = day("2027-03-14");

function person(name: string): Addressee {
  const address = `${name}@lab.test`;
  return { personId: name, name, address, startsOn: day("2020-01-01"), endsOn: null };
}

const facts: DutyFacts = {
  obligationId: "o1",
  dueOn: end,
  open: true,
  requestStatus: "approved",
  ending: { itemStatus: "approved", grantCycle: 1, filedCycle: 1 },
  concerned: { holder: [person("hana")], pi: [], owner: [person("omar")], lead: [person("lea")] },
};

function noticesOf(change: Partial<DutyFacts>, left: number) {
  const plan = planReminder({ ...facts, ...change }, addDays(end, -left));
  return "notices" in plan ? plan.notices : [];
}

describe("planning the reminders of a duty", () => {
  test("gives one message per recipient, each with its own key", () => {
    expect(noticesOf({}, 25).map(({ key, milestone }) => [key, milestone])).toEqual([
      ["o1:2027-03-14:30:hana", 30],
      ["o1:2027-03-14:30:omar", 30],
      ["o1:2027-03-14:30:lea", 30],
    ]);
  });

  test("gives the same keys all through a milestone and new ones when the end moves", () => {
    const keys = (change: Partial<DutyFacts>, left: number) =>
      noticesOf(change, left).map(({ key }) => key);
    expect(keys({}, 29)).toEqual(keys({}, 15));
    const moved = keys({ dueOn: addDays(end, 1) }, 25);
    expect(keys({}, 25).filter((key) => moved.includes(key))).toEqual([]);
  });

  test("is silent before the first milestone and long after the end", () => {
    expect(planReminder(facts, addDays(end, -91))).toEqual({ silence: "no_milestone" });
    expect(planReminder(facts, addDays(end, 91))).toEqual({ silence: "no_milestone" });
  });

  test("treats the day itself as a day like the others", () => {
    expect([1, 0, -1].map((left) => noticesOf({}, left)[0]?.milestone)).toEqual([1, 0, 0]);
  });

  test("tells what is told once on its day alone, also when that day was missed", () => {
    const lefts = (left: number) => noticesOf({ isToldOnce: true }, left)[0]?.milestone;
    expect([90, 30, 1, 0, -1, -200].map(lefts)).toEqual([
      ...[undefined, undefined, undefined],
      ...[0, 0, 0],
    ]);
  });

  test("over any set of days on which it runs, each key is planned at most once per milestone", () => {
    const runs = fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 60 });
    fc.assert(
      fc.property(runs, (lefts) => {
        const keys = new Set(lefts.flatMap((left) => noticesOf({}, left)).map(({ key }) => key));
        const milestones = new Set(
          lefts.flatMap((left) => noticesOf({}, left)).map(({ milestone }) => milestone),
        );
        expect(keys.size).toBe(milestones.size * 3);
      }),
    );
  });
});

describe("silence", () => {
  const withItem = (itemStatus: ReviewStatus, filedCycle = 1) =>
    isQuiet({ ...facts, ending: { itemStatus, grantCycle: 1, filedCycle } });

  test("falls with the duty closed, the request over, or the renewal filed", () => {
    expect(isQuiet(facts)).toBeNull();
    expect(isQuiet({ ...facts, open: false })).toBe("obligation_closed");
    for (const status of ["closed", "withdrawn", "terminated"] as const) {
      expect(withItem(status)).toBe("request_closed");
    }
    for (const requestStatus of ["closed", "withdrawn"] as const) {
      expect(isQuiet({ ...facts, requestStatus, ending: null })).toBe("request_closed");
    }
  });

  test("does not fall on what is to be destroyed or told once the archive refused or took back", () => {
    for (const requestStatus of ["rejected", "terminated"] as const) {
      expect(isQuiet({ ...facts, requestStatus, ending: null })).toBeNull();
    }
  });

  test("ends when the archive refuses the renewal or a revision, since the approval runs out all the same", () => {
    expect(withItem("rejected", 2)).toBeNull();
    expect(withItem("rejected", 1)).toBeNull();
    const ending = { itemStatus: "rejected", grantCycle: 1, filedCycle: 2 } as const;
    expect(isQuiet({ ...facts, requestStatus: "rejected", ending })).toBeNull();
    expect(isQuiet({ ...facts, open: false, requestStatus: "rejected", ending })).toBe(
      "obligation_closed",
    );
  });

  test("holds for a renewal only while it waits for others, and only in a newer round", () => {
    const quiet = REVIEW_STATUSES.filter(
      (itemStatus) => withItem(itemStatus, 2) === "renewal_filed",
    );
    expect(quiet).toEqual(["internal_signoff", "submitted", "in_review"]);
    expect(withItem("in_review")).toBeNull();
  });

  test("falls on a duty without an approval when it is closed or its request is over, and on one without a request only when it is closed", () => {
    const deed = { ...facts, ending: null };
    const alone = { ...deed, requestStatus: null };
    expect([isQuiet(deed), isQuiet(alone)]).toEqual([null, null]);
    expect(isQuiet({ ...deed, requestStatus: "closed" })).toBe("request_closed");
    expect(isQuiet({ ...alone, open: false })).toBe("obligation_closed");
  });
});
