import { addYears } from "../../dates/day";
import type { Terms } from "../archive";
import { SOURCES } from "./sources";

/** dbGaP approves for one year; the whole project is then renewed or closed out. */
export const PROJECT_TERMS: Terms = {
  asksDuration: false,
  proposeEnd: ({ decidedOn }) => ({
    endsOn: addYears(decidedOn, 1),
    rule: "dbGaP approves for one year, so the end is the day of the approval plus one calendar year (29 February becomes 28 February). We count that day as the last day of access; dbGaP publishes no hour, so plan to be done the day before.",
  }),
  endDuty: {
    kind: "dbgap_renewal",
    whatEnds: "access under the dbGaP approval",
    whatToDo:
      "Renew the project at dbGaP with a progress update and have the signing official approve it, or close the project out.",
    safeDaysBefore: 60,
    ifMissed:
      "Access ends, and NIH may suspend the PI, staff and collaborators from new requests for a time.",
    source: `NIH Data Use Certification Agreement; ${SOURCES.minimumCredentials}; ${SOURCES.renewing}. The 60 days are our advice, after NDA's: ${SOURCES.sisterAdvice}`,
  },
};
