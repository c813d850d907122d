import type { Lifecycle, Move, Step } from "../archives/lifecycle";

/** A step in the drawing: `layer` counts downwards, `row` 0 is the main way, 1 the column beside it. */
export interface DiagramNode {
  step: Step;
  layer: number;
  row: 0 | 1;
}

/** A move in the drawing, from all steps that it starts from in one direction. */
export interface DiagramEdge {
  move: Move;
  from: readonly string[];
  to: string;
  /** `back`: to a step that comes earlier in the life of a request. */
  kind: "forward" | "back";
}

export interface Diagram {
  nodes: readonly DiagramNode[];
  edges: readonly DiagramEdge[];
}

/** Steps with these statuses stand beside the main way, never on it. */
const BESIDE: readonly Step["status"][] = [
  "changes_requested",
  "rejected",
  "withdrawn",
  "terminated",
];
/** What may follow an approval on the main way. */
const ENDING: readonly Step["status"][] = ["approved", "closing", "closed"];

/**
 * A lifecycle as a drawing: the longest usual way to the approval and on to the end is the main
 * way, all else stands beside the steps that lead to it. Every step and every move is in it once
 * for each direction. The order of the lifecycle's steps is that of life: it tells forward from
 * back. Equal lifecycles give equal drawings.
 */
export function diagramOf(lifecycle: Lifecycle): Diagram {
  const main = mainWay(lifecycle);
  const layers = placedBeside(lifecycle, main);
  return {
    nodes: lifecycle.steps.map((step) => ({
      step,
      layer: layers.get(step.id) ?? 0,
      row: main.includes(step.id) ? 0 : 1,
    })),
    edges: lifecycle.moves.flatMap((move) => edgesOf(lifecycle, move)),
  };
}

/** The moves that lead from a step to an earlier one. */
export function waysBack(lifecycle: Lifecycle, stepId: string): Move[] {
  return lifecycle.moves.filter(
    (move) => move.from.includes(stepId) && isBack(lifecycle, stepId, move.to),
  );
}

function edgesOf(lifecycle: Lifecycle, move: Move): DiagramEdge[] {
  const { to } = move;
  const back = move.from.filter((from) => isBack(lifecycle, from, to));
  const forward = move.from.filter((from) => !back.includes(from));
  const edges: DiagramEdge[] = [
    { move, from: forward, to, kind: "forward" },
    { move, from: back, to, kind: "back" },
  ];
  return edges.filter(({ from }) => from.length > 0);
}

function isBack(lifecycle: Lifecycle, from: string, to: string): boolean {
  return orderOf(lifecycle, to) < orderOf(lifecycle, from);
}

function orderOf(lifecycle: Lifecycle, stepId: string): number {
  return lifecycle.steps.findIndex(({ id }) => id === stepId);
}

function mainWay(lifecycle: Lifecycle): string[] {
  const { steps, initial } = lifecycle;
  const approvals = steps.filter(({ status }) => status === "approved");
  const usual = steps.filter(({ status }) => !BESIDE.includes(status));
  const until = usual.slice(0, usual.findIndex(({ status }) => status === "approved") + 1);
  const toApproval = longestWay(lifecycle, initial, approvals.length > 0 ? until : usual);
  const approved = toApproval.at(-1) ?? initial;
  const ending = usual.filter(({ id, status }) => id === approved || ENDING.includes(status));
  return [...toApproval, ...longestWay(lifecycle, approved, ending).slice(1)];
}

/** The longest way forward within some steps, the one of earlier steps among equals; setbacks are none. */
function longestWay(lifecycle: Lifecycle, start: string, within: readonly Step[]): string[] {
  const best = new Map([[start, [start]]]);
  const order = within.map(({ id }) => id);
  for (const id of order) {
    const way = best.get(id);
    if (!way) continue;
    const onward = lifecycle.moves.filter(
      (move) => move.tone !== "danger" && move.from.includes(id) && order.includes(move.to),
    );
    for (const { to } of onward.filter((move) => !isBack(lifecycle, id, move.to) && move.to !== id))
      if ((best.get(to)?.length ?? 0) <= way.length) best.set(to, [...way, to]);
  }
  const last = order.at(-1) ?? start;
  const ways = [...best.values()];
  // To the last of the steps where there is a way, which is the approval or the end.
  return best.get(last) ?? ways.reduce((a, b) => (b.length > a.length ? b : a), [start]);
}

/** The layer of every step; those beside the main way as near as can be to what they are joined to. */
function placedBeside(lifecycle: Lifecycle, main: readonly string[]): Map<string, number> {
  const layers = new Map(main.map((id, layer) => [id, layer]));
  const beside = lifecycle.steps.map(({ id }) => id).filter((id) => !layers.has(id));
  for (const [layer, id] of beside.entries()) layers.set(id, layer);
  const pairs = lifecycle.moves.flatMap(({ from, to }) => from.map((id) => [id, to] as const));
  const cost = () =>
    pairs.reduce((sum, [a, b]) => sum + Math.abs((layers.get(a) ?? 0) - (layers.get(b) ?? 0)), 0);
  const room = Math.max(main.length, beside.length);
  // Each exchange shortens the arrows, so that this ends.
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const id of beside) {
      for (let layer = 0; layer < room; layer += 1) {
        const before = { cost: cost(), layer: layers.get(id) ?? 0 };
        const other = beside.find((each) => each !== id && layers.get(each) === layer);
        layers.set(id, layer);
        if (other) layers.set(other, before.layer);
        if (cost() < before.cost) {
          isBetter = true;
        } else {
          layers.set(id, before.layer);
          if (other) layers.set(other, layer);
        }
      }
    }
  }
  return layers;
}
