import type { DutyKind } from "../archives/duty-kind";

const ACCESS: readonly DutyKind[] = [
  {
    id: "review_silence",
    name: "Ask a silent reviewer for news",
    group: "access",
    leads: [0],
    after: "weekly",
    ifMissed: "The request goes on waiting, and nobody notices that it was lost.",
  },
  {
    id: "agreement_end",
    name: "End of an agreement",
    group: "access",
    leads: [90, 60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "The permission may be removed, and further use of the data breaks the agreement.",
  },
  {
    id: "agreement_renewal_opens",
    name: "Renewal of an agreement opens",
    group: "access",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "There is less time for the committee to renew before the agreement ends.",
  },
  {
    id: "agreement_renewal_closes",
    name: "Last day to renew an agreement",
    group: "access",
    leads: [90, 45, 30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "The agreement is closed for good and must be asked for anew.",
  },
  {
    id: "agreement_accept",
    name: "Accept the new text of an agreement",
    group: "access",
    leads: [14, 7, 1, 0],
    after: "weekly",
    ifMissed: "The new text is not agreed by this person, who is not covered by it.",
  },
  {
    id: "time_limited_use",
    name: "End of the time for which use is allowed",
    group: "access",
    leads: [90, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "The use of the data must stop, whatever the approval still says.",
  },
];

const PEOPLE: readonly DutyKind[] = [
  {
    id: "affiliation_check",
    name: "Yearly look at where a person works",
    group: "people",
    leads: [30, 7, 0],
    after: "weekly",
    ifMissed: "Approvals may rest on an employer of the past, and access may be void.",
  },
  {
    id: "affiliation_end",
    name: "End of a person's contract",
    group: "people",
    leads: [30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "Committees want to know of a change of employer, and may stop the access.",
  },
  {
    id: "identity_again",
    name: "Prove or link an account again",
    group: "people",
    leads: [7, 3, 1, 0],
    after: "weekly",
    ifMissed: "The tools that use the account show no data.",
  },
  {
    id: "library_card_end",
    name: "End of a library card",
    group: "people",
    leads: [30, 14, 7, 0],
    after: "weekly",
    ifMissed: "The person can submit no request until the signing official authorises them again.",
  },
];

const INSTITUTION: readonly DutyKind[] = [
  {
    id: "ethics_approval_end",
    name: "End of an ethics approval",
    group: "institution",
    leads: [90, 60, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "Data whose consent asks for an ethics approval may not be used, nor access renewed.",
  },
  {
    id: "federalwide_assurance_end",
    name: "End of the Federalwide Assurance",
    group: "institution",
    leads: [60, 30, 14, 7, 0],
    after: "weekly",
    ifMissed: "Archives that look for the assurance take no request of the institution.",
  },
];

const REPORTS: readonly DutyKind[] = [
  {
    id: "agreement_report",
    name: "Report or attestation that an agreement asks for",
    group: "reports",
    leads: [45, 30, 14, 7, 1, 0],
    after: "daily",
    ifMissed: "The committee may pause the access until it has the report.",
  },
  {
    id: "embargo_end",
    name: "End of a publication embargo",
    group: "reports",
    leads: [30, 7, 0],
    after: "never",
    ifMissed: "A publication before this day would break the terms of the data.",
  },
  {
    id: "publish_results",
    name: "Publish the results",
    group: "reports",
    leads: [90, 30, 7, 0],
    after: "weekly",
    ifMissed: "The consent of the participants asks for publication; not to publish breaks it.",
  },
  {
    id: "return_results",
    name: "Return the results to the archive",
    group: "reports",
    leads: [90, 30, 7, 0],
    after: "weekly",
    ifMissed: "The terms of the data ask for the results; not to return them breaks the terms.",
  },
  {
    id: "acknowledge_output",
    name: "Acknowledge and cite the data, send a copy",
    group: "reports",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "The committee or the producers of the data may complain.",
  },
];

const DATA: readonly DutyKind[] = [
  {
    id: "copy_after_close_out",
    name: "Destroy a copy found after the close-out",
    group: "data",
    leads: [0],
    after: "daily",
    ifMissed: "The team keeps data that it said it destroyed, which breaks the agreement.",
  },
];

const TEAM: readonly DutyKind[] = [
  {
    id: "status_refresh",
    name: "Read the archive's pages again",
    group: "team",
    leads: [3, 0],
    after: "weekly",
    ifMissed: "What Gatebook says of the archive's answers grows old.",
  },
  {
    id: "roster_extra",
    name: "Take somebody off a list of members",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "Somebody who may not use the data can still reach the copy.",
  },
  {
    id: "roster_missing",
    name: "Add somebody to a list of members",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "Somebody who may use the data cannot reach the copy.",
  },
  {
    id: "roster_unknown",
    name: "Find out who is on a list of members",
    group: "people",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "Nobody knows whether this member may use the data.",
  },
];

/** The kinds of duties that belong to no single archive. */
export const GENERAL_KINDS: readonly DutyKind[] = [
  ...ACCESS,
  ...PEOPLE,
  ...INSTITUTION,
  ...REPORTS,
  ...DATA,
  ...TEAM,
];
