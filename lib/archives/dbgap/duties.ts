import type { DutyKind } from "../duty-kind";
import { PROJECT_TERMS } from "./terms";

const RENEWAL_LEADS = [90, 60, 45, 30, 14, 7, 3, 1, 0];
const DESTRUCTION_LEADS = [30, 14, 7, 1, 0];
const UNAPPROVED = "Somebody works with the data, or is named, whom the project should not have.";
const SANCTIONS =
  "NIH may end all access of the PI and bar PI, staff and collaborators from new requests for a time.";

const APPROVALS: readonly DutyKind[] = [
  {
    id: "dbgap_renewal",
    name: "Renewal of a dbGaP project",
    group: "access",
    leads: RENEWAL_LEADS,
    after: "daily",
    ifMissed: PROJECT_TERMS.endDuty.ifMissed,
  },
  {
    id: "dbgap_renewal_window",
    name: "Begin the renewal of a dbGaP project",
    group: "access",
    leads: [0],
    after: "never",
    ifMissed: "There is less time for the signing official and the committees before the end.",
  },
  {
    id: "dbgap_renewal_signoff",
    name: "Signing official's approval of a dbGaP renewal",
    group: "access",
    leads: [14, 7, 3, 1, 0],
    after: "weekly",
    ifMissed: "The renewal may not be filed in time, and access ends.",
  },
  {
    id: "dbgap_request_new_version",
    name: "Ask for a new consent group at dbGaP",
    group: "access",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "The team has no access to the newer data.",
  },
  {
    id: "dbgap_apply_anew",
    name: "New dbGaP project after the PI moved",
    group: "access",
    leads: [60, 30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "Nobody may use the data until a new project is approved.",
  },
  {
    id: "dbgap_withdrawal",
    name: "Withdraw a dbGaP application",
    group: "access",
    leads: [14, 7, 1, 0],
    after: "weekly",
    ifMissed: "An application stays under review whose PI has left.",
  },
];

const ENDINGS: readonly DutyKind[] = [
  {
    id: "dbgap_close_out",
    name: "Close-out of a dbGaP project before the PI moves",
    group: "access",
    leads: [60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: SANCTIONS,
  },
  {
    id: "dbgap_closing",
    name: "Complete the close-out of a dbGaP project",
    group: "access",
    leads: [60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: SANCTIONS,
  },
  {
    id: "dbgap_destruction",
    name: "Destroy dbGaP data and have it confirmed",
    group: "data",
    leads: DESTRUCTION_LEADS,
    after: "daily",
    ifMissed: "Data kept after the close-out breach the Data Use Certification.",
  },
  {
    id: "dbgap_scope_destruction",
    name: "Destroy dbGaP data that were taken off",
    group: "data",
    leads: DESTRUCTION_LEADS,
    after: "daily",
    ifMissed: "Data are kept that no approval covers.",
  },
  {
    id: "dbgap_copies",
    name: "Remove a leaver from copies of dbGaP data",
    group: "data",
    leads: [14, 7, 1, 0],
    after: "daily",
    ifMissed: "Somebody without approval can reach the data.",
  },
];

const PEOPLE: readonly DutyKind[] = [
  {
    id: "dbgap_joiner_update",
    name: "Name a new collaborator at dbGaP",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: UNAPPROVED,
  },
  {
    id: "dbgap_people_change",
    name: "Take a collaborator off a dbGaP project",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: UNAPPROVED,
  },
  {
    id: "dbgap_official_change",
    name: "Name a new official in a dbGaP project",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "Nobody can approve the next submission for the institution.",
  },
  {
    id: "dbgap_identity_again",
    name: "Prove an identity again for NIH",
    group: "people",
    leads: [30, 7, 3, 1, 0],
    after: "weekly",
    ifMissed: "The person cannot sign in where NIH asks for a proven identity.",
  },
  {
    id: "dbgap_own_approval_end",
    name: "End of a collaborator's own dbGaP approval",
    group: "people",
    leads: [90, 60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "The collaborator of the other institution may not use the data.",
  },
];

const WATCH: readonly DutyKind[] = [
  {
    id: "dbgap_security_review",
    name: "Review of the NIST SP 800-171 attestation",
    group: "institution",
    leads: [60, 30, 14, 7, 0],
    after: "weekly",
    ifMissed: "The signing official may not sign the next request or renewal.",
  },
  {
    id: "dbgap_output_log",
    name: "Log of outputs for the dbGaP progress update",
    group: "reports",
    leads: [7, 0],
    after: "weekly",
    ifMissed: "The progress update is written from memory and may miss publications.",
  },
  {
    id: "dbgap_incident_notice",
    name: "Notice of an incident to NIH",
    group: "data",
    leads: [0],
    after: "daily",
    ifMissed: "NIH may suspend the access of the PI and the institution.",
  },
  {
    id: "dbgap_incident_report",
    name: "Detailed report of an incident to NIH",
    group: "data",
    leads: [2, 1, 0],
    after: "daily",
    ifMissed: "NIH may suspend the access of the PI and the institution.",
  },
];

/** What is the same for all duties of a kind at dbGaP; the days of reminding are our advice. */
export const DUTY_KINDS: readonly DutyKind[] = [...APPROVALS, ...ENDINGS, ...PEOPLE, ...WATCH];
