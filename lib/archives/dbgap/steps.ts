import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

/** Where a data access request stands, in dbGaP's words. One item is one data access request. */
export const STEPS: readonly Step[] = [
  {
    id: "draft",
    label: "Draft",
    status: "draft",
    waitingOn: "us",
    sentence:
      "The project is being written; once the form is complete, it goes to the PI for filing.",
    editable: true,
    source: SOURCES.requesting,
  },
  {
    id: "ready_to_file",
    label: "Ready to file",
    status: "draft",
    waitingOn: "pi",
    sentence:
      "The form is complete; the PI enters it at dbGaP, because only the PI may submit a project there.",
    source: SOURCES.minimumCredentials,
  },
  {
    id: "so_review",
    label: "SO review",
    status: "internal_signoff",
    waitingOn: "signing_official",
    sentence:
      "The project is at dbGaP and waits for the institution's signing official; no committee sees it before that approval.",
    usual: {
      expectedDays: 28,
      chaseAfterDays: 56,
      source: `A rule of thumb for the steps within the institution (one to eight weeks), not confirmed by a published source. That they exist: ${SOURCES.signingOfficial}`,
    },
    source: SOURCES.signingOfficial,
  },
  {
    id: "dac_review",
    label: "DAC review",
    status: "in_review",
    waitingOn: "dac",
    sentence:
      "The data access committee of this consent group is reviewing the request; it approves, rejects or returns it.",
    // One committee's median was 8 to 14 days up to 2011; nobody publishes today's figure.
    usual: {
      expectedDays: 30,
      chaseAfterDays: 42,
      source: `Our own planning figures; no present one is published. Older figures of one committee: ${SOURCES.reviewTimes}`,
    },
    source: SOURCES.requesting,
  },
  {
    id: "revision_requested",
    label: "Revision requested",
    status: "changes_requested",
    waitingOn: "pi",
    sentence:
      "The project is to be revised: change what the comments ask for, select the returned data sets again, and resubmit it through the signing official.",
    editable: true,
    source: SOURCES.submissionFaq,
  },
  {
    id: "approved",
    label: "Approved",
    status: "approved",
    waitingOn: "nobody",
    sentence:
      "The committee approved this request; access lasts one year and ends unless the project is renewed or closed out before.",
    source: SOURCES.minimumCredentials,
  },
  {
    id: "rejected",
    label: "Rejected",
    status: "rejected",
    waitingOn: "nobody",
    sentence:
      "The committee rejected this request; the project may be revised and submitted again.",
    source: SOURCES.statuses,
  },
  {
    id: "closeout_submitted",
    label: "Close-out submitted",
    status: "closing",
    waitingOn: "signing_official",
    sentence:
      "The PI started the close-out; the signing official confirms that every copy has been destroyed.",
    source: SOURCES.signingOfficial,
  },
  {
    id: "closed",
    label: "Closed",
    status: "closed",
    waitingOn: "nobody",
    sentence:
      "The project is closed out; no copy, derivative or model trained on the data may remain.",
    source: `${SOURCES.closeOut} and ${SOURCES.models}`,
  },
  {
    id: "withdrawn",
    label: "Withdrawn",
    status: "withdrawn",
    waitingOn: "nobody",
    sentence: "The team withdrew this request before a decision.",
    source: SOURCES.submissionFaq,
  },
  {
    id: "suspended",
    label: "Suspended",
    status: "terminated",
    waitingOn: "nobody",
    sentence:
      "NIH suspended the access; nobody may use the data, and any appeal runs by letter, outside of dbGaP's pages.",
    source: SOURCES.certification,
  },
  {
    id: "terminated",
    label: "Terminated",
    status: "terminated",
    waitingOn: "nobody",
    sentence:
      "NIH terminated the access; every copy must be destroyed, and any appeal runs by letter, outside of dbGaP's pages.",
    source: SOURCES.certification,
  },
];
