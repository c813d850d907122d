import type { Lifecycle, ReviewStatus } from "../archives/archive";
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
 * The shortest way from the beginning to the approval through the step where an item stands; it
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

/** Breadth first over the moves that are no setback, the usual ones before the others. */
function shortestWay(
  lifecycle: Lifecycle,
  from: string,
  arrived: (stepId: string) => boolean,
): string[] {
  const moves = lifecycle.moves
    .filter((move) => move.tone !== "danger")
    .sort((a, b) => Number(b.tone === "primary") - Number(a.tone === "primary"));
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1) ?? from;
    if (arrived(last)) return way;
    for (const { from: starts, to } of moves) {
      if (!starts.includes(last) || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return [from];
}
