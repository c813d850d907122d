import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import type { Lifecycle } from "../archives/lifecycle";
import { stepOf } from "./lifecycle";
import { groupMoves, nextStep } from "./next-step";
import { isOurMove } from "./responsible";

const lifecycles: readonly Lifecycle[] = ARCHIVES.flatMap((archive) => archive.lifecycles);
const project = lifecycles.find(({ id }) => id === "dbgap-project") as Lifecycle;
const steps = lifecycles.flatMap((lifecycle) =>
  lifecycle.steps.map((step) => ({
    ...{ lifecycle, step, name: `${lifecycle.id}, ${step.id}` },
    open: lifecycle.moves.filter(({ from }) => from.includes(step.id)),
  })),
);
const ana = { id: "ana" };
const bo = { id: "bo" };
const worker = { canEdit: true, missing: 0, persons: [ana], me: "ana" };

describe("the next step", () => {
  it.each(steps)("at $name is one for everybody", ({ step, open }) => {
    const viewer = { step, open: [], canEdit: false, missing: 3, persons: [ana], me: "eve" };
    expect(nextStep(viewer).kind).toBe(step.waitingOn === "nobody" ? "none" : "wait");

    const mine = nextStep({ ...worker, step, open });
    const usual = open.find(({ tone }) => tone === "primary");
    expect(mine).toEqual(
      usual
        ? { kind: "move", moveId: usual.id }
        : { kind: step.waitingOn === "nobody" ? "none" : "wait" },
    );

    const others = nextStep({ ...worker, step, open, persons: [bo] });
    const isTheirs = isOurMove(step.waitingOn) && step.waitingOn !== "us";
    expect(others).toEqual(isTheirs ? { kind: "wait" } : mine);

    const unfinished = nextStep({ ...worker, step, open, missing: 2 });
    expect(unfinished).toEqual(step.editable ? { kind: "form" } : mine);
  });

  it("is the move from where the request stands, before one of items that are elsewhere", () => {
    const open = project.moves.filter(({ from }) =>
      ["approved", "dac_review"].some((id) => from.includes(id)),
    );
    const approved = stepOf(project, "approved");
    expect(nextStep({ ...worker, step: approved, open })).toEqual({
      ...{ kind: "move", moveId: "begin_renewal" },
    });
  });
});

describe("the other steps", () => {
  it.each(steps)("at $name stand in one group each", ({ lifecycle, step, open }) => {
    const groups = groupMoves(lifecycle, [step.id], open);
    const ids = groups.flatMap(({ moves }) => moves.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
    for (const { id, moves } of groups) {
      expect(moves.length).toBeGreaterThan(0);
      for (const { tone } of moves) expect(tone === "danger").toBe(id === "ending");
    }
  });

  it("lead on, back, or to an end", () => {
    const open = project.moves.filter(
      ({ from, only }) => from.includes("so_review") && only !== "granted",
    );
    const groups = groupMoves(project, ["so_review"], open);
    expect(groups.map(({ id, moves }) => [id, moves.map((move) => move.id)])).toEqual([
      ["onward", ["so_approved", "so_returned"]],
      ["back", ["pi_recalled"]],
      ["ending", ["withdraw"]],
    ]);
  });
});
