import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

/** Where a renewal is written; from its filing on it takes the steps of any request. */
export const RENEWAL_STEPS: readonly Step[] = [
  {
    id: "renewal_draft",
    label: "Renewal in preparation",
    status: "draft",
    waitingOn: "pi",
    sentence:
      "The renewal is being written and dbGaP has nothing of it yet; the approval goes on to its end meanwhile.",
    editable: true,
    source: SOURCES.renewing,
  },
];
