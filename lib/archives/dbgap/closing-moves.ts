import type { Move } from "../lifecycle";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** How a project ends in good order: the PI begins, the signing official confirms. */
export const CLOSING: readonly Move[] = [
  {
    id: "start_close_out",
    label: "PI submitted the close-out",
    from: ["approved", "revision_requested", "rejected"],
    to: "closeout_submitted",
    only: "granted",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Close-out submitted at dbGaP on")],
    effect: "none",
    tone: "neutral",
    source: SOURCES.closeOut,
  },
  {
    id: "confirm_destruction",
    label: "Signing official confirmed destruction",
    from: ["closeout_submitted"],
    to: "closed",
    scope: "request",
    by: "signing_official",
    permission: "request.move",
    asks: [on("Confirmed on")],
    effect: "close",
    tone: "primary",
    source: SOURCES.signingOfficial,
  },
];
