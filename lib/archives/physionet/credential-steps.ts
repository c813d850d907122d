import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

const REVIEW_TIME = {
  expectedDays: 14,
  chaseAfterDays: 30,
  source: `The team named one to two weeks in 2019, users report longer: ${SOURCES.waiting}`,
};
const source = SOURCES.credentialing;

/** The stages of PhysioNet's review; who applied sees the first three as “awaiting review”. */
export const IN_REVIEW: readonly Step[] = [
  {
    id: "pending",
    label: "Awaiting review",
    status: "in_review",
    waitingOn: "archive",
    sentence: "The application was sent and nobody at PhysioNet has taken it up yet.",
    usual: REVIEW_TIME,
    source,
  },
  {
    id: "identity_check",
    label: "Awaiting review: identity check",
    status: "in_review",
    waitingOn: "archive",
    sentence:
      "A reviewer checks who the person is; an institutional address and an ORCID iD together settle it best.",
    usual: REVIEW_TIME,
    source,
  },
  {
    id: "reference",
    label: "Awaiting review: reference to be contacted",
    status: "in_review",
    waitingOn: "archive",
    sentence: "The identity is accepted; PhysioNet writes to the reference or goes on without.",
    usual: REVIEW_TIME,
    source,
  },
  {
    id: "reference_response",
    label: "Awaiting the reference",
    status: "in_review",
    waitingOn: "reference",
    sentence:
      "PhysioNet wrote to the reference, who answers one link with yes or no; a no rejects the application at once.",
    usual: {
      expectedDays: 7,
      chaseAfterDays: 14,
      source: `Our own figures: chase before PhysioNet's reminder after 15 days. Rejecting after 30 days is in its code, off by default, and not confirmed for the site: ${SOURCES.settings}`,
    },
    byItself: [
      {
        afterDays: 15,
        what: "PhysioNet reminds the reference.",
        source: SOURCES.settings,
      },
      {
        afterDays: 30,
        what: "PhysioNet may reject for want of an answer; its code has this switched off, and whether the site does is not confirmed.",
        source: SOURCES.settings,
      },
    ],
    source,
  },
  {
    id: "final_review",
    label: "Awaiting final approval",
    status: "in_review",
    waitingOn: "archive",
    sentence: "The reference is settled; a reviewer takes the last decision.",
    usual: REVIEW_TIME,
    source,
  },
];

/** Where one application for the credential stands. */
export const CREDENTIAL_STEPS: readonly Step[] = [
  {
    id: "to_apply",
    label: "To be applied for",
    status: "draft",
    waitingOn: "holder",
    sentence:
      "The person fills in PhysioNet's form and names a reference; an incomplete form is rejected, not returned.",
    editable: true,
    source: SOURCES.credentialForm,
  },
  ...IN_REVIEW,
  {
    id: "accepted",
    label: "Credentialed",
    status: "approved",
    waitingOn: "nobody",
    sentence: "The person is credentialed; it serves all credentialed projects and has no end.",
    source,
  },
  {
    id: "rejected",
    label: "Rejected",
    status: "rejected",
    waitingOn: "nobody",
    sentence: "PhysioNet rejected the application; the person may send a new one.",
    source,
  },
  {
    id: "withdrawn",
    label: "Withdrawn",
    status: "withdrawn",
    waitingOn: "nobody",
    sentence: "The person withdrew the application.",
    source,
  },
  {
    id: "revoked",
    label: "Revoked",
    status: "terminated",
    waitingOn: "nobody",
    sentence:
      "PhysioNet took the credential back, which closes every credentialed project to the person at once.",
    source,
  },
];
