import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import {
  type DepartureFacts,
  departurePlan,
  type Matter,
  mayTakeOver,
  type PlannedDuty,
  standsOn,
} from "./departure";
import { departureChanges, type StoredDepartureDuty } from "./departure-changes";

const today = day("2027-01-10");
const lastDay = day("2027-03-31");
const mate = (id: string, endsOn: Day | null = null) => ({
  ...{ id, name: id, startsOn: day("2020-01-01"), endsOn },
});
const ana = mate("ana");

const project: Matter = {
  ...{ kind: "request", id: "r1", archive: "dbgap", number: 12, title: "Sepsis" },
  ...{ functions: ["pi"], filed: false, ownerId: "ana" },
  approvals: [{ endsOn: day("2027-11-22"), endedOn: null }],
};
const facts: DepartureFacts = {
  person: ana,
  team: [ana, mate("bo"), mate("cai", day("2027-02-01"))],
  matters: [project],
  duties: [],
  caretakers: new Map(),
};

const plan = (change: Partial<DepartureFacts> = {}) =>
  departurePlan({ ...facts, ...change }, lastDay, today);
const kinds = (change: Partial<Matter>) =>
  plan({ matters: [{ ...project, ...change }] }).duties.map(({ kind }) => kind);

describe("the plan of a departure", () => {
  test("of the PI of an approved project has the close-out before the last day, and says why it cannot simply pass on", () => {
    const { duties, handOver } = plan();
    expect(duties[0]).toMatchObject({
      ...{ kind: "dbgap_close_out", dueOn: "2027-03-30", subject: "departure:ana:r1" },
      matter: { number: 12 },
    });
    expect(handOver).toMatchObject([{ id: "r1", how: "close_and_reapply", needsOwner: true }]);
  });

  test("knows an approval that ended before, was ended, or never came", () => {
    const ended = (endsOn: string | null, endedOn: string | null) => ({
      approvals: [{ endsOn: endsOn && day(endsOn), endedOn: endedOn && day(endedOn) }] as never,
    });
    expect(kinds(ended("2027-03-30", null))).toEqual([]);
    expect(kinds(ended("2027-03-31", null))).toHaveLength(3);
    expect(kinds(ended(null, "2027-03-31"))).toEqual([]);
    expect(kinds(ended(null, "2027-04-01"))).toHaveLength(3);
    expect(kinds({ approvals: [] })).toEqual([]);
    expect(kinds({ approvals: [], filed: true })).toEqual(["dbgap_withdrawal", "dbgap_apply_anew"]);
  });

  test("asks for nobody where somebody else looks after it and stays", () => {
    const matters = [{ ...project, functions: [], ownerId: "bo" } as const];
    expect(plan({ matters })).toMatchObject({ duties: [], handOver: [] });
  });

  test("asks for somebody where duties would lie with an owner who is gone by then", () => {
    const matters = [{ ...project, ownerId: "cai" }];
    expect(plan({ matters }).handOver).toMatchObject([{ id: "r1", needsOwner: true }]);
  });

  test("shows a place that cannot pass on though somebody else owns the request", () => {
    const matters = [{ ...project, ownerId: "bo" }];
    expect(plan({ matters }).handOver).toMatchObject([
      { id: "r1", how: "close_and_reapply", needsOwner: false },
    ]);
  });

  test("asks who sees to the duties of an agreement, and proposes whoever does already", () => {
    const agreement: Matter = {
      ...{ kind: "agreement", id: "a1", archive: "ega", number: null, title: "DAA" },
      ...{ functions: ["authorised_personnel"], filed: true, ownerId: null },
      approvals: [{ endsOn: null, endedOn: null }],
    };
    const { duties, handOver } = plan({
      matters: [agreement],
      caretakers: new Map([["a1", "bo"]]),
    });
    expect(duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["ega_staff_change", "2027-04-30"],
      ["ega_copies", "2027-03-31"],
    ]);
    expect(handOver).toMatchObject([
      { kind: "agreement", id: "a1", needsOwner: true, proposedId: "bo" },
    ]);
  });

  test("passes on single duties, but not those that pass on with their request", () => {
    const duty = (id: string, requestId: string | null) => {
      return { id, what: "Do it.", requestId, number: null };
    };
    const { handOver } = plan({ duties: [duty("d1", "r1"), duty("d2", null)] });
    expect(handOver.map(({ kind, id }) => [kind, id])).toEqual([
      ["request", "r1"],
      ["duty", "d2"],
    ]);
  });

  test("passes on a duty apart from its request where the request is in somebody else's care", () => {
    const matters = [{ ...project, ownerId: "cai" }];
    const duties = [{ id: "d1", what: "Do it.", requestId: "r1", number: 12 }];
    expect(plan({ matters, duties }).handOver).toMatchObject([
      { kind: "request", id: "r1", needsOwner: true },
      { kind: "duty", id: "d1", needsOwner: true },
    ]);
  });
});

