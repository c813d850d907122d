import type { Terms } from "../archive";
import { SOURCES } from "./sources";

/** EGA sets no term: whatever ends an access is written in the committee's agreement. */
export const AGREEMENT_TERMS: Terms = {
  asksDuration: false,
  proposeEnd: () => ({
    endsOn: null,
    rule: "EGA sets no term and its template agreement names none, so we propose no end. Enter the last day that your agreement or the permission gives; some committees do (ICGC ARGO: two years).",
  }),
  endDuty: {
    kind: "ega_agreement_end",
    whatEnds: "access under the data access agreement",
    whatToDo:
      "Ask the committee to extend the agreement, or destroy every copy and send it the statement it asks for.",
    safeDaysBefore: 60,
    ifMissed:
      "The permission may be removed without notice, and further use would break the agreement.",
    source: `${SOURCES.template}; end of a permission: ${SOURCES.permission}; term of ICGC ARGO: ${SOURCES.icgcTerm}. The 60 days are our advice.`,
  },
};
