import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import type { Claim, Holding, Pending } from "../readiness/facts";
import { holdingOf } from "./claims";
import { SAMPLE_TRAINING, sampleRow } from "./sample-types";
import { HOLDING_STATES, stateOf } from "./state";

const TODAY = day("2026-11-22");

const claim = (from: string, last: string | null, more: Partial<Claim> = {}): Claim => ({
  ref: { kind: "qualification", id: `${from} ${last}` },
  from: day(from),
  before: last === null ? null : addDays(day(last), 1),
  end: last === null ? null : "clock",
  proof: null,
  ...more,
});

const pending = (status: Pending["status"]): Pending => ({
  ref: { kind: "qualification", id: "new" },
  ...{ status, label: "Somewhere", waitingOn: "archive", since: TODAY },
});

const at = (claims: Claim[], status?: Pending["status"], on: Day = TODAY) =>
  stateOf({ claims, pending: status ? pending(status) : null }, on);

describe("a holding stands as", () => {
  const running = claim("2026-01-01", "2027-06-30", { clock: "the report's own end" });
  const past = claim("2025-01-01", "2026-05-03");
  const revoked = claim("2025-01-01", "2026-05-03", { end: "revoked" });
  const waived = claim("2026-11-01", "2026-11-30", { waived: { by: "Ana", why: "Full" } });

  it.each([
    ["missing, where there is nothing", [], undefined, "missing", null],
    ["to begin later", [claim("2027-01-01", null)], undefined, "not_yet", null],
    ["to begin later, after a gap", [past, claim("2027-01-01", null)], "draft", "not_yet", null],
    ["current", [running], undefined, "current", "2027-06-30"],
    ["current, without an end", [claim("2026-01-01", null)], undefined, "current", null],
    ["ending soon", [claim("2026-01-01", "2026-12-22")], undefined, "ending_soon", "2026-12-22"],
    [
      "current on the 31st day",
      [claim("2026-01-01", "2026-12-23")],
      undefined,
      "current",
      "2026-12-23",
    ],
    ["ending soon on its last day", [claim("2026-01-01", TODAY)], undefined, "ending_soon", TODAY],
    ["expired the day after", [past], undefined, "expired", "2026-05-03"],
    ["revoked", [revoked], undefined, "revoked", "2026-05-03"],
    ["in review, once the old one ended", [past], "in_review", "in_review", "2026-05-03"],
    ["in review, after a revocation", [revoked], "submitted", "in_review", "2026-05-03"],
    ["incomplete", [], "draft", "incomplete", null],
    ["incomplete, sent back", [past], "changes_requested", "incomplete", "2026-05-03"],
    ["rejected", [], "rejected", "rejected", null],
    ["waived", [waived], "in_review", "waived", "2026-11-30"],
    ["what it is, waived or not", [waived, running], undefined, "current", "2027-06-30"],
    ["what holds longest", [running, claim("2026-01-01", null)], undefined, "current", null],
  ] as const)("%s", (_what, claims, status, state, until) => {
    expect(at([...claims], status)).toMatchObject({ state, until });
  });

  it("goes on where another takes over on the very day it ends, and only there", () => {
    const next = claim("2026-12-01", "2028-11-30", { clock: "its stated end" });
    const first = claim("2026-01-01", "2026-11-30");
    expect(at([first, next])).toMatchObject({
      ...{ state: "current", until: "2028-11-30", clock: "its stated end", claim: first },
    });
    const gap = claim("2026-12-02", "2028-11-30");
    expect(at([first, gap])).toMatchObject({ state: "ending_soon", until: "2026-11-30" });
    const covered = claim("2026-11-15", "2027-01-31", { waived: { by: "Ana", why: "Full" } });
    expect(at([first, covered])).toMatchObject({ state: "current", until: "2027-01-31" });
  });

  it("to begin later with what begins first", () => {
    const [first, second] = [claim("2026-12-01", "2026-12-05"), claim("2027-01-01", null)];
    expect(at([second, first]).claim).toEqual(first);
    const never = { ...claim("2027-01-01", null), before: day("2027-01-01") };
    expect(at([never]).state).toBe("missing");
  });

  it("says which clock gives the end", () => {
    expect(at([running]).clock).toBe("the report's own end");
    expect(at([past]).clock).toBeUndefined();
  });

  it("says that a replacement is in review while the old one holds, and only then", () => {
    expect(at([running], "in_review").replacementInReview).toBe(true);
    expect(at([running], "draft").replacementInReview).toBe(false);
    expect(at([running], "rejected").replacementInReview).toBe(false);
    expect(at([past], "in_review").replacementInReview).toBe(false);
  });
});

