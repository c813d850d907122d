import { describe, expect, it } from "vitest";
import type { Move } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import { day } from "../dates/day";
import { holdingOf, type IdentityRow, identityHolding, type QualificationRow } from "./claims";
import { type HoldingStep, identitySteps, qualificationSteps } from "./next-steps";
import { SAMPLE_TRAINING, sampleRow } from "./sample-types";
import { stateOf } from "./state";

const TODAY = day("2026-11-22");
const RULES = { countReportEnd: true, trainingDays: null };

const move = (id: string, from: string, to: string, tone: Move["tone"]): Move => ({
  ...{ id, from: [from], to, label: id, scope: "item", by: "us", permission: "request.move" },
  ...{ asks: [], effect: "none", tone, source: "https://example.org" },
});

const TRAINING: QualificationType = {
  ...SAMPLE_TRAINING,
  lifecycle: {
    ...SAMPLE_TRAINING.lifecycle,
    moves: [
      move("skip", "planned", "accepted", "neutral"),
      move("send", "planned", "in_review", "primary"),
      move("reject", "in_review", "rejected", "danger"),
      move("accept", "in_review", "accepted", "neutral"),
      move("revoke", "accepted", "revoked", "danger"),
    ],
  },
};

const words = (step: HoldingStep | null) =>
  step && [step.kind, step.kind === "move" ? step.move.id : ""].join(" ").trim();

function stepsOf(rows: QualificationRow[], type = TRAINING, waive = true) {
  const holding = holdingOf(type, rows, RULES);
  const seen = { standing: stateOf(holding, TODAY), pending: holding.pending };
  const { next, further } = qualificationSteps(type, rows, seen, { waive });
  return { next: words(next), further: further.map(words) };
}

const begun = sampleRow({ id: "begun", step: "planned", startsOn: null });
const reviewed = sampleRow({ id: "reviewed", step: "in_review", startsOn: null });
const held = sampleRow({ documentId: "paper" });
const ended = sampleRow({ endsOn: day("2026-05-03"), documentId: "paper" });

describe("the next step of a qualification", () => {
  it.each([
    ["is to record one, where there is none", [], "record"],
    ["is the first move of what was begun", [begun], "move send"],
    ["is the way on where the archive has it, never the refusal", [reviewed], "move accept"],
    ["is a new one, once the old one ended", [ended], "record"],
    ["is a new one, before the old one ends", [{ ...held, endsOn: day("2026-12-01") }], "record"],
    ["is what is under way beside the one that still counts", [held, reviewed], "move accept"],
    ["is a new one after a refusal", [{ ...reviewed, step: "rejected" }], "record"],
    ["is its proof, where all else is well", [sampleRow()], "prove"],
    ["is none, where all is well", [held], null],
  ])("%s", (_what, rows, next) => {
    expect(stepsOf(rows).next).toBe(next);
  });

  it("leaves the others to the menu, dangerous ones after the harmless, none twice", () => {
    expect(stepsOf([begun]).further).toEqual(["move skip", "record", "correct", "waive"]);
    expect(stepsOf([reviewed]).further).toEqual(["move reject", "record", "correct", "waive"]);
    expect(stepsOf([held]).further).toEqual(["move revoke", "record", "correct", "waive"]);
    expect(stepsOf([]).further).toEqual(["waive"]);
  });

  it("offers no waiver to whoever may not, or of what the archive never waives", () => {
    expect(stepsOf([], TRAINING, false).further).toEqual([]);
    expect(stepsOf([], { ...TRAINING, neverWaived: true }).further).toEqual([]);
  });
});

describe("the next step of an account", () => {
  const account = (change: Partial<IdentityRow> = {}): IdentityRow => ({
    ...{ id: "account", recordedOn: TODAY, verifiedOn: day("2026-01-01"), endsOn: null },
    ...{ documentId: "paper" },
    ...change,
  });
  const stepsFor = (rows: IdentityRow[]) => {
    const holding = identityHolding(rows);
    const seen = { standing: stateOf(holding, TODAY), pending: holding.pending };
    const { next, further } = identitySteps(rows, seen);
    return { next: words(next), further: further.map(words) };
  };

  it.each([
    ["is to record one, where there is none", [], "record"],
    ["is to verify one that nobody has", [account({ verifiedOn: null })], "verify"],
    [
      "is to verify it anew, once its link ended",
      [account({ endsOn: day("2026-11-01") })],
      "verify",
    ],
    ["is to verify it anew, before it ends", [account({ endsOn: day("2026-12-01") })], "verify"],
    ["is its proof, where all else is well", [account({ documentId: null })], "prove"],
    ["is none, where all is well", [account()], null],
  ])("%s", (_what, rows, next) => {
    expect(stepsFor(rows).next).toBe(next);
  });

  it("leaves changing and removing to the menu", () => {
    expect(stepsFor([account()]).further).toEqual(["edit", "record", "remove"]);
  });
});
