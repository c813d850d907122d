import type { Ahead } from "@/lib/requests/diagram-ahead";
import type { Visited } from "@/lib/requests/stay";

/** Where a request is in its lifecycle: items per step, the way that they came, and what can still come. */
export interface Place {
  here: Readonly<Record<string, number>>;
  visited: Visited;
  ahead: Ahead;
}

/** Whether a step was never reached and cannot be reached any more. */
export function isOver(place: Place | undefined, step: string): boolean {
  if (!place || place.visited.steps.includes(step)) return false;
  return !place.ahead.steps.includes(step);
}
