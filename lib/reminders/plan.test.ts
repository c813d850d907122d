import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REVIEW_STATUSES, type ReviewStatus } from "../archives/lifecycle";
import { addDays, type Day } from "../dates/day";
import { clockAt } from "./clock";
import { type DutyFacts, isQuiet, planReminder } from "./plan";
import { SAMPLE_DUTY, SAMPLE_END, samplePerson, sampleSettings } from "./sample-duty";
import type { ReminderSettings } from "./settings";

const settings = sampleSettings({ leads: [90, 60, 30, 14, 7, 3, 1, 0], after: "weekly" });
const noon = (on: Day) => clockAt(new Date(`${on}T12:00:00Z`));

function planned(change: Partial<DutyFacts>, left: number, by: ReminderSettings = settings) {
  return planReminder({ ...SAMPLE_DUTY, ...change }, by, noon(addDays(SAMPLE_END, -left)));
}

function noticesOf(change: Partial<DutyFacts>, left: number, by?: ReminderSettings) {
  const plan = planned(change, left, by);
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
    const moved = keys({ dueOn: addDays(SAMPLE_END, 1) }, 25);
    expect(keys({}, 25).filter((key) => moved.includes(key))).toEqual([]);
  });

  test("is silent before the first milestone and long after the end", () => {
    expect(planned({}, 91)).toEqual({ silence: "no_milestone" });
    expect(planned({}, -91)).toEqual({ silence: "no_milestone" });
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

  test("counts each reader's days on their own calendar", () => {
    const holder = [samplePerson("east", { timeZone: "Pacific/Kiritimati" })];
    const lead = [samplePerson("west", { timeZone: "Pacific/Pago_Pago" })];
    const facts = { ...SAMPLE_DUTY, concerned: { holder, pi: [], owner: [], lead } };
    const plan = planReminder(facts, settings, clockAt(new Date("2027-03-13T10:30:00Z")));
    expect(
      "notices" in plan &&
        plan.notices.map(({ name, milestone, today }) => [name, milestone, today]),
    ).toEqual([
      ["east", 0, "2027-03-14"],
      ["west", 3, "2027-03-12"],
    ]);
  });

  test("goes by each reader's own schedule, and says whose it was", () => {
    const [team] = settings.schedules;
    const own = { ...team, id: "s2", level: "person", personId: "hana", leads: [40] } as const;
    const schedules = [
      ...settings.schedules,
      { kind: "", agreementId: null, archive: "", after: "never" as const, ...own },
    ];
    const lines = noticesOf({}, 35, { ...settings, schedules });
    expect(lines.map(({ name, milestone, level }) => [name, milestone, level])).toEqual([
      ["hana", 40, "person"],
      ["omar", 60, "team"],
      ["lea", 60, "team"],
    ]);
  });

  test("leaves out who lets it rest, until the day on which that ends", () => {
    const rests = new Map([["hana", addDays(SAMPLE_END, -20)]]);
    const names = (left: number) => noticesOf({ rests }, left).map(({ name }) => name);
    expect([names(21), names(20)]).toEqual([
      ["omar", "lea"],
      ["hana", "omar", "lea"],
    ]);
    const all = new Map(["hana", "omar", "lea"].map((name) => [name, SAMPLE_END]));
    expect(planned({ rests: all }, 5)).toEqual({ silence: "snoozed" });
  });

  test("over any set of days on which it runs, each key is planned at most once per milestone", () => {
    const runs = fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 60 });
    fc.assert(
      fc.property(runs, (lefts) => {
        const all = lefts.flatMap((left) => noticesOf({}, left));
        const keys = new Set(all.map(({ key }) => key));
        const milestones = new Set(all.map(({ milestone }) => milestone));
        expect(keys.size).toBe(milestones.size * 3);
      }),
    );
  });
});

