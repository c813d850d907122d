import type { Lifecycle } from "../lifecycle";
import { FIRST_MOVES, fileMove, lastMoves } from "./moves";
import { SOURCES } from "./sources";
import { firstSteps, LAST_STEPS } from "./steps";

/** Restricted data: an account and the signature of one version's agreement; nobody reviews. */
export const RESTRICTED: Lifecycle = {
  id: "physionet-restricted",
  name: "PhysioNet, restricted",
  initial: "draft",
  steps: [
    ...firstSteps(
      "The person signs the agreement of this version on its PhysioNet page.",
      SOURCES.signing,
    ),
    {
      id: "check_access",
      label: "Signed, access to be checked",
      status: "submitted",
      waitingOn: "holder",
      sentence:
        "The agreement was signed; access opens at once, so look whether the files open and record it.",
      usual: {
        expectedDays: 0,
        chaseAfterDays: 3,
        source: `No person reviews a signature: ${SOURCES.gates}. Three days are our own figure.`,
      },
      source: SOURCES.gates,
    },
    {
      id: "signed",
      label: "Signed",
      status: "approved",
      waitingOn: "nobody",
      sentence:
        "The agreement of this version is signed and its files are open to this person; another version needs its own signature.",
      source: SOURCES.ownSignature,
    },
    ...LAST_STEPS,
  ],
  moves: [
    ...FIRST_MOVES,
    fileMove("check_access", "Signed on", SOURCES.signing),
    {
      id: "sign",
      label: "Record approval: agreement signed",
      from: ["check_access"],
      to: "signed",
      scope: "item",
      by: "holder",
      permission: "request.move",
      asks: [],
      effect: "grant",
      tone: "primary",
      source: SOURCES.gates,
    },
    ...lastMoves("signed", ["draft", "ready_to_file", "check_access"]),
  ],
};
