import type { Move } from "../lifecycle";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** How an access that is held ends because the data are no longer used; `held` is its step. */
export function closeMove(held: string): Move {
  return {
    id: "close",
    label: "Close: the data are no longer used",
    from: [held],
    to: "closed",
    scope: "item",
    by: "holder",
    permission: "request.move",
    asks: [on("No longer used since")],
    effect: "close",
    tone: "neutral",
    source: SOURCES.agreement,
  };
}
