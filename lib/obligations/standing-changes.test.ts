import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import { formatDay } from "../dates/format";
import { ALL } from "./sample-facts";
import type { StandingDuty } from "./standing";
import { countChanges, type StoredStanding, standingChanges } from "./standing-changes";

const stored = (duties: readonly StandingDuty[]): StoredStanding[] =>
  duties.map((duty, index) => ({ ...duty, id: String(index), state: "open", closedBy: null }));

describe("changing what is stored", () => {
  test("the same facts twice change nothing", () => {
    expect(countChanges(standingChanges(stored(ALL), ALL))).toBe(0);
  });

  test("a moved day closes the old duty, opens the new one, and says both days", () => {
    const moved = ALL.map((duty) => ({ ...duty, dueOn: addDays(duty.dueOn, -1) }));
    const { open, close } = standingChanges(stored(ALL), moved);
    expect(open).toHaveLength(ALL.length);
    expect(close[0]?.why).toBe("the day moved from 3 May 2028 to 2 May 2028");
  });

  test("what was renewed counts as done", () => {
    const [report] = ALL;
    if (!report) throw new Error("There is a report");
    const later = { ...report, dueOn: day("2031-05-03") };
    expect(standingChanges(stored([report]), [later]).close[0]).toMatchObject({ state: "done" });
  });

  test("other words are written over, and what ended with its day is no difference", () => {
    const [first] = ALL;
    if (!first) throw new Error("There is one");
    const other = { ...first, what: "Something else." };
    expect(standingChanges(stored([first]), [other]).reword).toHaveLength(1);
    const over = { ...first, over: { state: "done" as const, why: formatDay(first.dueOn) } };
    const changes = standingChanges(stored([first]), [over]);
    expect(changes.close).toHaveLength(1);
    expect(countChanges(changes)).toBe(0);
  });

  test("whatever was stored, one is open for each subject and kind, and a second run changes nothing", () => {
    const [base] = ALL;
    if (!base) throw new Error("There is one");
    const days = ["2027-01-01", "2027-02-01", "2027-03-01"].map(day);
    const states = ["open", "done", "not_applicable", "missed"] as const;
    const rows = fc.uniqueArray(
      fc.record({
        dueOn: fc.constantFrom(...days),
        state: fc.constantFrom(...states),
        closedBy: fc.constantFrom(null, "Ana"),
      }),
      { selector: ({ dueOn }) => dueOn },
    );
    fc.assert(
      fc.property(rows, fc.option(fc.constantFrom(...days)), (kept, due) => {
        const before = kept.map((one, index) => ({
          ...{ ...base, ...one, id: String(index) },
          closedBy: one.state === "open" ? null : one.closedBy,
        }));
        const duties = due === null ? [] : [{ ...base, dueOn: due }];
        const after = apply(before, duties);
        const open = after.filter(({ state }) => state === "open").map(({ dueOn }) => dueOn);
        const byHand = before.some(
          ({ dueOn, state, closedBy }) =>
            dueOn === due && state !== "open" && (closedBy !== null || state === "missed"),
        );
        expect(open).toEqual(due === null || byHand ? [] : [due satisfies Day]);
        expect(countChanges(standingChanges(after, duties))).toBe(0);
      }),
    );
  });
});

/** The rows as they are once the changes were made. */
function apply(rows: readonly StoredStanding[], duties: readonly StandingDuty[]): StoredStanding[] {
  const { open, reopen, close } = standingChanges(rows, duties);
  const kept = rows.map((one): StoredStanding => {
    const closed = close.find(({ id }) => id === one.id);
    if (closed) return { ...one, state: closed.state };
    return reopen.some(({ id }) => id === one.id) ? { ...one, state: "open" } : one;
  });
  const opened = open.map(
    (duty, index): StoredStanding => ({
      ...{ ...duty, id: `new-${index}`, state: "open", closedBy: null },
    }),
  );
  return [...kept, ...opened];
}
