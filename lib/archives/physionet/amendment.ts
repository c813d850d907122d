import type { AmendmentRules } from "../amendment";
import { SOURCES } from "./sources";

const PERSONAL =
  "Access is personal and for one version: each person asks and signs for themselves. Make a request for whoever joins.";

/** PhysioNet: nothing is granted to a team, so there is little that a team could amend. */
export const AMENDMENTS: AmendmentRules = {
  people: {
    way: "new_request",
    sentence: `${PERSONAL} For whoever leaves nothing changes at PhysioNet.`,
    source: `${SOURCES.gates}; ${SOURCES.agreement} (no sharing of access)`,
  },
  scope_add: {
    way: "new_request",
    sentence: "Each project and each version is signed for by itself: make a request for it.",
    source: `${SOURCES.gates}; ${SOURCES.ownSignature}`,
  },
  scope_remove: {
    way: "free",
    sentence:
      "Whoever no longer uses the data need not tell PhysioNet. The duties of the agreement go on as long as there is a copy.",
    source: SOURCES.agreement,
  },
  aim: {
    way: "free",
    sentence:
      "The agreement allows lawful scientific research and names no project. Where the authors accepted a request for a purpose, another purpose needs a new request.",
    source: `${SOURCES.agreement}; ${SOURCES.requests}`,
  },
  end_date: {
    way: "new_request",
    sentence:
      "A signature has no end, and the end of an accepted request is not moved: ask the authors anew before it comes.",
    source: `${SOURCES.requests}; ${SOURCES.requestEnd}`,
  },
  pi: {
    way: "new_request",
    sentence: PERSONAL,
    source: SOURCES.gates,
  },
  hand_over: {
    way: "free",
    sentence:
      "PhysioNet knows no one who looks after the access of others. The request passes on here at once.",
    source: SOURCES.gates,
  },
  pi_moves: {
    way: "free",
    sentence:
      "Access goes with the person; who moves updates their profile at PhysioNet. The team's copy stays here and may not be taken along for others.",
    source: `${SOURCES.gates}; ${SOURCES.agreement} (no sharing of access)`,
  },
};
