import type { Lifecycle } from "../lifecycle";
import { MOVES } from "./moves";
import { RENEWAL_STEPS } from "./renewal-steps";
import { SOURCES } from "./sources";
import { STEPS } from "./steps";

/** A dbGaP project: submitted as a whole, decided one data access request at a time. */
export const PROJECT: Lifecycle = {
  id: "dbgap-project",
  name: "dbGaP project",
  initial: "draft",
  steps: [...STEPS, ...RENEWAL_STEPS],
  moves: MOVES,
  lapse: {
    label: "Expired",
    from: [
      "approved",
      "renewal_draft",
      "revision_requested",
      "so_review",
      "dac_review",
      "rejected",
    ],
    sentence:
      "The year of the approval is over and nobody may use the data; dbGaP shows “rev. requested” and “expired”. Renew late, or close the project out.",
    ways: ["begin_renewal", "start_close_out"],
    source: `${SOURCES.statuses}; ${SOURCES.minimumCredentials}`,
  },
};
