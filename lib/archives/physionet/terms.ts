import { addDays } from "../../dates/day";
import type { Terms } from "../archive";
import { SOURCES } from "./sources";

/** What PhysioNet's form proposes to its reviewers. */
const USUAL_DAYS = 14;

const SIGNATURE_TERMS: Terms = {
  asksDuration: false,
  proposeEnd: () => ({
    endsOn: null,
    rule: "A signature has no end at PhysioNet, so we propose none. If you want to be reminded, enter a last day of your own.",
  }),
  endDuty: {
    kind: "physionet_planned_end",
    whatEnds: "access as the team planned it",
    whatToDo: "Decide whether the data are still needed, and set a new day or close the access.",
    safeDaysBefore: 14,
    ifMissed: "Nothing ends at PhysioNet; the day is the team's own.",
    source: SOURCES.requests,
  },
};

const CREDENTIALED_TERMS: Terms = {
  ...SIGNATURE_TERMS,
  proposeEnd: () => ({
    endsOn: null,
    rule: "Credential and signature have no end at PhysioNet, so we propose none. The training has one, which is followed on the person's page. If you want to be reminded, enter a last day of your own.",
  }),
};

const CONTRIBUTOR_TERMS: Terms = {
  asksDuration: true,
  proposeEnd: ({ decidedOn, durationDays = USUAL_DAYS }) =>
    durationDays === 0
      ? {
          endsOn: null,
          rule: "At PhysioNet 0 days means without an end.",
        }
      : {
          endsOn: addDays(decidedOn, durationDays),
          rule:
            durationDays === 1
              ? "PhysioNet counts from the decision: the day after it. Access stops during that last day, at the hour at which it was granted."
              : `PhysioNet counts from the decision: its day plus ${durationDays} days. Access stops during that last day, at the hour at which it was granted.`,
        },
  endDuty: {
    kind: "physionet_request_end",
    whatEnds: "access under the accepted request",
    whatToDo: "Send a new request at PhysioNet if the data are still needed.",
    safeDaysBefore: 7,
    ifMissed: "The files close without a message, while PhysioNet still shows “accepted”.",
    source: `${SOURCES.requestEnd}; ${SOURCES.gates}. The seven days are our advice.`,
  },
};

/** The terms of a lifecycle. Only a reviewed request carries an end of its own. */
export function termsOf(lifecycle: string): Terms {
  if (lifecycle === "physionet-contributor") return CONTRIBUTOR_TERMS;
  return lifecycle === "physionet-credentialed" ? CREDENTIALED_TERMS : SIGNATURE_TERMS;
}
