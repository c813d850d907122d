import { describe, expect, test } from "vitest";
import { AMENDMENT_KINDS, isPossible, needsConsent } from "./amendment";
import { ARCHIVES, archiveByCode } from "./index";

describe("how a live approval is changed", () => {
  test.each([
    ["dbgap", "people", "revise"],
    ["dbgap", "scope_add", "revise"],
    ["dbgap", "scope_remove", "revise"],
    ["dbgap", "aim", "new_request"],
    ["dbgap", "end_date", "new_request"],
    ["dbgap", "pi", "close_first"],
    ["dbgap", "hand_over", "free"],
    ["dbgap", "pi_moves", "close_first"],
    ["ega", "people", "notify"],
    ["ega", "scope_add", "ask"],
    ["ega", "scope_remove", "notify"],
    ["ega", "aim", "new_request"],
    ["ega", "end_date", "ask"],
    ["ega", "pi", "ask"],
    ["ega", "hand_over", "free"],
    ["ega", "pi_moves", "close_first"],
    ["physionet", "people", "new_request"],
    ["physionet", "scope_add", "new_request"],
    ["physionet", "scope_remove", "free"],
    ["physionet", "aim", "free"],
    ["physionet", "end_date", "new_request"],
    ["physionet", "pi", "new_request"],
    ["physionet", "hand_over", "free"],
    ["physionet", "pi_moves", "free"],
  ] as const)("%s: %s is %s", (code, kind, way) => {
    expect(archiveByCode(code)?.amendments[kind].way).toBe(way);
  });

  test("every kind says at every archive what to do, with its source", () => {
    for (const { amendments } of ARCHIVES) {
      for (const kind of AMENDMENT_KINDS) {
        const rule = amendments[kind];
        expect(rule.sentence).toMatch(/\.$/);
        expect(rule.source.length).toBeGreaterThan(5);
        expect(rule.withinDays !== undefined).toBe(rule.way === "notify");
        expect(needsConsent(rule) && !isPossible(kind, rule)).toBe(false);
        expect(isPossible("pi_moves", rule)).toBe(true);
      }
    }
  });
});
