import type { Move } from "../lifecycle";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** How an access ends in good order: the data are destroyed and the committee is told. */
export const CLOSING: readonly Move[] = [
  {
    id: "close",
    label: "Close: data destroyed, DAC told",
    from: ["granted"],
    to: "closed",
    scope: "item",
    by: "us",
    permission: "request.move",
    asks: [on("Destroyed and reported on")],
    effect: "close",
    tone: "neutral",
    source: SOURCES.template,
  },
];
