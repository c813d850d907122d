import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Terms } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import type { Renewal } from "../archives/renewal";
import { addDays, addYears, type Day, day } from "../dates/day";
import { type KeptGrant, proposedEnd, renewalWindow, standingTerm } from "./renewal";

const LENGTHS = { opensDaysBefore: 90, lastSafeDaysBefore: 60 };
const grant = (startsOn: string, endsOn: string | null) => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});
const YEAR = grant("2026-03-14", "2027-03-14");

describe("the window of a renewal", () => {
  test.each([
    ["2026-12-13", "not_yet", "the day before it opens"],
    ["2026-12-14", "open", "the day on which it opens"],
    ["2027-01-13", "open", "the last safe day"],
    ["2027-01-14", "late", "the day after the last safe day"],
    ["2027-03-14", "late", "the last day of access"],
    ["2027-03-15", "over", "the day after the end"],
  ])("%s is %s: %s", (today, phase) => {
    expect(renewalWindow(LENGTHS, [YEAR], day(today))).toEqual({
      ...{ phase, opensOn: "2026-12-14", lastSafeDay: "2027-01-13", endsOn: "2027-03-14" },
    });
  });

  test("counts back over a leap day", () => {
    const found = renewalWindow(LENGTHS, [grant("2027-03-31", "2028-03-31")], day("2027-06-01"));
    expect(found).toMatchObject({ opensOn: "2028-01-01", lastSafeDay: "2028-01-31" });
  });

  test("follows the end that comes first", () => {
    const grants = [grant("2026-03-14", null), grant("2026-05-01", "2027-05-01"), YEAR];
    expect(renewalWindow(LENGTHS, grants, day("2026-06-01")).endsOn).toBe("2027-03-14");
  });

  test("of a short approval is open from its first day, and safe on that day at least", () => {
    const found = renewalWindow(LENGTHS, [grant("2027-01-01", "2027-01-15")], day("2027-01-01"));
    expect(found).toEqual({
      ...{ phase: "open", opensOn: null, lastSafeDay: "2027-01-01", endsOn: "2027-01-15" },
    });
  });

  test.each([
    ["the archive renews nothing", null, [YEAR]],
    ["nothing is approved", LENGTHS, []],
    ["the approval has no end", LENGTHS, [grant("2026-03-14", null)]],
  ])("there is none where %s", (_why, lengths, grants) => {
    const found = renewalWindow(lengths, grants, day("2026-06-01"));
    expect(found).toEqual({
      ...{ phase: "not_renewable", opensOn: null, lastSafeDay: null, endsOn: null },
    });
  });

  test("every day has one phase, and they follow each other", () => {
    const order = ["not_yet", "open", "late", "over"];
    const lengths = fc.record({
      opensDaysBefore: fc.option(fc.integer({ min: 0, max: 400 })),
      lastSafeDaysBefore: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 800 }), (days, term) => {
        const start = day("2026-03-14");
        const one = { startsOn: start, endsOn: addDays(start, term) };
        const phases = Array.from({ length: term + 5 }, (_, index) =>
          order.indexOf(renewalWindow(days, [one], addDays(start, index)).phase),
        );
        expect(phases).toEqual(phases.toSorted((a, b) => a - b));
        expect(phases.at(-1)).toBe(order.indexOf("over"));
      }),
    );
  });
});

const EXTENDS = { how: "extends_end" } as Renewal;
const ANEW = { how: "starts_at_approval" } as Renewal;
const yearly: Pick<Terms, "proposeEnd"> = {
  proposeEnd: ({ decidedOn }) => ({ endsOn: addYears(decidedOn, 1), rule: "One year." }),
};
const unset: Pick<Terms, "proposeEnd"> = {
  proposeEnd: () => ({ endsOn: null, rule: "No term." }),
};
const decided = (on: string) => ({ decidedOn: day(on), startsOn: day(on) });
const endOf = (...args: Parameters<typeof proposedEnd>) => proposedEnd(...args).endsOn;

