import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Terms } from "../archives/archive";
import { addDays, addYears, type Day, day } from "../dates/day";
import { type GrantFacts, obligationsOf, reconcile, type StoredDuty } from "./obligations";

const endDuty = {
  kind: "dbgap_renewal",
  whatEnds: "access under the dbGaP approval",
  whatToDo: "File the renewal.",
  safeDaysBefore: 30,
  ifMissed: "Access ends.",
  source: "https://example.org/terms",
};
const yearly: Terms = {
  asksDuration: false,
  proposeEnd: ({ decidedOn }) => ({
    endsOn: addYears(decidedOn, 1),
    rule: "One year from the approval.",
  }),
  endDuty,
};
const inDays: Terms = {
  asksDuration: true,
  proposeEnd: ({ decidedOn, durationDays = 0 }) => ({
    endsOn: durationDays === 0 ? null : addDays(decidedOn, durationDays),
    rule: `decided + ${durationDays} days`,
  }),
  endDuty,
};
const grant: GrantFacts = {
  decidedOn: day("2026-03-14"),
  startsOn: day("2026-03-14"),
  endsOn: day("2027-03-14"),
  endedOn: null,
};

describe("the duties of a grant", () => {
  test("a grant with an end has one duty on its last day, with the rule that gives it", () => {
    expect(obligationsOf(grant, yearly)).toEqual([
      {
        kind: "dbgap_renewal",
        dueOn: "2027-03-14",
        rule: "One year from the approval.",
        source: "https://example.org/terms",
      },
    ]);
  });

  test("an open-ended grant and an ended one have none", () => {
    expect(obligationsOf({ ...grant, endsOn: null }, yearly)).toEqual([]);
    expect(obligationsOf({ ...grant, endedOn: day("2026-09-01") }, yearly)).toEqual([]);
  });

  test("an end that differs from the archive's rule says who set it", () => {
    const [duty] = obligationsOf({ ...grant, endsOn: day("2027-01-01") }, yearly);
    expect(duty?.rule).toBe("This end was entered with the decision of 14 Mar 2026.");
  });

  test("an archive that decides in days gives its rule with the days that lead to this end", () => {
    const [duty] = obligationsOf({ ...grant, endsOn: day("2026-03-28") }, inDays);
    expect(duty?.rule).toBe("decided + 14 days");
  });
});

describe("changing the stored duties", () => {
  const duty = { kind: "dbgap_renewal", dueOn: day("2027-03-14"), rule: "r", source: "s" };
  const row: StoredDuty = { id: "1", kind: duty.kind, dueOn: duty.dueOn, state: "open" };

  test("the same facts twice change nothing", () => {
    expect(reconcile([row], [duty])).toEqual({ open: [], reopen: [], close: [] });
  });

  test("a moved end closes the old duty, says why, and opens the new one", () => {
    const moved = { ...duty, dueOn: day("2027-04-01") };
    expect(reconcile([row], [moved])).toEqual({
      open: [moved],
      reopen: [],
      close: [{ id: "1", why: "the end moved from 14 Mar 2027 to 1 Apr 2027" }],
    });
  });

  test("an end that moved and came back reopens its row", () => {
    const closed: StoredDuty = { ...row, state: "not_applicable" };
    const other: StoredDuty = { ...row, id: "2", dueOn: day("2027-04-01") };
    expect(reconcile([closed, other], [duty])).toMatchObject({
      open: [],
      reopen: ["1"],
      close: [{ id: "2" }],
    });
  });

  test("a grant that became open-ended has nothing that ends", () => {
    expect(reconcile([row], []).close).toEqual([{ id: "1", why: "nothing ends any more" }]);
  });

  test("after the changes the open rows are exactly the duties, whatever was stored", () => {
    const days = ["2027-01-01", "2027-02-01", "2027-03-01"].map(day);
    const states = ["open", "done", "not_applicable"] as const;
    const stored = fc.uniqueArray(
      fc.record({ dueOn: fc.constantFrom(...days), state: fc.constantFrom(...states) }),
      { selector: (entry) => entry.dueOn },
    );
    fc.assert(
      fc.property(stored, fc.option(fc.constantFrom(...days)), (entries, end) => {
        const rows = entries.map((entry, index) => ({ ...row, ...entry, id: String(index) }));
        const duties = end === null ? [] : [{ ...duty, dueOn: end }];
        const { open, reopen, close } = reconcile(rows, duties);
        const kept = rows.filter(
          ({ id, state }) =>
            (state === "open" || reopen.includes(id)) && !close.some((one) => one.id === id),
        );
        const after: Day[] = [...kept, ...open].map((one) => one.dueOn);
        expect(after).toEqual(duties.map((one) => one.dueOn));
      }),
    );
  });
});