describe("how a reminder reaches its reader", () => {
  const mails = (change: Partial<DutyFacts>, left: number, by?: ReminderSettings) =>
    noticesOf(change, left, by).map(({ mail }) => mail);
  const wishing = (wish: { digest: boolean; muted: readonly string[] }) => ({
    ...settings,
    wishes: new Map([["hana", wish]]),
  });

  test("is the mail of the day, and alone from seven days before", () => {
    expect([mails({}, 8)[0], mails({}, 7)[0], mails({}, -7)[0]]).toEqual([
      ...["digest", "urgent", "urgent"],
    ]);
  });

  test("is Gatebook only for who wants no such mail, until it is urgent", () => {
    const wishes = [
      wishing({ digest: false, muted: [] }),
      wishing({ digest: true, muted: ["renewal"] }),
    ];
    for (const wish of wishes) {
      expect(mails({}, 30, wish)).toEqual(["in_app", "digest", "digest"]);
      expect(mails({}, 3, wish)).toEqual(["urgent", "urgent", "urgent"]);
    }
    expect(mails({}, 30, wishing({ digest: true, muted: ["report"] }))[0]).toBe("digest");
  });

  test("is never urgent when a window opens", () => {
    expect(mails({ isToldOnce: true }, 0)[0]).toBe("digest");
  });

  test("is alone and at once where the rule counts in hours", () => {
    const dueAt = new Date("2027-03-14T12:00:00Z");
    const facts = { ...SAMPLE_DUTY, dueAt, hours: [24, 20, 12, 4] };
    const at = (instant: string) => {
      const plan = planReminder(facts, settings, clockAt(new Date(instant)));
      const [first] = "notices" in plan ? plan.notices : [];
      return [first?.milestone, first?.mail, first?.atOnce];
    };
    expect(at("2027-03-13T13:00:00Z")).toEqual([1_024, "urgent", true]);
    expect(at("2027-03-14T00:00:00Z")).toEqual([1_012, "urgent", true]);
    expect(at("2027-03-14T13:00:00Z")).toEqual([1_000, "urgent", true]);
    expect(at("2027-03-21T13:00:00Z")).toEqual([-7, "urgent", true]);
  });
});

describe("silence", () => {
  const withItem = (itemStatus: ReviewStatus, filedCycle = 1) =>
    isQuiet({ ...SAMPLE_DUTY, ending: { itemStatus, grantCycle: 1, filedCycle } });

  test("falls with the duty closed, the request over, or the renewal filed", () => {
    expect(isQuiet(SAMPLE_DUTY)).toBeNull();
    expect(isQuiet({ ...SAMPLE_DUTY, open: false })).toBe("obligation_closed");
    for (const status of ["closed", "withdrawn", "terminated"] as const) {
      expect(withItem(status)).toBe("request_closed");
    }
    for (const requestStatus of ["closed", "withdrawn"] as const) {
      expect(isQuiet({ ...SAMPLE_DUTY, requestStatus, ending: null })).toBe("request_closed");
    }
  });

  test("does not fall on what is to be destroyed or told once the archive refused or took back", () => {
    for (const requestStatus of ["rejected", "terminated"] as const) {
      expect(isQuiet({ ...SAMPLE_DUTY, requestStatus, ending: null })).toBeNull();
    }
  });

  test("ends when the archive refuses the renewal or a revision, since the approval runs out all the same", () => {
    expect(withItem("rejected", 2)).toBeNull();
    expect(withItem("rejected", 1)).toBeNull();
    const ending = { itemStatus: "rejected", grantCycle: 1, filedCycle: 2 } as const;
    expect(isQuiet({ ...SAMPLE_DUTY, requestStatus: "rejected", ending })).toBeNull();
    expect(isQuiet({ ...SAMPLE_DUTY, open: false, requestStatus: "rejected", ending })).toBe(
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
    const deed = { ...SAMPLE_DUTY, ending: null };
    const alone = { ...deed, requestStatus: null };
    expect([isQuiet(deed), isQuiet(alone)]).toEqual([null, null]);
    expect(isQuiet({ ...deed, requestStatus: "closed" })).toBe("request_closed");
    expect(isQuiet({ ...alone, open: false })).toBe("obligation_closed");
  });
});
