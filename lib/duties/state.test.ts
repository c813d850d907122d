import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { DUTY_STATES, dutyState, isToDo, type StoredState } from "./state";

const today = day("2028-02-29");
const open = (left: number) => dutyState({ state: "open", dueOn: addDays(today, left) }, today);

describe("how a duty stands", () => {
  it.each([
    [31, "open"],
    [30, "due_soon"],
    [1, "due_soon"],
    [0, "due_soon"],
    [-1, "overdue"],
  ])("with %i days left it is %s", (left, state) => {
    expect(open(left)).toBe(state);
  });

  it("is what was recorded once it is closed, whatever the day", () => {
    const closed = fc.constantFrom<StoredState>("done", "not_applicable", "missed");
    fc.assert(
      fc.property(closed, fc.integer({ min: -900, max: 900 }), (state, left) => {
        expect(dutyState({ state, dueOn: addDays(today, left) }, today)).toBe(state);
      }),
    );
  });

  it("says whether it is still to be done", () => {
    expect(DUTY_STATES.filter(isToDo)).toEqual(["open", "due_soon", "overdue"]);
  });

  it("grows only nearer as days pass", () => {
    const order = ["open", "due_soon", "overdue"];
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (left) => {
        expect(order.indexOf(open(left - 1))).toBeGreaterThanOrEqual(order.indexOf(open(left)));
      }),
    );
  });
});
