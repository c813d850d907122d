import type { Diagram, DiagramNode } from "./diagram";
import { PORTS_APART, portHeights, portKey } from "./diagram-ports";
import { lanesOf, type Port, portsOf, type Route, routesOf } from "./diagram-routes";

/** A step as a box; all lengths are in pixels of an undistorted drawing. */
export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The step's name in lines that fit. */
  lines: readonly string[];
  isMain: boolean;
}

/** The arrow of one move from one step. */
export interface Arrow {
  move: string;
  from: string;
  to: string;
  kind: "forward" | "back";
  /** From its tail to its head; only level and upright stretches. */
  points: readonly Point[];
}

export interface Point {
  x: number;
  y: number;
}

/** The words of a move beside its arrow; `text` is cut to what fits. */
export interface ArrowLabel {
  key: string;
  text: string;
  full: string;
  x: number;
  y: number;
  /** `middle` ones lie on their arrow. */
  anchor: "start" | "middle" | "end";
}

export interface Drawing {
  width: number;
  height: number;
  boxes: readonly Box[];
  arrows: readonly Arrow[];
  labels: readonly ArrowLabel[];
}

const EDGE = 8;
const BOX = 222;
const LINE = 17;
const LANE = 13;
/** Room for the words at the arrows of a channel, and how many letters it holds. */
const WORDS = 178;
const WORDS_LETTERS = 30;
const STRAIGHT_LETTERS = 40;
const NAME_LETTERS = 25;
const GAP = 26;

/** Lays a diagram out, top down: boxes never meet, every arrow goes from its box to its box. */
export function drawingOf(diagram: Diagram): Drawing {
  const routes = routesOf(diagram);
  const ports = portsOf(diagram, routes);
  const sized = placeDown(diagram, routes, ports);
  const portY = portHeights(sized, routes, ports);
  const lanes = (channel: Route["channel"]) =>
    lanesOf(
      routes
        .filter((route) => route.channel === channel && route.around.length > 0)
        .map(({ index }) => spanOf(index, ports, portY))
        .filter(({ top, bottom }) => bottom > top),
    );
  const left = lanes("left");
  const middle = lanes("middle");
  const hasLeft = ports.some(({ edge }) => routes[edge]?.channel === "left");
  const mainX = EDGE + (hasLeft ? left.count * LANE + WORDS : 0);
  const besideX = mainX + BOX + LANE + middle.count * LANE + WORDS;
  const boxes = sized.map((box) => ({ ...box, x: box.isMain ? mainX : besideX }));
  const isAlone = boxes.every(({ isMain }) => isMain);
  const laneX = ({ index, channel }: Route) =>
    channel === "left"
      ? mainX - WORDS - LANE * (left.laneOf.get(index) ?? 0)
      : mainX + BOX + LANE * (1 + (middle.laneOf.get(index) ?? 0));
  return {
    width: (isAlone ? mainX : besideX) + BOX + EDGE,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + EDGE,
    boxes,
    arrows: routes.flatMap((route) => arrowsOf(route, boxes, ports, portY, laneX(route))),
    labels: [
      ...straightLabels(routes, boxes),
      ...routes.flatMap((route) => channelLabel(route, boxes, ports, portY)),
    ],
  };
}

type Sized = Omit<Box, "x">;

/** Boxes with their heights, layer below layer; between layers is room for the words of moves. */
function placeDown(diagram: Diagram, routes: readonly Route[], ports: readonly Port[]): Sized[] {
  const heights = new Map(
    diagram.nodes.map((node) => [node.step.id, heightOf(node, ports)] as const),
  );
  const tall = (nodes: readonly DiagramNode[]) =>
    Math.max(0, ...nodes.map(({ step }) => heights.get(step.id) ?? 0));
  const layers = Math.max(...diagram.nodes.map(({ layer }) => layer)) + 1;
  const boxes: Sized[] = [];
  let y = EDGE;
  for (let layer = 0; layer < layers; layer += 1) {
    const nodes = diagram.nodes.filter((node) => node.layer === layer);
    const height = tall(nodes);
    for (const { step, row } of nodes) {
      const own = heights.get(step.id) ?? 0;
      boxes.push({
        id: step.id,
        y: y + (height - own) / 2,
        height: own,
        width: BOX,
        lines: wrap(step.label, NAME_LETTERS),
        isMain: row === 0,
      });
    }
    const below = nodes.find(({ row }) => row === 0)?.step.id ?? "";
    const words = routes.filter(({ straight }) => straight.includes(below)).length;
    y += height + GAP + words * LINE;
  }
  return boxes;
}

