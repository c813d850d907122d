import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

/** Where an extension is written; from then on it takes the steps of any application. */
export const RENEWAL_STEPS: readonly Step[] = [
  {
    id: "renewal_draft",
    label: "Extension in preparation",
    status: "draft",
    waitingOn: "us",
    sentence:
      "The letter that asks the committee to extend the agreement is being written; access goes on to its end meanwhile.",
    editable: true,
    source: SOURCES.accessFaq,
  },
];
