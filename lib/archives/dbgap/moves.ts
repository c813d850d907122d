import type { Ask, Move } from "../lifecycle";
import { on, reason } from "./asks";
import { BREACH } from "./breach-moves";
import { CLOSING } from "./closing-moves";
import { RENEWAL } from "./renewal-moves";
import { SOURCES } from "./sources";

/** Number of a project at dbGaP, shown there with a leading `#`. */
export const PROJECT_NUMBER: Ask = {
  id: "projectNumber",
  label: "dbGaP project number",
  kind: "text",
  required: true,
  help: "The number that dbGaP shows for the project, without the # sign.",
  meaning: "requestNumber",
  pattern: "^\\d{1,6}$",
  example: "12345",
};

/** Number of one data access request, with the revision dbGaP counts after the dash. */
export const DAR_NUMBER: Ask = {
  id: "darNumber",
  label: "Data access request number",
  kind: "text",
  required: false,
  help: "The number of this one request, with its revision: it rises with each revision and renewal.",
  meaning: "itemNumber",
  pattern: "^\\d+(-\\d+)?$",
  example: "123456-3",
};

const BEFORE_FILING: readonly Move[] = [
  {
    id: "submit",
    label: "Submit",
    from: ["draft"],
    to: "ready_to_file",
    scope: "request",
    by: "us",
    permission: "request.move",
    asks: [],
    effect: "submit",
    tone: "primary",
    source: SOURCES.requesting,
  },
  {
    id: "back_to_draft",
    label: "Back to draft",
    from: ["ready_to_file"],
    to: "draft",
    scope: "request",
    by: "us",
    permission: "request.move",
    asks: [],
    effect: "none",
    tone: "neutral",
    source: SOURCES.requesting,
  },
  {
    id: "file",
    label: "Mark as submitted at dbGaP",
    from: ["ready_to_file"],
    to: "so_review",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Submitted on"), PROJECT_NUMBER],
    effect: "file",
    tone: "primary",
    source: SOURCES.numbers,
  },
];

const SIGNING_OFFICIAL: readonly Move[] = [
  {
    id: "so_approved",
    label: "Signing official approved",
    from: ["so_review"],
    to: "dac_review",
    scope: "request",
    by: "signing_official",
    permission: "request.move",
    asks: [on("Approved by the signing official on")],
    effect: "none",
    tone: "primary",
    source: SOURCES.signingOfficial,
  },
  {
    id: "so_returned",
    label: "Signing official returned it",
    from: ["so_review"],
    to: "revision_requested",
    scope: "request",
    by: "signing_official",
    permission: "request.move",
    asks: [on("Returned on"), reason("What to change", "The signing official's own words help.")],
    paper: "The signing official's message",
    effect: "send_back",
    tone: "neutral",
    source: SOURCES.submissionFaq,
  },
  {
    id: "pi_recalled",
    label: "PI recalled it",
    from: ["so_review"],
    to: "draft",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Recalled on")],
    effect: "none",
    only: "not_granted",
    tone: "neutral",
    source: SOURCES.submissionFaq,
  },
  {
    id: "resubmit",
    label: "Resubmit through the signing official",
    from: ["revision_requested"],
    to: "so_review",
    scope: "item",
    by: "pi",
    permission: "request.move",
    asks: [on("Resubmitted at dbGaP on")],
    effect: "file",
    // dbGaP takes along only the data sets that are selected again.
    reselect: true,
    tone: "primary",
    source: SOURCES.submissionFaq,
  },
];

const COMMITTEE: readonly Move[] = [
  {
    id: "approve",
    label: "Record approval",
    from: ["dac_review"],
    to: "approved",
    scope: "item",
    by: "dac",
    permission: "request.approve",
    asks: [DAR_NUMBER],
    effect: "grant",
    tone: "primary",
    source: SOURCES.statuses,
  },
  {
    id: "request_changes",
    label: "Changes requested",
    from: ["dac_review"],
    to: "revision_requested",
    scope: "item",
    by: "dac",
    permission: "request.move",
    asks: [
      on("Returned on"),
      reason(
        "What the committee asks",
        "Copy the comment from the mail or the processing history.",
      ),
    ],
    paper: "The committee's mail",
    effect: "send_back",
    tone: "neutral",
    source: SOURCES.statuses,
  },
  {
    id: "reject",
    label: "Rejected",
    from: ["dac_review"],
    to: "rejected",
    scope: "item",
    by: "dac",
    permission: "request.move",
    asks: [
      on("Rejected on"),
      reason("Why it was rejected", "Copy the comment from the mail or the processing history."),
    ],
    paper: "The committee's mail",
    effect: "none",
    tone: "danger",
    source: SOURCES.statuses,
  },
  {
    id: "revise",
    label: "Revise after the rejection",
    from: ["rejected"],
    to: "revision_requested",
    scope: "item",
    by: "us",
    permission: "request.move",
    asks: [],
    effect: "none",
    tone: "neutral",
    source: SOURCES.submissionFaq,
  },
];

/** What sends an approved request into another review, while its approval stands. */
const REVISION: readonly Move[] = [
  {
    id: "version_action",
    label: "dbGaP asks for action on a new version",
    from: ["approved"],
    to: "revision_requested",
    scope: "item",
    by: "archive",
    permission: "request.move",
    asks: [
      on("Asked on"),
      reason("What dbGaP asks", "Copy the comment from the mail or the processing history."),
    ],
    paper: "dbGaP's mail",
    effect: "send_back",
    only: "granted",
    tone: "neutral",
    source: SOURCES.statuses,
  },
  {
    id: "revise_approved",
    label: "Revise the approved project",
    from: ["approved"],
    to: "revision_requested",
    scope: "request",
    by: "pi",
    permission: "request.move",
    asks: [on("Revision begun on")],
    effect: "none",
    only: "granted",
    tone: "neutral",
    source: `${SOURCES.projectInstructions}; ${SOURCES.statuses}`,
  },
];

const ENDING: readonly Move[] = [
  {
    id: "withdraw",
    label: "Withdraw",
    from: ["draft", "ready_to_file", "so_review", "dac_review", "revision_requested"],
    to: "withdrawn",
    scope: "item",
    by: "us",
    permission: "request.move",
    asks: [on("Withdrawn on")],
    effect: "none",
    only: "not_granted",
    tone: "danger",
    source: SOURCES.submissionFaq,
  },
];

/** What can happen to a data access request; project-wide events take all their items along. */
export const MOVES: readonly Move[] = [
  ...BEFORE_FILING,
  ...SIGNING_OFFICIAL,
  ...COMMITTEE,
  ...REVISION,
  ...RENEWAL,
  ...CLOSING,
  ...BREACH,
  ...ENDING,
];
