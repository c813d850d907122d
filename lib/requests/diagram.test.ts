import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import type { Lifecycle, Move, ReviewStatus } from "../archives/lifecycle";
import { type Diagram, diagramOf, waysBack } from "./diagram";
import { type Arrow, type Box, drawingOf, type Point } from "./diagram-drawing";

const LIFECYCLES = ARCHIVES.flatMap((archive) => [
  ...archive.lifecycles,
  ...archive.qualifications.map(({ lifecycle }) => lifecycle),
]);

/** Lifecycles of any shape. */
const anyLifecycle: fc.Arbitrary<Lifecycle> = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map((index) => `s${index}`);
  const status = fc.constantFrom<ReviewStatus>(
    "draft",
    "in_review",
    "approved",
    "rejected",
    "closed",
  );
  const move = fc.record({
    from: fc.uniqueArray(id, { minLength: 1, maxLength: count }),
    to: id,
    tone: fc.constantFrom<Move["tone"]>("primary", "neutral", "danger"),
  });
  return fc
    .record({
      statuses: fc.array(status, { minLength: count, maxLength: count }),
      moves: fc.array(move, { maxLength: 12 }),
    })
    .map(({ statuses, moves }) => ({
      id: "any",
      name: "Any",
      initial: "s0",
      steps: statuses.map((each, index) => ({
        ...{ id: `s${index}`, label: `Step ${"long ".repeat(index)}`, status: each },
        ...{ waitingOn: "us" as const, sentence: "Here.", source: "test" },
      })),
      moves: moves.map((each, index) => ({
        ...{ ...each, id: `m${index}`, label: `Move ${index}`, scope: "item" as const },
        ...{ by: "us" as const, permission: "request.move" as const, asks: [] },
        ...{ effect: "none" as const, source: "test" },
      })),
    }));
});

function expectWhole(lifecycle: Lifecycle, diagram: Diagram) {
  expect(diagram.nodes.map(({ step }) => step.id)).toEqual(lifecycle.steps.map(({ id }) => id));
  const places = diagram.nodes.map(({ layer, row }) => `${layer} ${row}`);
  expect(new Set(places).size).toBe(places.length);
  const drawn = diagram.edges.flatMap(({ move, from }) => from.map((id) => `${move.id} ${id}`));
  const told = lifecycle.moves.flatMap(({ id, from }) => from.map((step) => `${id} ${step}`));
  expect(drawn.toSorted()).toEqual(told.toSorted());
}

const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const touches = (box: Box | undefined, point: Point | undefined) =>
  box !== undefined &&
  point !== undefined &&
  point.x >= box.x &&
  point.x <= box.x + box.width &&
  point.y >= box.y &&
  point.y <= box.y + box.height;

function expectTidy(diagram: Diagram) {
  const { width, height, boxes, arrows, labels } = drawingOf(diagram);
  for (const [index, box] of boxes.entries()) {
    expect(boxes.slice(index + 1).filter((other) => meets(box, other))).toEqual([]);
    expect(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
  }
  const box = (id: string) => boxes.find((each) => each.id === id);
  const isJoined = ({ from, to, points }: Arrow) =>
    touches(box(from), points[0]) && touches(box(to), points.at(-1));
  expect(arrows.filter((arrow) => !isJoined(arrow))).toEqual([]);
  const isSquare = ({ points }: Arrow) =>
    points.every((point, index) => {
      const before = points[index - 1] ?? point;
      return before.x === point.x || before.y === point.y;
    });
  expect(arrows.filter((arrow) => !isSquare(arrow))).toEqual([]);
  expect(labels.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
  expect(new Set(labels.map(({ key }) => key)).size).toBe(labels.length);
}

describe.each(LIFECYCLES)("the drawing of $id", (lifecycle) => {
  const diagram = diagramOf(lifecycle);

  it("holds every step and every move once", () => {
    expectWhole(lifecycle, diagram);
  });

  it("leads down the main way from the first step through the approval", () => {
    const main = diagram.nodes.filter(({ row }) => row === 0);
    const downwards = main.toSorted((a, b) => a.layer - b.layer);
    expect(downwards[0]?.step.id).toBe(lifecycle.initial);
    expect(main.some(({ step }) => step.status === "approved")).toBe(true);
    for (const { move, from, to } of diagram.edges.filter(({ kind }) => kind === "forward")) {
      if (move.tone === "danger") continue;
      const ends = [...from, to].map((id) => main.find(({ step }) => step.id === id)?.layer);
      const target = ends.at(-1);
      if (target === undefined) continue;
      for (const layer of ends.slice(0, -1)) expect(layer ?? -1).toBeLessThan(target);
    }
  });

  it("keeps boxes apart and joins arrows to theirs", () => {
    expectTidy(diagram);
  });

  it("is the same every time", () => {
    expect(drawingOf(diagramOf(structuredClone(lifecycle)))).toEqual(drawingOf(diagram));
  });
});

describe("any lifecycle", () => {
  it("is drawn whole and tidy, however odd", () => {
    fc.assert(
      fc.property(anyLifecycle, (lifecycle) => {
        const diagram = diagramOf(lifecycle);
        expectWhole(lifecycle, diagram);
        expectTidy(diagram);
      }),
    );
  });

  it("tells ways back from ways on by the order of its steps", () => {
    const [dbgap] = LIFECYCLES;
    if (!dbgap) throw new Error("There is no archive");
    expect(waysBack(dbgap, "ready_to_file").map(({ to }) => to)).toEqual(["draft"]);
    expect(waysBack(dbgap, "draft")).toEqual([]);
  });
});
