import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleSetting } from "../archives/qualification";
import { readRuleValues, ruleValues } from "./archive-rules";

const about = { label: "A rule", help: "What it does.", source: "https://example.org" };
const RULES: readonly RuleSetting[] = [
  { ...about, id: "trainingDays", kind: "days", initial: null },
  { ...about, id: "from", kind: "day", initial: "2026-06-01" },
  { ...about, id: "counts", kind: "yes", initial: true },
];
const archive = { rules: RULES };
const INITIAL = { trainingDays: null, from: "2026-06-01", counts: true };

describe("the rules of a team", () => {
  it.each([
    ["nothing is stored", undefined],
    ["rubbish is stored", "rubbish"],
    ["other kinds are stored", { trainingDays: "many", from: 7, counts: null, gone: 1 }],
    ["days that are none are stored", { trainingDays: 0.5, from: "2026-02-30", counts: "no" }],
    ["no days at all are stored", { trainingDays: 0 }],
  ])("are the initial ones where %s", (_what, stored) => {
    expect(ruleValues(archive, stored)).toEqual(INITIAL);
  });

  it("are what was stored, also when that is not set or no", () => {
    const stored = { trainingDays: 1095, from: null, counts: false };
    expect(ruleValues(archive, stored)).toEqual(stored);
  });

  it("always have a value for every setting and none else, whatever is stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(ruleValues(archive, stored))).toEqual(RULES.map(({ id }) => id));
      }),
    );
  });
});

describe("typed rules", () => {
  const read = (typed: Record<string, unknown>) => readRuleValues(archive, INITIAL, typed);

  it("replace those that were typed and keep the others", () => {
    expect(read({ trainingDays: " 1095 " })).toEqual({
      ok: true,
      values: { ...INITIAL, trainingDays: 1095 },
    });
    expect(read({ from: "", counts: false })).toEqual({
      ok: true,
      values: { trainingDays: null, from: null, counts: false },
    });
  });

  it.each([
    ["trainingDays", "0", "between 1 and 36500"],
    ["trainingDays", "3 years", "between 1 and 36500"],
    ["trainingDays", "-5", "between 1 and 36500"],
    ["from", "2026-02-30", "There is no 30 February 2026."],
    ["from", true, "year, month, day"],
    ["counts", "yes", "yes or no"],
    ["counts", null, "yes or no"],
    ["teamId", "x", "no such rule"],
  ])("at %s %s are refused with a sentence", (id, raw, sentence) => {
    expect(read({ [id]: raw })).toEqual({
      ok: false,
      id,
      message: expect.stringContaining(sentence),
    });
  });

  it("that were taken are read back as they are", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (typed) => {
        const result = read(typed);
        if (result.ok) expect(ruleValues(archive, result.values)).toEqual(result.values);
      }),
    );
  });
});
