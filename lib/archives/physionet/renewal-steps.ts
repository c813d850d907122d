import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

/** Where a new request for the same version is written, while the old one still opens the files. */
export const RENEWAL_STEPS: readonly Step[] = [
  {
    id: "renewal_draft",
    label: "New request in preparation",
    status: "draft",
    waitingOn: "holder",
    sentence:
      "The new request is being written; the files stay open to the end of the old one meanwhile.",
    editable: true,
    source: SOURCES.requests,
  },
];
