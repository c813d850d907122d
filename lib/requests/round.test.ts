import { describe, expect, test } from "vitest";
import type { ReviewStatus } from "../archives/lifecycle";
import { type RoundState, roundState } from "./round";

const CASES: [string, RoundState, boolean, ReviewStatus[], RoundState][] = [
  ["being written", "open", false, ["draft"], "open"],
  ["under review beside what was refused", "open", false, ["rejected", "in_review"], "open"],
  ["with its first approval", "open", true, ["approved", "in_review"], "approved"],
  ["whose approval ran its course", "approved", true, ["closed"], "approved"],
  ["in which all was refused", "open", false, ["rejected", "rejected"], "rejected"],
  ["refused and revised", "rejected", false, ["changes_requested"], "open"],
  ["refused and given up", "rejected", false, ["approved"], "rejected"],
  ["given up before a decision", "open", false, ["approved"], "withdrawn"],
  ["whose items were withdrawn", "open", false, ["withdrawn", "withdrawn"], "withdrawn"],
  ["left by all its items", "withdrawn", false, [], "withdrawn"],
];

describe("a round", () => {
  test.each(CASES)("%s: %s becomes %s", (_case, state, hasApproval, statuses, after) => {
    expect(roundState({ state, hasApproval, statuses })).toBe(after);
    expect(roundState({ state: after, hasApproval, statuses })).toBe(after);
  });
});
