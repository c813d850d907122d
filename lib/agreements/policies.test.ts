import { expect, it } from "vitest";
import type { PolicyRule } from "../archives/policy";
import { day } from "../dates/day";
import { policiesFor } from "./policies";

const rule = (binds: PolicyRule["binds"]): PolicyRule => ({
  ...{ id: binds, notice: "NOT-OD-24-157", from: day("2025-01-25"), binds, asks: "", source: "" },
});

const binding = (binds: PolicyRule["binds"], agreedOn: string, on: string) =>
  policiesFor([rule(binds)], day(agreedOn), day(on))[0]?.binding;

it.each([
  ["agreements", "2025-01-24", "2026-01-01", "when_renewed"],
  ["agreements", "2025-01-25", "2026-01-01", "binds"],
  ["agreements", "2025-01-25", "2025-01-24", "later"],
  ["everybody", "2020-01-01", "2025-01-25", "binds"],
  ["everybody", "2020-01-01", "2025-01-24", "later"],
  ["proposal", "2026-01-01", "2026-01-01", "proposal"],
] as const)(
  "a rule for %s and an agreement of %s, seen on %s: %s",
  (binds, agreedOn, on, answer) => {
    expect(binding(binds, agreedOn, on)).toBe(answer);
  },
);