function heightOf({ step }: DiagramNode, ports: readonly Port[]): number {
  const own = ports.filter(({ node }) => node === step.id);
  const most = Math.max(
    ...(["left", "right"] as const).map((side) => own.filter((port) => port.side === side).length),
  );
  const words = wrap(step.label, NAME_LETTERS).length * LINE + LINE + 18;
  return Math.max(words, most * PORTS_APART + 6);
}

function spanOf(edge: number, ports: readonly Port[], portY: ReadonlyMap<string, number>) {
  const own = ports.filter((port) => port.edge === edge);
  const heights = own.map((port) => portY.get(portKey(port)) ?? 0);
  return { edge, top: Math.min(...heights), bottom: Math.max(...heights) };
}

function arrowsOf(
  route: Route,
  boxes: readonly Box[],
  ports: readonly Port[],
  portY: ReadonlyMap<string, number>,
  laneX: number,
): Arrow[] {
  const { edge, index } = route;
  const box = (id: string) => boxes.find((each) => each.id === id);
  const own = ports.filter((port) => port.edge === index);
  const at = (port: Port): Point => {
    const { x = 0, width = 0 } = box(port.node) ?? {};
    return { x: port.side === "left" ? x : x + width, y: portY.get(portKey(port)) ?? 0 };
  };
  const arrow = (from: string, points: Point[]): Arrow => {
    return { move: edge.move.id, from, to: edge.to, kind: edge.kind, points };
  };
  const target = own.find(({ role }) => role === "to");
  const below = box(edge.to);
  return [
    ...route.straight.flatMap((id) => {
      const above = box(id);
      if (!above || !below) return [];
      const x = above.x + above.width / 2;
      return arrow(id, [
        { x, y: above.y + above.height },
        { x, y: below.y },
      ]);
    }),
    ...own
      .filter(({ role }) => role === "from")
      .flatMap((port) => {
        if (!target) return [];
        const [tail, head] = [at(port), at(target)];
        if (tail.y === head.y && tail.x !== head.x) return arrow(port.node, [tail, head]);
        const turns = [tail, head].map(({ y }) => ({ x: laneX, y }));
        return arrow(port.node, [tail, ...turns, head]);
      }),
  ];
}

/** Words on the straight arrows, those of several moves below each other. */
function straightLabels(routes: readonly Route[], boxes: readonly Box[]): ArrowLabel[] {
  return boxes.flatMap((box) =>
    routes
      .filter(({ straight }) => straight.includes(box.id))
      .map(({ edge }, line) => ({
        key: `${edge.move.id} ${box.id}`,
        text: cut(edge.move.label, STRAIGHT_LETTERS),
        full: edge.move.label,
        x: box.x + box.width / 2,
        y: box.y + box.height + GAP / 2 + LINE * (line + 0.5) - 3,
        anchor: "middle" as const,
      })),
  );
}

/** The words of an arrow in a channel stand above it, where it meets the outer box. */
function channelLabel(
  route: Route,
  boxes: readonly Box[],
  ports: readonly Port[],
  portY: ReadonlyMap<string, number>,
): ArrowLabel[] {
  const { edge, index, channel } = route;
  const own = ports.filter((port) => port.edge === index && port.side === "left");
  const port = own.find(({ role }) => role === "to") ?? own[0];
  const box = boxes.find(({ id }) => id === port?.node);
  if (!port || !box) return [];
  return [
    {
      key: `${edge.move.id} ${edge.kind} ${channel}`,
      text: cut(edge.move.label, WORDS_LETTERS),
      full: edge.move.label,
      x: box.x - 12,
      y: (portY.get(portKey(port)) ?? 0) - 4,
      anchor: "end",
    },
  ];
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** Lines of at most so many letters where words allow. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
