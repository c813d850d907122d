import type { Lifecycle } from "../lifecycle";
import { MOVES } from "./moves";
import { RENEWAL_STEPS } from "./renewal-steps";
import { SOURCES } from "./sources";
import { STEPS } from "./steps";

/** An application to one data access committee for one or more data sets. */
export const APPLICATION: Lifecycle = {
  id: "ega-application",
  name: "Application to a data access committee at EGA",
  initial: "draft",
  steps: [...STEPS, ...RENEWAL_STEPS],
  moves: MOVES,
  lapse: {
    label: "Expired",
    from: [
      "granted",
      "renewal_draft",
      "internal_signature",
      "submitted",
      "dac_review",
      "dac_queries",
      "countersigned",
      "denied",
    ],
    sentence:
      "The agreement or the permission has reached its end. EGA may go on serving the files, but the data may no longer be used: have the committee extend it, or destroy them.",
    ways: ["begin_extension", "close"],
    source: `${SOURCES.permission}; ${SOURCES.template}`,
  },
};