const days = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day("2025-06-01"), days));
const maybe = fc.option(days, { nil: null });
const rows = fc.array(
  fc
    .record({
      id: fc.uuid(),
      step: fc.constantFrom(...SAMPLE_TRAINING.lifecycle.steps.map(({ id }) => id)),
      ...{ stepSince: days, startsOn: maybe, reportEndsOn: maybe, endsOn: maybe },
      ...{ endedOn: maybe, waivedOn: maybe, waivedUntil: maybe },
      endedBy: fc.constantFrom("revoked", "given_up", null),
    })
    .map(sampleRow),
  { maxLength: 5 },
);
const rules = fc.record({
  countReportEnd: fc.boolean(),
  trainingDays: fc.option(fc.integer({ min: 0, max: 1200 }), { nil: null }),
});
const holdings = fc
  .tuple(rows, rules)
  .map(([rows, rules]): Holding => holdingOf(SAMPLE_TRAINING, rows, rules));
const OPEN = ["current", "ending_soon", "waived"];

describe("whatever was recorded", () => {
  it("a day has one state, open exactly while a claim holds, and its end is on the right side", () => {
    fc.assert(
      fc.property(holdings, days, (holding, on) => {
        const { state, until, replacementInReview } = stateOf(holding, on);
        expect(HOLDING_STATES).toContain(state);
        const holds = holding.claims.some(
          ({ from, before }) => from <= on && (before === null || on < before),
        );
        expect(OPEN.includes(state)).toBe(holds);
        if (until !== null) expect(until >= on).toBe(holds);
        if (replacementInReview) expect(holds).toBe(true);
      }),
    );
  });

  it("its end is the last day before the first on which nothing holds", () => {
    fc.assert(
      fc.property(holdings, days, (holding, on) => {
        const { state, until } = stateOf(holding, on);
        if (!OPEN.includes(state)) return;
        const openOn = (day: Day) => OPEN.includes(stateOf(holding, day).state);
        if (until === null) {
          expect(openOn(addDays(on, 5000))).toBe(true);
        } else {
          expect([openOn(until), openOn(addDays(until, 1))]).toEqual([true, false]);
        }
      }),
    );
  });

  it("intervals are half open: held on the last day, not on the next by the same claim", () => {
    fc.assert(
      fc.property(holdings, ({ claims }) => {
        for (const one of claims) {
          if (one.before === null || one.before === one.from) continue;
          const alone = { claims: [one], pending: null };
          const last = addDays(one.before, -1);
          expect(OPEN).toContain(stateOf(alone, last).state);
          expect(stateOf(alone, last).until).toBe(last);
          expect(OPEN).not.toContain(stateOf(alone, one.before).state);
        }
      }),
    );
  });

  it("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(rows, rules, days, (rows, rules, on) => {
        const turned = holdingOf(SAMPLE_TRAINING, rows.toReversed(), rules);
        expect(turned).toEqual(holdingOf(SAMPLE_TRAINING, rows, rules));
        expect(stateOf(turned, on)).toEqual(stateOf(holdingOf(SAMPLE_TRAINING, rows, rules), on));
      }),
    );
  });

  it("one more accepted row never shuts a day", () => {
    fc.assert(
      fc.property(rows, rules, days, days, (rows, rules, startsOn, on) => {
        const more = [...rows, sampleRow({ id: "more", startsOn, endsOn: addDays(startsOn, 99) })];
        const before = stateOf(holdingOf(SAMPLE_TRAINING, rows, rules), on).state;
        const after = stateOf(holdingOf(SAMPLE_TRAINING, more, rules), on).state;
        if (OPEN.includes(before)) expect(OPEN).toContain(after);
      }),
    );
  });
});
