import type { Lifecycle } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import {
  happenedOn,
  lastDay,
  qualificationMove as move,
  reference,
  why,
} from "../archives/qualification-moves";

const source = "https://doi.org/10.1371/journal.pgen.1005772";

const DECISION = [
  happenedOn("Approved on"),
  lastDay("Approved until", "The day on the letter; empty where it names none."),
  reference("Number of the approval"),
];

const LIFECYCLE: Lifecycle = {
  id: "ethics-approval",
  name: "Ethics approval",
  initial: "preparing",
  steps: [
    {
      id: "preparing",
      label: "In preparation",
      status: "draft",
      waitingOn: "us",
      sentence: "The application to the ethics committee is being written.",
      editable: true,
      source,
    },
    {
      id: "submitted",
      label: "With the committee",
      status: "in_review",
      waitingOn: "reviewers",
      sentence: "The ethics committee decides.",
      source,
    },
    {
      id: "questions",
      label: "Questions of the committee",
      status: "changes_requested",
      waitingOn: "us",
      sentence: "The committee asks for changes before it decides.",
      source,
    },
    {
      id: "approved",
      label: "Approved",
      status: "approved",
      waitingOn: "nobody",
      sentence: "The ethics committee approved, until the day on its letter.",
      source,
    },
    {
      id: "rejected",
      label: "Rejected",
      status: "rejected",
      waitingOn: "nobody",
      sentence: "The ethics committee rejected the application.",
      source,
    },
    {
      id: "closed",
      label: "Closed",
      status: "closed",
      waitingOn: "nobody",
      sentence: "The study was closed at the committee.",
      source,
    },
    {
      id: "suspended",
      label: "Suspended",
      status: "terminated",
      waitingOn: "nobody",
      sentence: "The committee suspended or ended its approval.",
      source,
    },
  ],
  moves: [
    move({
      id: "submit",
      label: "Sent to the committee",
      from: ["preparing", "questions"],
      to: "submitted",
      by: "us",
      asks: [happenedOn("Sent on")],
      tone: "primary",
      source,
    }),
    move({
      id: "ask",
      label: "The committee asks",
      from: ["submitted"],
      to: "questions",
      by: "reviewers",
      asks: [happenedOn("Asked on")],
      source,
    }),
    move({
      id: "approve",
      label: "Approved",
      from: ["submitted", "questions"],
      to: "approved",
      by: "reviewers",
      asks: DECISION,
      tone: "primary",
      source,
    }),
    move({
      id: "already_approved",
      label: "Approved already",
      from: ["preparing"],
      to: "approved",
      by: "reviewers",
      asks: DECISION,
      source,
    }),
    move({
      id: "reject",
      label: "Rejected",
      from: ["submitted", "questions"],
      to: "rejected",
      by: "reviewers",
      asks: [happenedOn("Rejected on"), why("What the committee wrote.")],
      tone: "danger",
      source,
    }),
    move({
      id: "close",
      label: "Study closed",
      from: ["approved"],
      to: "closed",
      by: "us",
      asks: [happenedOn("Closed on")],
      effect: "end",
      source,
    }),
    move({
      id: "suspend",
      label: "Suspended by the committee",
      from: ["approved"],
      to: "suspended",
      by: "reviewers",
      asks: [happenedOn("Suspended on"), why("What the committee wrote.")],
      effect: "end",
      tone: "danger",
      source,
    }),
  ],
};

/** An ethics committee's approval, for one request or for the team's work as a whole. */
export const ETHICS_APPROVAL: QualificationType = {
  id: "ethics_approval",
  name: "Ethics approval",
  holder: "institution",
  lifecycle: LIFECYCLE,
  clocks: [
    {
      id: "approval",
      label: "the approval's own end",
      end: "endsOn",
      duty: {
        kind: "ethics_approval_end",
        what: "Have the ethics committee renew its approval and upload the letter, or stop using the data that need it.",
      },
    },
  ],
  fields: [
    {
      id: "committee",
      label: "Committee",
      kind: "text",
      required: false,
      maxLength: 200,
      guidance: "The ethics committee or IRB that decides.",
      source,
    },
    {
      id: "title",
      label: "Title of the study",
      kind: "text",
      required: false,
      maxLength: 300,
      guidance: "As on the committee's letter.",
      source,
    },
  ],
  proof: "approval letter of the ethics committee",
  minutes: null,
  guidance:
    "Data whose consent code holds IRB are open only while an approval runs, even for general research use. Record it for one request, or for all that the team does.",
  url: "https://ohrp.cit.nih.gov/search/irbsearch.aspx",
  scope: "request",
  source,
};