describe("who may take over", () => {
  test.each([
    ["somebody who stays", mate("bo"), true],
    ["whoever leaves", ana, false],
    ["somebody whose last day comes first", mate("cai", day("2027-02-01")), false],
    ["somebody whose last day is the same", mate("cai", lastDay), false],
    ["somebody who is there the day after", mate("cai", addDays(lastDay, 1)), true],
    ["somebody who is yet to come", { ...mate("dee"), startsOn: day("2027-01-11") }, false],
  ])("%s", (_who, person, expected) => {
    expect(mayTakeOver(person, "ana", lastDay, today)).toBe(expected);
  });

  test("where the last day is over, somebody who is there today", () => {
    const past = day("2026-12-31");
    expect(mayTakeOver(mate("bo", day("2027-01-09")), "ana", past, today)).toBe(false);
    expect(mayTakeOver(mate("bo", day("2027-01-10")), "ana", past, today)).toBe(true);
  });
});

test("an approval stands through its last day and no longer than the day it was ended", () => {
  expect(standsOn({ endsOn: lastDay, endedOn: null }, lastDay)).toBe(true);
  expect(standsOn({ endsOn: lastDay, endedOn: null }, addDays(lastDay, 1))).toBe(false);
  expect(standsOn({ endsOn: null, endedOn: lastDay }, lastDay)).toBe(false);
});

describe("changing the stored duties of a departure", () => {
  const { duties } = plan();
  const [first] = duties as [PlannedDuty];
  const row = (change: Partial<StoredDepartureDuty> = {}): StoredDepartureDuty => {
    const { subject, kind, dueOn } = first;
    return { id: "1", subject, kind, dueOn, state: "open", ...change };
  };

  test("a moved day closes the old duty, says why, and opens the new one", () => {
    const { open, close } = departureChanges([row({ dueOn: day("2027-02-27") })], duties);
    expect(open).toHaveLength(3);
    expect(close).toEqual([{ id: "1", why: "the day moved from 27 Feb 2027 to 30 Mar 2027" }]);
  });

  test("a duty that follows no more is closed, and one that was done for the same day stays done", () => {
    expect(departureChanges([row()], []).close).toEqual([
      { id: "1", why: "it does not follow from the departure any more" },
    ]);
    const done = departureChanges([row({ state: "done" })], duties);
    expect(done).toMatchObject({ reopen: [], keep: [], close: [] });
    expect(done.open).toHaveLength(2);
  });

  test("afterwards what is open or done is exactly what is wanted, whatever was stored", () => {
    const days = ["2027-02-27", "2027-03-30", "2027-03-31"].map(day);
    const stored = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...duties.map(({ kind }) => kind), "other"),
        dueOn: fc.constantFrom(...days),
        state: fc.constantFrom("open", "done", "not_applicable", "missed"),
      }),
      { selector: ({ kind, dueOn }) => `${kind} ${dueOn}` },
    );
    fc.assert(
      fc.property(stored, (entries) => {
        const rows = entries.map((entry, at) => row({ ...entry, id: String(at) }));
        const { open, reopen, keep, close } = departureChanges(rows, duties);
        const closed = new Set(close.map(({ id }) => id));
        const key = ({ kind, dueOn }: { kind: string; dueOn: Day }) => `${kind} ${dueOn}`;
        const stillOpen = rows.filter(({ id, state }) => state === "open" && !closed.has(id));
        expect(stillOpen.map(({ id }) => id)).toEqual(
          keep.map(({ id }) => id).sort((a, b) => Number(a) - Number(b)),
        );
        const done = rows.filter(({ state }) => state === "done");
        const now = [...open, ...[...reopen, ...keep].map(({ duty }) => duty), ...done];
        for (const duty of duties) expect(now.map(key)).toContain(key(duty));
        expect([...open, ...reopen.map(({ duty }) => duty), ...stillOpen].map(key).sort()).toEqual(
          duties
            .map(key)
            .filter((wanted) => !done.map(key).includes(wanted))
            .sort(),
        );
      }),
    );
  });
});
