import type { DutyKind } from "../duty-kind";
import { AGREEMENT_TERMS } from "./terms";

const NOTICE_LEADS = [14, 7, 1, 0];
const BREACH = "The agreement is breached: its template asks to be told within 30 days.";

const ACCESS: readonly DutyKind[] = [
  {
    id: "ega_agreement_end",
    name: "End of access under a data access agreement",
    group: "access",
    leads: [90, 60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: AGREEMENT_TERMS.endDuty.ifMissed,
  },
  {
    id: "ega_extension_window",
    name: "Ask for the extension of a data access agreement",
    group: "access",
    leads: [0],
    after: "never",
    ifMissed: "There is less time for the committee to decide before the end.",
  },
  {
    id: "ega_request_new_version",
    name: "Ask for a new data set at EGA",
    group: "access",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "The team has no access to the newer data.",
  },
  {
    id: "ega_closing",
    name: "Complete the close-out with the committee",
    group: "access",
    leads: [60, 30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "The committee does not know that the data are no longer used.",
  },
];

const PEOPLE: readonly DutyKind[] = [
  {
    id: "ega_staff_change",
    name: "Tell the committee who left",
    group: "people",
    leads: NOTICE_LEADS,
    after: "daily",
    ifMissed: BREACH,
  },
  {
    id: "ega_joiner_notice",
    name: "Tell the committee who joined",
    group: "people",
    leads: NOTICE_LEADS,
    after: "daily",
    ifMissed: `${BREACH} Until then the person has no permission at EGA.`,
  },
  {
    id: "ega_user_change",
    name: "Have the committee confirm another User",
    group: "people",
    leads: NOTICE_LEADS,
    after: "daily",
    ifMissed: "The committee may stop the access of everybody.",
  },
  {
    id: "ega_application_change",
    name: "Tell the committee who leaves an application",
    group: "people",
    leads: NOTICE_LEADS,
    after: "weekly",
    ifMissed: "The committee decides about somebody who is no longer there.",
  },
  {
    id: "ega_amendment_notice",
    name: "Tell the committee of a change",
    group: "people",
    leads: NOTICE_LEADS,
    after: "daily",
    ifMissed: BREACH,
  },
];

const DATA: readonly DutyKind[] = [
  {
    id: "ega_copies",
    name: "Remove a leaver from copies of EGA data",
    group: "data",
    leads: [14, 7, 1, 0],
    after: "daily",
    ifMissed: "The data are disclosed to somebody who is not authorised.",
  },
  {
    id: "ega_scope_destruction",
    name: "Destroy EGA data that were taken off",
    group: "data",
    leads: [30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "Data are kept that are no longer used for the project, which breaks the agreement.",
  },
  {
    id: "ega_incident_notice",
    name: "Notice of a breach to the committee",
    group: "data",
    leads: [0],
    after: "daily",
    ifMissed: "The committee may end the agreement.",
  },
];

/** What is the same for all duties of a kind at EGA; the days of reminding are our advice. */
export const DUTY_KINDS: readonly DutyKind[] = [...ACCESS, ...PEOPLE, ...DATA];