describe("the end of a renewed approval", () => {
  test("that starts at the approval counts from the decision", () => {
    expect(endOf(ANEW, yearly, decided("2027-02-01"), YEAR)).toBe("2028-02-01");
  });

  test("that extends counts on from the old end, and says so", () => {
    const found = proposedEnd(EXTENDS, yearly, decided("2027-02-01"), YEAR);
    expect(found.endsOn).toBe("2028-03-14");
    expect(found.rule).toMatch(/count on from its old end, 14 Mar 2027, .* One year\.$/);
  });

  test("that extends too late counts from the decision, and says why", () => {
    const found = proposedEnd(EXTENDS, yearly, decided("2027-03-15"), YEAR);
    expect(found.endsOn).toBe("2028-03-15");
    expect(found.rule).toMatch(/^The old approval ran out on 14 Mar 2027, before this decision/);
  });

  test("extended on the last day loses none", () => {
    expect(endOf(EXTENDS, yearly, decided("2027-03-14"), YEAR)).toBe("2028-03-14");
  });

  test.each([
    ["a year over a leap day", "2024-02-29", "2025-02-28", "2026-02-28", "a year"],
    ["a year into a leap year", "2027-03-01", "2028-02-29", "2029-02-28", "a year"],
    ["a year up to a leap day", "2026-03-01", "2027-02-28", "2028-02-29", "a year"],
    ["two years", "2026-03-14", "2028-03-14", "2030-03-14", "2 years"],
    ["two years less a day", "2026-03-14", "2028-03-13", "2030-03-13", "2 years"],
    ["some days", "2026-03-14", "2026-05-13", "2026-07-12", "60 days"],
    ["a single day", "2026-03-14", "2026-03-15", "2026-03-16", "1 day"],
  ])("without a term proposes as long again: %s", (_case, start, end, again, words) => {
    const found = proposedEnd(EXTENDS, unset, decided(start), grant(start, end));
    expect(found.endsOn).toBe(again);
    expect(found.rule).toContain(`It lasted ${words};`);
  });

  test("is a year more each year, however early each extension is decided and begins", () => {
    const open = { endedOn: null, endedBy: null };
    const grants: KeptGrant[] = [{ ...grant("2025-01-01", "2025-12-31"), ...open }];
    for (const early of [40, 10, 0, 75]) {
      const last = grants.at(-1) as KeptGrant;
      const on = addDays(last.endsOn as Day, -early);
      const { endsOn } = proposedEnd(EXTENDS, unset, decided(on), standingTerm(grants));
      grants.pop();
      grants.push({ ...last, endedOn: on, endedBy: "renewed" }, { startsOn: on, endsOn, ...open });
    }
    expect(grants.map(({ endsOn }) => endsOn)).toEqual([
      ...["2025-12-31", "2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"],
    ]);
    expect(standingTerm([])).toBeNull();
  });

  test("of a first approval, or of one without an end, is the archive's own", () => {
    expect(endOf(EXTENDS, yearly, decided("2027-02-01"), null)).toBe("2028-02-01");
    expect(endOf(EXTENDS, unset, decided("2027-02-01"), grant("2026-03-14", null))).toBeNull();
  });

  test("is dbGaP's from the decision, EGA's from the old end, PhysioNet's from the decision in days", () => {
    const at = (code: string, lifecycle: string, durationDays?: number) => {
      const archive = archiveByCode(code);
      if (!archive) throw new Error(`no ${code}`);
      const terms = archive.terms(lifecycle);
      const decision = { ...decided("2027-02-01"), ...(durationDays && { durationDays }) };
      return endOf(archive.renewal(lifecycle), terms, decision, YEAR);
    };
    expect(at("dbgap", "dbgap-project")).toBe("2028-02-01");
    expect(at("ega", "ega-application")).toBe("2028-03-14");
    expect(at("physionet", "physionet-contributor", 14)).toBe("2027-02-15");
  });

  test("never lies before the old one where it extends in time", () => {
    const days = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(days, days, (term, early) => {
        const start = day("2024-02-29");
        const end: Day = addDays(start, term);
        const on = addDays(end, -Math.min(early, term));
        const found = endOf(
          EXTENDS,
          unset,
          { decidedOn: on, startsOn: on },
          { startsOn: start, endsOn: end },
        );
        expect(found && found >= end).toBe(true);
      }),
    );
  });
});
