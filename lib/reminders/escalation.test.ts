import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "../dates/day";
import { type EscalationFacts, escalationOf, nextEscalation } from "./escalation";

const dueOn = day("2027-03-14");
const facts: EscalationFacts = {
  ...{ dueOn, firstSentOn: null, bounced: false, acknowledged: false, afterDays: 7 },
  isToldOnce: false,
};
const on = (left: number) => addDays(dueOn, -left);

describe("bringing a duty before others", () => {
  test("comes so many days after its first mail, unless somebody said that they see to it", () => {
    const sent = { ...facts, firstSentOn: on(30) };
    expect([24, 23, 10].map((left) => escalationOf(sent, on(left)))).toEqual([
      ...[null, "unclaimed", "unclaimed"],
    ]);
    expect(escalationOf({ ...sent, acknowledged: true }, on(10))).toBeNull();
    expect(escalationOf(facts, on(10))).toBeNull();
  });

  test("comes when the day is over, whoever sees to it", () => {
    const seen = { ...facts, acknowledged: true };
    expect([0, -1].map((left) => escalationOf(seen, on(left)))).toEqual([null, "missed"]);
  });

  test("comes at once when a mail came back, also of what is told once", () => {
    expect(escalationOf({ ...facts, bounced: true, acknowledged: true }, on(80))).toBe("bounced");
    expect(escalationOf({ ...facts, bounced: true, isToldOnce: true }, on(80))).toBe("bounced");
  });

  test("does not come for what is told once and waits for nobody", () => {
    expect(escalationOf({ ...facts, isToldOnce: true, firstSentOn: on(0) }, on(-40))).toBeNull();
    expect(nextEscalation({ ...facts, isToldOnce: true }, on(0), on(0))).toBeNull();
  });

  test("never comes before the day that is called the next one, whenever the first mail goes", () => {
    const lefts = fc.integer({ min: -5, max: 60 });
    fc.assert(
      fc.property(lefts, fc.nat(20), fc.nat(30), fc.boolean(), (left, wait, step, acknowledged) => {
        const today = on(left);
        const waiting = { ...facts, acknowledged };
        const next = nextEscalation(waiting, today, addDays(today, -1));
        const later = addDays(today, step);
        const sent = { ...waiting, firstSentOn: addDays(today, wait - 1) };
        if (next === null || later < next) {
          expect(escalationOf(sent, later)).toBe(escalationOf(waiting, today));
        }
      }),
    );
  });
});
