import { phrase } from "../../said/phrase";
import { type IncidentRules, inWords } from "../incident";
import { SOURCES } from "./sources";

/**
 * dbGaP: the Data Use Certification has the PI and the institution tell the committees within 24
 * hours of identifying an incident, and report in detail soon after. The certification says so for
 * unauthorised sharing, breaches of security and releases by accident; we take every incident so.
 */
export const INCIDENTS: IncidentRules = {
  duties: ({ committees }) => {
    const whom = committeesOf(committees);
    return [
      {
        kind: "dbgap_incident_notice",
        whom,
        where: null,
        what: `Tell ${whom} at NIH what happened, within 24 hours of knowing. The PI and the signing official send it together.`,
        deadline: { kind: "hours", hours: 24 },
        remindAfterHours: [4, 12, 20],
        rule: "The moment of knowing plus 24 hours.",
        source: `${SOURCES.currentCertification}; ${SOURCES.codeOfConduct}`,
        unconfirmed:
          "Your own certification may name further addresses, such as NIH's mailbox for genomic data sharing: look at the one you signed.",
      },
      {
        kind: "dbgap_incident_report",
        whom,
        where: null,
        what: `Send ${whom} the detailed report: what happened and when, what was done about it, and what will keep it from happening again.`,
        deadline: { kind: "business_days", days: 3 },
        remindAfterHours: [],
        rule: "The day of knowing plus 3 business days. US federal holidays are counted as business days, so the day is never too late.",
        source: SOURCES.seerAgreement,
        unconfirmed:
          "The 3 business days are those of NCI's SEER agreement. The certification of your data set may name another time.",
      },
    ];
  },
  otherwise: "NIH wants to hear of every incident.",
  letter: {
    to: (committees) =>
      committees.length > 0
        ? committees.map((institute) => `Data Access Committee, ${institute}`).join("\n")
        : "Data Access Committee",
    opening:
      "Under the Data Use Certification Agreement we notify you, within 24 hours of identifying it, of an incident that concerns controlled-access data obtained through dbGaP.",
    closing:
      "A detailed report with the actions taken and the plans to prevent a repetition will follow within three business days.",
  },
};

/** dbGaP's committees go by the institute that has them. */
function committeesOf(institutes: readonly string[]): string {
  if (institutes.length === 0) return phrase("the data access committee of each data set");
  const names = inWords(institutes, "");
  return institutes.length > 1
    ? phrase(`the data access committees of ${names}`)
    : phrase(`the data access committee of ${names}`);
}
