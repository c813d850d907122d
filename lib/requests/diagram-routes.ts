import type { Diagram, DiagramEdge } from "./diagram";

/** The sides of a box at which arrows begin and end. */
type Side = "left" | "right";

/** Where an arrow meets a box; arrows of one edge share the port of its target. */
export interface Port {
  edge: number;
  node: string;
  side: Side;
  role: "from" | "to";
}

/** An edge as it runs: straight down between neighbours, else through the channel at one side. */
export interface Route {
  edge: DiagramEdge;
  index: number;
  /** Pairs of neighbours on the main way, drawn as straight arrows. */
  straight: readonly string[];
  /** Steps whose arrow runs through a channel. */
  around: readonly string[];
  /** `left`: of the main way; `middle`: between it and the column beside it. */
  channel: "left" | "middle";
}

/** How each edge of a drawing runs. */
export function routesOf({ nodes, edges }: Diagram): Route[] {
  const placeOf = new Map(nodes.map((node) => [node.step.id, node]));
  const isMain = (id: string) => placeOf.get(id)?.row === 0;
  const layerOf = (id: string) => placeOf.get(id)?.layer ?? 0;
  return edges.map((edge, index) => {
    const isNext = (from: string) =>
      isMain(from) && isMain(edge.to) && layerOf(edge.to) === layerOf(from) + 1;
    const around = edge.from.filter((from) => !isNext(from));
    return {
      edge,
      index,
      straight: edge.from.filter(isNext),
      around,
      channel: [...around, edge.to].every(isMain) ? "left" : "middle",
    };
  });
}

/** Every place where an arrow of a channel meets a box. */
export function portsOf(diagram: Diagram, routes: readonly Route[]): Port[] {
  const main = new Set(diagram.nodes.filter(({ row }) => row === 0).map(({ step }) => step.id));
  const sideOf = (node: string, { channel }: Route): Side =>
    main.has(node) && channel === "middle" ? "right" : "left";
  return routes
    .filter(({ around }) => around.length > 0)
    .flatMap((route) =>
      [
        ...route.around.map((node) => ({ node, role: "from" as const })),
        { node: route.edge.to, role: "to" as const },
      ].map((end) => ({ ...end, edge: route.index, side: sideOf(end.node, route) })),
    );
}

/**
 * Lanes of a channel, so that no two arrows lie on each other: the shortest way gets the innermost
 * lane (0) that is free over its whole height.
 */
export function lanesOf(spans: readonly { edge: number; top: number; bottom: number }[]) {
  const lanes: { top: number; bottom: number }[][] = [];
  const laneOf = new Map<number, number>();
  const shortestFirst = [...spans].sort(
    (a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || a.edge - b.edge,
  );
  for (const span of shortestFirst) {
    const meets = (other: { top: number; bottom: number }) =>
      span.top <= other.bottom + AIR && other.top <= span.bottom + AIR;
    const free = lanes.findIndex((lane) => !lane.some(meets));
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), span];
    laneOf.set(span.edge, lane);
  }
  return { count: lanes.length, laneOf };
}

/** The least distance between two arrows in one lane. */
const AIR = 6;
