import type { QualificationType } from "../qualification";
import {
  happenedOn,
  lastDay,
  qualificationMove as move,
  reference,
  why,
} from "../qualification-moves";
import { SOURCES } from "./sources";

const source = SOURCES.requesting;
const APPROVED = [
  happenedOn("Approved on"),
  lastDay("Approved until", "An approval lasts one year; enter its last day."),
];

/** What an external collaborator brings: the own institution's approved request for the same data. */
export const OWN_APPROVAL: QualificationType = {
  id: "dbgap_own_approval",
  name: "Own institution's dbGaP approval",
  holder: "person",
  lifecycle: {
    id: "dbgap-own-approval",
    name: "Approval of a collaborator's institution",
    initial: "to_request",
    steps: [
      {
        id: "to_request",
        label: "To be requested",
        status: "draft",
        waitingOn: "holder",
        sentence:
          "The collaborator's own institution requests the same data for a project that matches.",
        editable: true,
        source,
      },
      {
        id: "requested",
        label: "Requested",
        status: "in_review",
        waitingOn: "dac",
        sentence: "The committee decides on the request of the collaborator's institution.",
        source,
      },
      {
        id: "approved",
        label: "Approved",
        status: "approved",
        waitingOn: "nobody",
        sentence: "The collaborator's own institution holds an approval for these data.",
        source,
      },
      {
        id: "rejected",
        label: "Rejected",
        status: "rejected",
        waitingOn: "nobody",
        sentence: "The committee rejected the request of the collaborator's institution.",
        source,
      },
      {
        id: "closed",
        label: "Closed out",
        status: "closed",
        waitingOn: "nobody",
        sentence: "The collaborator's institution closed its project.",
        source,
      },
      {
        id: "terminated",
        label: "Terminated",
        status: "terminated",
        waitingOn: "nobody",
        sentence: "NIH took the approval of the collaborator's institution back.",
        source,
      },
    ],
    moves: [
      move({
        id: "request",
        label: "Requested",
        from: ["to_request"],
        to: "requested",
        by: "holder",
        asks: [happenedOn("Requested on"), reference("Number of their request")],
        tone: "primary",
        source,
      }),
      move({
        id: "already_approved",
        label: "Approved already",
        from: ["to_request"],
        to: "approved",
        by: "holder",
        asks: [...APPROVED, reference("Number of their request")],
        source,
      }),
      move({
        id: "approve",
        label: "Approved",
        from: ["requested"],
        to: "approved",
        by: "dac",
        asks: APPROVED,
        tone: "primary",
        source,
      }),
      move({
        id: "reject",
        label: "Rejected",
        from: ["requested"],
        to: "rejected",
        by: "dac",
        asks: [happenedOn("Rejected on"), why("What the committee wrote, as far as you know.")],
        tone: "danger",
        source,
      }),
      move({
        id: "close",
        label: "Closed out",
        from: ["approved"],
        to: "closed",
        by: "holder",
        asks: [happenedOn("Closed on")],
        effect: "end",
        source,
      }),
      move({
        id: "terminate",
        label: "Terminated by NIH",
        from: ["approved"],
        to: "terminated",
        by: "archive",
        asks: [happenedOn("Terminated on")],
        effect: "end",
        tone: "danger",
        source,
      }),
    ],
  },
  clocks: [
    {
      id: "approval",
      label: "their approval's own end",
      end: "endsOn",
      duty: {
        kind: "dbgap_own_approval_end",
        what: "Have the collaborator's own institution renew its approval at dbGaP, or take the collaborator off the project.",
      },
    },
  ],
  fields: [
    {
      id: "institution",
      label: "Their institution",
      kind: "text",
      required: false,
      maxLength: 200,
      guidance: "The one that holds the approval.",
      source,
    },
  ],
  proof: "approval of the collaborator's institution",
  minutes: null,
  guidance:
    "Whoever works at another institution is named on the project and needs, beside that, an approved request of the own institution for the same data. Record it for the data set, or for all.",
  url: "https://dbgap.ncbi.nlm.nih.gov/",
  scope: "unit",
  neverWaived: true,
  source: `${SOURCES.requesting}; ${SOURCES.certification}`,
};
