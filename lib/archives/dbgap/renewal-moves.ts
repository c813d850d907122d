import type { Move } from "../lifecycle";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** A renewal is a new round of an approved project, whose access goes on while it is reviewed. */
export const RENEWAL: readonly Move[] = [
  {
    id: "file_renewal",
    label: "Mark renewal as submitted at dbGaP",
    from: ["approved"],
    to: "so_review",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Renewal submitted on")],
    effect: "renew",
    only: "granted",
    tone: "primary",
    source: `${SOURCES.certification}; ${SOURCES.renewing}`,
  },
  {
    id: "withdraw_renewal",
    label: "Withdraw the renewal, the approval stands",
    from: ["so_review", "dac_review", "revision_requested", "rejected"],
    to: "approved",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Renewal withdrawn on")],
    effect: "none",
    only: "granted",
    tone: "danger",
    source: SOURCES.submissionFaq,
  },
];
