import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import type { Span } from "./entry";
import { anyDay } from "./sample-entries";
import { bandOf, standingOf } from "./standing";

const TODAY = day("2026-11-22");

function span(change: Partial<Span>): Span {
  return { id: "a", from: day("2026-01-01"), before: null, end: null, ...change };
}

function until(days: number, end: Span["end"] = "clock", more: Partial<Span> = {}): Span {
  return span({ before: addDays(TODAY, days), end, ...more });
}

describe("how a stretch stands", () => {
  it.each([
    ["without an end", span({}), "ready", "open"],
    ["still to come", span({ from: addDays(TODAY, 1) }), "planned", "planned"],
    ["from today on", span({ from: TODAY }), "ready", "open"],
    ["91 days left", until(92), "ready", "far"],
    ["90 days left", until(91), "ready", "near"],
    ["30 days left", until(31), "ready_ending", "urgent"],
    ["its last day", until(1), "ready_ending", "urgent"],
    ["the day after", until(0), "lapsed", "past"],
    ["taken back", until(0, "revoked"), "revoked", "past"],
    ["closed", until(-5, "closed"), "closed", "closed"],
    ["replaced", until(-5, "replaced"), "renewed", "closed"],
    ["renewal filed", until(10, "clock", { renewalFiled: true }), "ready_ending", "renewing"],
    ["filed too late", until(-1, "clock", { renewalFiled: true }), "lapsed", "past"],
  ] as const)("%s", (_, stretch, standing, band) => {
    expect([standingOf(stretch, TODAY), bandOf(stretch, TODAY)]).toEqual([standing, band]);
  });

  it("is renewed where the next one begins on the day after, and lapsed where a day lies between", () => {
    const ended = until(-10);
    expect(standingOf(ended, TODAY, { from: addDays(TODAY, -10) })).toBe("renewed");
    expect(standingOf(ended, TODAY, { from: addDays(TODAY, -9) })).toBe("lapsed");
  });

  it("goes from not yet to holding to over, and never back", () => {
    const order = { planned: 0, ready: 1, ready_ending: 2 } as Record<string, number>;
    fc.assert(
      fc.property(anyDay, fc.nat(900), fc.nat(900), fc.nat(900), (from, days, a, b) => {
        const one = span({ from, before: addDays(from, days + 1), end: "clock" });
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          standingOf(one, addDays(from, at - 400)),
        );
        expect(order[early ?? ""] ?? 3).toBeLessThanOrEqual(order[late ?? ""] ?? 3);
      }),
    );
  });
});
