import type { Lifecycle, ReviewStatus } from "../archives/lifecycle";
import { stepOf } from "./lifecycle";

/** A step on the way to the approval, as seen from where an item stands. */
export interface ProgressStep {
  id: string;
  label: string;
  state: "done" | "current" | "next";
}

/** From here no way leads on to an approval that is worth drawing. */
const OVER: readonly ReviewStatus[] = ["rejected", "withdrawn", "closing", "closed", "terminated"];

/**
 * The usual way from the beginning to the approval through the step where an item stands; it
 * may pass a step twice when the item was sent back. Empty for what is over.
 */
export function progressOf(lifecycle: Lifecycle, stepId: string): ProgressStep[] {
  const here = stepOf(lifecycle, stepId);
  if (OVER.includes(here.status)) return [];
  const before = shortestWay(lifecycle, lifecycle.initial, (id) => id === stepId);
  const after = shortestWay(
    lifecycle,
    stepId,
    (id) => stepOf(lifecycle, id).status === "approved",
  ).slice(1);
  const line = (id: string, state: ProgressStep["state"]) => ({
    id,
    label: stepOf(lifecycle, id).label,
    state,
  });
  return [
    ...before.map((id) => line(id, id === stepId ? "current" : "done")),
    ...after.map((id) => line(id, "next")),
  ];
}

/** How much longer a way seems with a move that is open but not the usual one. */
const DETOUR = 10;

/** The way with the fewest detours, then the fewest steps; setbacks are no way. */
function shortestWay(
  lifecycle: Lifecycle,
  from: string,
  arrived: (stepId: string) => boolean,
): string[] {
  const moves = lifecycle.moves.filter((move) => move.tone !== "danger");
  const open = [{ way: [from], cost: 0 }];
  const seen = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    const { way, cost } = next;
    const last = way.at(-1) ?? from;
    if (arrived(last)) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const move of moves.filter(({ from: starts }) => starts.includes(last))) {
      const more = move.tone === "primary" ? 1 : DETOUR;
      open.push({ way: [...way, move.to], cost: cost + more });
    }
    open.sort((a, b) => a.cost - b.cost);
  }
  return [from];
}
