import type { Lifecycle, Move, Step } from "../lifecycle";
import { on } from "./asks";
import { FIRST_MOVES, fileMove, lastMoves } from "./moves";
import { SOURCES } from "./sources";
import { firstSteps, LAST_STEPS } from "./steps";

const STEPS: readonly Step[] = [
  ...firstSteps(
    "The person sends the credentialing application and the training report at PhysioNet; whoever has both goes on to the agreement.",
    SOURCES.credentialForm,
  ),
  {
    id: "prerequisites",
    label: "Credential and training under way",
    status: "in_review",
    waitingOn: "holder",
    sentence:
      "Credential and training belong to the person and serve every credentialed project; the person's page shows where each of them stands.",
    usual: {
      expectedDays: 28,
      chaseAfterDays: 60,
      source: `Our own figures, for two reviews one after the other: ${SOURCES.waiting}; ${SOURCES.trainingWaits}`,
    },
    source: SOURCES.gates,
  },
  {
    id: "to_sign",
    label: "Agreement to be signed",
    status: "internal_signoff",
    waitingOn: "holder",
    sentence:
      "Credential and training are in place; the person signs the agreement of exactly this version.",
    source: SOURCES.signing,
  },
  {
    id: "signed",
    label: "Signed",
    status: "approved",
    waitingOn: "nobody",
    sentence:
      "The agreement of this version is signed. It opens the files while credential and training stand; another version needs its own signature.",
    source: SOURCES.gates,
  },
  ...LAST_STEPS,
];

const READY = {
  to: "to_sign",
  scope: "item",
  by: "holder",
  permission: "request.move",
  asks: [on("Both in place since")],
  effect: "none",
  source: SOURCES.gates,
} as const satisfies Partial<Move>;

/** Credentialed data: a vetted person, a training, and the signature of one version. */
export const CREDENTIALED: Lifecycle = {
  id: "physionet-credentialed",
  name: "PhysioNet, credentialed",
  initial: "draft",
  steps: STEPS,
  moves: [
    ...FIRST_MOVES,
    fileMove("prerequisites", "Sent on", SOURCES.credentialForm),
    {
      id: "prerequisites_met",
      label: "Credentialed and trained",
      from: ["prerequisites"],
      tone: "primary",
      ...READY,
    },
    {
      id: "already_met",
      label: "Already credentialed and trained",
      from: ["ready_to_file"],
      tone: "neutral",
      ...READY,
    },
    {
      id: "sign",
      label: "Record approval: agreement signed",
      from: ["to_sign"],
      to: "signed",
      scope: "item",
      by: "holder",
      permission: "request.move",
      asks: [],
      effect: "grant",
      tone: "primary",
      source: SOURCES.signing,
    },
    ...lastMoves("signed", ["draft", "ready_to_file", "prerequisites", "to_sign"]),
  ],
};
