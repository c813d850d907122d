import { addDays } from "../../dates/day";
import type { DepartureDuty, DepartureRules, Leaving } from "../departure";
import type { PersonFunction } from "../lifecycle";
import { SOURCES } from "./sources";

/** Whom an agreement opens the data to. */
const PERSONNEL: readonly PersonFunction[] = ["applicant", "authorised_personnel"];

/** Within so many days EGA's template agreement asks to be told, clause 12. */
const NOTICE_DAYS = 30;

/**
 * EGA: the institution tells the committee of every departure, and the committee has EGA close the
 * account's permission; when the User (the PI) leaves, the committee must confirm anew.
 */
export const DEPARTURE: DepartureRules = {
  duties: (leaving) => {
    const { functions, filed, approved } = leaving;
    if (!functions.some((one) => PERSONNEL.includes(one))) return [];
    if (approved) return [...userChange(leaving), notice(leaving), copies(leaving)];
    return filed ? [application(leaving)] : [];
  },
  joins: ({ functions, firstDay }) =>
    functions.some((one) => PERSONNEL.includes(one))
      ? [
          {
            kind: "ega_joiner_notice",
            effect: "notify",
            what: "Tell the data access committee who joined, so that it has EGA open the permission of their own account.",
            dueOn: addDays(firstDay, NOTICE_DAYS),
            rule: `The first day plus ${NOTICE_DAYS} days, as the template agreement asks for any change of authorised personnel. Your committee's own text may set another time.`,
            source: `${SOURCES.template}, clause 12; ${SOURCES.accessFaq}`,
          },
        ]
      : [],
  handOver: ({ functions, filed, approved }) => {
    if (functions.includes("applicant") && (approved || filed)) {
      return {
        how: "amend",
        why: "The agreement or application names its User. The committee must agree to another one, and may stop the access meanwhile.",
      };
    }
    return {
      how: "transfer",
      why: functions.includes("applicant")
        ? "Nothing is with the committee yet: name another User in the form."
        : "The committee does not know who looks after the application in the team.",
    };
  },
};

/** The User is the principal investigator of the agreement's project. */
function userChange({ functions, lastDay }: Leaving): DepartureDuty[] {
  if (!functions.includes("applicant")) return [];
  return [
    {
      kind: "ega_user_change",
      effect: "amend",
      what: "Ask the committee to confirm the access with another User, or to end the agreement; access may be stopped meanwhile.",
      dueOn: lastDay,
      rule: "The last day. The committee must confirm anew when the User changes employer; no source names a day, this one is ours.",
      source: SOURCES.accessFaq,
    },
  ];
}

function notice({ lastDay }: Leaving): DepartureDuty {
  return {
    kind: "ega_staff_change",
    effect: "notify",
    what: "Tell the data access committee that the person has left, so that it has EGA close the permission of their account.",
    dueOn: addDays(lastDay, NOTICE_DAYS),
    rule: `The last day plus ${NOTICE_DAYS} days, as the template agreement asks. Your committee's own text may set another time.`,
    source: `${SOURCES.template}, clause 12; ${SOURCES.accessFaq}`,
  };
}

function application({ lastDay }: Leaving): DepartureDuty {
  return {
    kind: "ega_application_change",
    effect: "amend",
    what: "Tell the data access committee who leaves the application, so that it can be updated.",
    dueOn: addDays(lastDay, NOTICE_DAYS),
    rule: `The last day plus ${NOTICE_DAYS} days. No agreement binds yet; we take the time that the template agreement names.`,
    source: SOURCES.accessFaq,
  };
}

function copies({ lastDay }: Leaving): DepartureDuty {
  return {
    kind: "ega_copies",
    effect: "destroy",
    what: "Remove the person from every copy of the data: shared storage, cloud accounts and downloads on their own machines.",
    dueOn: lastDay,
    rule: "The last day: the data may be disclosed to authorised personnel only.",
    source: `${SOURCES.template}, clauses 2 and 5`,
  };
}
