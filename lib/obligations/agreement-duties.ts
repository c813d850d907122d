import { addDays, addMonths, type Day } from "../dates/day";
import { formatDay } from "../dates/format";
import {
  type ClosedByHand,
  lastClosed,
  laterOf,
  plus,
  type StandingDuty,
  standingPrefix,
} from "./standing";

/** Days within which a person should accept a new text; no archive names any. */
const ACCEPT_DAYS = 30;

/** What an agreement's standing duties depend on. */
export interface AgreementFacts {
  agreement: {
    id: string;
    archive: string;
    name: string;
    textVersion: string;
    startsOn: Day;
    endsOn: Day | null;
    endedOn: Day | null;
    recordedOn: Day;
    reportMonths: number | null;
    reportWhat: string;
    renewsDaysBefore: number | null;
    renewsDaysAfter: number | null;
    requestId: string | null;
  };
  /** A newer version of the text has taken its place. */
  isReplaced: boolean;
  /** Its request was closed or withdrawn, and no other approval stands for what it covers. */
  isSettled: boolean;
  ownerId: string;
  /** The last days of the approvals that stand under its request; their own duties see to them. */
  approvalsEndOn: readonly Day[];
  /** Who signed the version before, must sign this one and has not, with their last day on the team. */
  mustSign: readonly { personId: string; leavesOn: Day | null }[];
  closed: readonly ClosedByHand[];
}

/**
 * What an agreement in force gives somebody to do: its end, the window in which it is renewed, the
 * reports it asks for, and the signatures that a new text needs. None once it was ended or replaced,
 * or nothing that it covers is asked for or used any more.
 */
export function agreementDuties(facts: AgreementFacts): StandingDuty[] {
  const { agreement, isReplaced, isSettled } = facts;
  if (isReplaced || isSettled || agreement.endedOn !== null) return [];
  return [...endOf(facts), ...windowOf(facts), ...reportOf(facts), ...signaturesOf(facts)];
}

function aboutOf({ agreement, ownerId }: AgreementFacts, about: string) {
  const { id, archive, requestId, name } = agreement;
  return {
    subject: `${standingPrefix({ kind: "agreement", id })}${about}`,
    ...{ ownerId, archive, agreementId: id, source: `${name}, the agreement itself` },
    ...(requestId !== null && { requestId }),
  };
}

function endOf(facts: AgreementFacts): StandingDuty[] {
  const { name, startsOn, endsOn } = facts.agreement;
  if (endsOn === null || facts.approvalsEndOn.some((last) => last <= endsOn)) return [];
  return [
    {
      ...aboutOf(facts, "end"),
      ...{ kind: "agreement_end", dueOn: endsOn, isRenewed: true },
      what: `Have “${name}” extended or renewed, or destroy the data as it asks.`,
      rule: `${formatDay(endsOn)} is the last day that the agreement names; it binds since ${formatDay(startsOn)}.`,
    },
  ];
}

function windowOf(facts: AgreementFacts): StandingDuty[] {
  const { name, endsOn, renewsDaysBefore: before, renewsDaysAfter: after } = facts.agreement;
  if (endsOn === null) return [];
  const about = { ...aboutOf(facts, "window"), isRenewed: true };
  const last = formatDay(endsOn);
  const opens: StandingDuty = {
    ...{ ...about, kind: "agreement_renewal_opens", dueOn: addDays(endsOn, -(before ?? 0)) },
    what: `Begin to renew “${name}”: from this day on it may be renewed.`,
    rule: `The last day of the agreement, ${last}, less ${before} days, as the agreement says.`,
  };
  const closes: StandingDuty = {
    ...{ ...about, kind: "agreement_renewal_closes", dueOn: addDays(endsOn, after ?? 0) },
    what: `Have “${name}” renewed; after this day it is closed for good.`,
    rule: `The last day of the agreement, ${last}, plus ${after} days, as the agreement says.`,
  };
  // A window without days before or after the end says no more than the end itself.
  return [...(before ? [opens] : []), ...(after ? [closes] : [])];
}

/** The first report that is due after the agreement was written down here, or after the last one. */
function reportOf(facts: AgreementFacts): StandingDuty[] {
  const { name, startsOn, endsOn, recordedOn, reportMonths, reportWhat } = facts.agreement;
  if (reportMonths === null) return [];
  const about = aboutOf(facts, "report");
  const kind = "agreement_report";
  const done = lastClosed(facts.closed, about.subject, kind)?.dueOn;
  const after = done ?? laterOf(startsOn, recordedOn);
  let months = reportMonths;
  while (addMonths(startsOn, months) <= after) months += reportMonths;
  const dueOn = addMonths(startsOn, months);
  if (endsOn !== null && dueOn > endsOn) return [];
  const asked = reportWhat ? `: ${reportWhat.replace(/\.$/, "")}` : "";
  return [
    {
      ...{ ...about, kind, dueOn },
      what: `Send the report or attestation that “${name}” asks for${asked}.`,
      rule: `The first day of the agreement, ${plus(startsOn, months, "month")}; it asks every ${reportMonths} months.`,
    },
  ];
}

function signaturesOf(facts: AgreementFacts): StandingDuty[] {
  const { name, textVersion, startsOn, recordedOn } = facts.agreement;
  const since = laterOf(startsOn, recordedOn);
  const dueOn = addDays(since, ACCEPT_DAYS);
  const version = textVersion ? `, ${textVersion}` : "";
  return facts.mustSign
    .filter(({ leavesOn }) => leavesOn === null || leavesOn >= dueOn)
    .map(({ personId }) => ({
      ...aboutOf(facts, `accept:${personId}`),
      ...{ kind: "agreement_accept", dueOn, personId, ownerId: personId },
      what: `Read and sign the new text of “${name}”${version}: the signature on the one before does not stand for it.`,
      rule: `The new text was agreed here on ${plus(since, ACCEPT_DAYS, "day")}. No archive names a time; ${ACCEPT_DAYS} days are ours.`,
    }));
}
