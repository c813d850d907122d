import type { Port, Route } from "./diagram-routes";

/** A box as far as the heights of its arrows matter, in pixels. */
interface PlacedBox {
  id: string;
  y: number;
  height: number;
}

/** How far apart two arrows meet a box; the words of one stand between. */
export const PORTS_APART = 18;

/** The name of a port in `portHeights`. */
export const portKey = ({ edge, node, role }: Port) => `${edge} ${role} ${node}`;

/** The height of each port: around the middle of its box, those of arrows from above on top. */
export function portHeights(
  boxes: readonly PlacedBox[],
  routes: readonly Route[],
  ports: readonly Port[],
): ReadonlyMap<string, number> {
  const middleOf = new Map(boxes.map(({ id, y, height }) => [id, y + height / 2]));
  const farEnd = ({ edge, role }: Port) => {
    const route = routes[edge];
    const ends = route ? (role === "to" ? route.around : [route.edge.to]) : [];
    return ends.reduce((sum, id) => sum + (middleOf.get(id) ?? 0), 0) / Math.max(1, ends.length);
  };
  const heights = new Map<string, number>();
  for (const { id } of boxes) {
    for (const side of ["left", "right"] as const) {
      const own = ports
        .filter((port) => port.node === id && port.side === side)
        .sort((a, b) => farEnd(a) - farEnd(b) || a.edge - b.edge);
      own.forEach((port, place) => {
        const off = (place - (own.length - 1) / 2) * PORTS_APART;
        heights.set(portKey(port), (middleOf.get(id) ?? 0) + off);
      });
    }
  }
  return levelled(boxes, routes, ports, heights);
}

/** Makes level what leads straight across, where the other arrows of its box leave room. */
function levelled(
  boxes: readonly PlacedBox[],
  routes: readonly Route[],
  ports: readonly Port[],
  heights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const level = new Map(heights);
  for (const { index, around, edge } of routes) {
    const [source] = ports.filter((port) => port.edge === index && port.role === "from");
    const target = ports.find((port) => port.edge === index && port.role === "to");
    const box = boxes.find(({ id }) => id === edge.to);
    if (!source || !target || !box || around.length !== 1) continue;
    const wanted = level.get(portKey(source)) ?? 0;
    const isWithin = wanted > box.y + PORTS_APART / 2 && wanted < box.y + box.height - 8;
    const isFree = ports
      .filter((port) => port.node === edge.to && port.side === target.side && port !== target)
      .every((port) => Math.abs((level.get(portKey(port)) ?? 0) - wanted) >= PORTS_APART - 1);
    if (isWithin && isFree) level.set(portKey(target), wanted);
  }
  return level;
}
