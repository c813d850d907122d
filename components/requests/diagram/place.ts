import type { Visited } from "@/lib/requests/stay";

/** Where a request is in its lifecycle: items per step, and the way that they came. */
export interface Place {
  here: Readonly<Record<string, number>>;
  visited: Visited;
}
