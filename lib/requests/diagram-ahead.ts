import type { Lifecycle, Move } from "../archives/lifecycle";
import type { Diagram } from "./diagram";
import { type Visited, wayBetween } from "./stay";

/** What can still happen to a request, from where its items stand. */
export interface Ahead {
  /** Every step that an item can come to, those where one stands among them. */
  steps: readonly string[];
  /** The moves worth drawing, each with the step it starts from, as `startOf` writes them. */
  starts: readonly string[];
}

interface Placed {
  step: string;
  granted: boolean;
}

/** The name of a move from one step. */
export function startOf(moveId: string, from: string): string {
  return `${moveId} from ${from}`;
}

/**
 * What lies ahead of items. Every move that is open where an item stands is worth drawing; further
 * on only those that are no setback, since withdrawing is possible nearly everywhere and an arrow
 * from each step would hide the way.
 */
export function aheadOf(lifecycle: Lifecycle, items: readonly Placed[]): Ahead {
  const open = items.map(({ step, granted }) => ({ step, granted, isHere: true }));
  const seen = new Set<string>();
  const steps = new Set<string>();
  const starts = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    const { step, granted, isHere } = next;
    if (seen.has(`${step} ${granted} ${isHere}`)) continue;
    seen.add(`${step} ${granted} ${isHere}`);
    steps.add(step);
    for (const move of movesFrom(lifecycle, step, granted)) {
      if (!isHere && move.tone === "danger") continue;
      starts.add(startOf(move.id, step));
      open.push({ step: move.to, granted: grantedAfter(move, granted), isHere: false });
    }
  }
  return { steps: [...steps], starts: [...starts] };
}

/** A drawing's moves as far as they were walked or lie ahead; its steps all stay in their places. */
export function drawnAhead(diagram: Diagram, visited: Visited, ahead: Ahead): Diagram {
  const edges = diagram.edges.map((edge) => ({
    ...edge,
    from: edge.from.filter(
      (step) =>
        ahead.starts.includes(startOf(edge.move.id, step)) ||
        visited.ways.includes(wayBetween(step, edge.to)),
    ),
  }));
  return { ...diagram, edges: edges.filter(({ from }) => from.length > 0) };
}

/** The moves that are open to an item in a step, as far as its approval goes. */
export function movesFrom({ moves }: Lifecycle, step: string, granted: boolean): Move[] {
  return moves.filter(
    ({ from, only }) =>
      from.includes(step) && (only === undefined || (only === "granted") === granted),
  );
}

/** Whether an item has an approval after a move. */
export function grantedAfter({ effect }: Move, before: boolean): boolean {
  if (effect === "grant") return true;
  return effect === "end" || effect === "close" ? false : before;
}
