import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import type { Lifecycle } from "../archives/lifecycle";
import { diagramOf } from "./diagram";
import { aheadOf, drawnAhead, startOf } from "./diagram-ahead";
import { drawingOf } from "./diagram-drawing";

const lifecycles: readonly Lifecycle[] = ARCHIVES.flatMap((archive) => archive.lifecycles);
const project = lifecycles.find(({ id }) => id === "dbgap-project") as Lifecycle;
const NOWHERE = { steps: [], ways: [] };

describe("what lies ahead of a request", () => {
  it.each(lifecycles)("of $id is an approval, as long as it is a draft", (lifecycle) => {
    const { steps } = aheadOf(lifecycle, [{ step: lifecycle.initial, granted: false }]);
    const approved = lifecycle.steps.filter(({ status }) => status === "approved");
    expect(approved.every(({ id }) => steps.includes(id))).toBe(true);
  });

  it.each(lifecycles)("of $id is nothing once it is closed", (lifecycle) => {
    const closed = lifecycle.steps.find(({ status }) => status === "closed")?.id ?? "";
    expect(aheadOf(lifecycle, [{ step: closed, granted: false }])).toEqual({
      ...{ steps: [closed], starts: [] },
    });
  });

  it("holds what sets back only where an item stands, and no first request after an approval", () => {
    const draft = aheadOf(project, [{ step: "draft", granted: false }]);
    expect(draft.starts).toContain(startOf("withdraw", "draft"));
    expect(draft.starts).not.toContain(startOf("withdraw", "dac_review"));
    const granted = aheadOf(project, [{ step: "approved", granted: true }]);
    expect(granted.steps).not.toContain("draft");
    expect(granted.starts).toContain(startOf("begin_renewal", "approved"));
  });

  it.each(lifecycles)("can be drawn from every step of $id, with fewer arrows", (lifecycle) => {
    const whole = diagramOf(lifecycle);
    for (const { id: step } of lifecycle.steps)
      for (const granted of [true, false]) {
        const drawn = drawnAhead(whole, NOWHERE, aheadOf(lifecycle, [{ step, granted }]));
        expect(drawn.nodes).toEqual(whole.nodes);
        const [few, all] = [drawingOf(drawn), drawingOf(whole)];
        expect(few.boxes).toHaveLength(all.boxes.length);
        expect(few.arrows.length).toBeLessThan(all.arrows.length);
      }
  });

  it("leaves what was walked in the drawing", () => {
    const visited = { steps: ["draft"], ways: ["draft > ready_to_file"] };
    const ahead = aheadOf(project, [{ step: "closed", granted: false }]);
    const { edges } = drawnAhead(diagramOf(project), visited, ahead);
    expect(edges.map(({ move }) => move.id)).toEqual(["submit"]);
  });
});
