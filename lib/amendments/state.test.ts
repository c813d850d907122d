import { expect, test } from "vitest";
import type { AmendmentRule } from "../archives/amendment";
import { AMENDMENT_STATES, nextSteps } from "./state";

const rule = (way: AmendmentRule["way"]): AmendmentRule => ({ way, sentence: "", source: "" });

test("with consent an amendment is asked and decided, without it recorded; what is over stays so", () => {
  const table = AMENDMENT_STATES.map((state) => [
    state,
    nextSteps(state, rule("revise")),
    nextSteps(state, rule("notify")),
  ]);
  expect(table).toEqual([
    ["preparing", ["ask", "withdraw"], ["record", "withdraw"]],
    ["asked", ["decide", "withdraw"], ["decide", "withdraw"]],
    ["approved", [], []],
    ["refused", [], []],
    ["withdrawn", [], []],
    ["recorded", [], []],
  ]);
});
