import type { Prisma } from "@/prisma/client/client";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import { hoursBefore } from "../incidents/deadline";
import { isOfIncident } from "../incidents/subject";
import type { DutyFacts } from "../reminders/plan";
import type { Timing } from "../reminders/reached";
import type { Addressee } from "../reminders/recipients";
import { writeNumber } from "../requests/number";
import { isOfWindow } from "../requests/renewal-subject";
import { ADDRESSEE, addressee, type ReminderContext } from "./reminder-context";

/** What of an obligation and around it decides on reminders, and what they tell. */
export const DUTY_COLUMNS = {
  id: true,
  requestId: true,
  subject: true,
  kind: true,
  what: true,
  dueOn: true,
  dueAt: true,
  state: true,
  rule: true,
  source: true,
  archive: true,
  agreementId: true,
  acknowledgedAt: true,
  owner: ADDRESSEE,
  person: { select: { id: true, name: true } },
  snoozes: { select: { personId: true, until: true } },
  // What went out about it, first of all, and what came back.
  notices: {
    where: { OR: [{ sentAt: { not: null } }, { bounced: true }] },
    select: {
      ...{ plannedOn: true, sentAt: true, bounced: true },
      ...{ personId: true, toName: true, toAddress: true },
    },
  },
  request: {
    select: {
      number: true,
      title: true,
      status: true,
      archive: true,
      lifecycle: true,
      owner: ADDRESSEE,
      people: {
        where: { function: "pi" },
        select: { person: ADDRESSEE },
        orderBy: { id: "asc" },
      },
      cycles: {
        // A round that was filed and given up must not silence one that is not filed yet.
        where: { submittedOn: { not: null }, state: { in: ["open", "approved"] } },
        select: { number: true },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  },
  grant: {
    select: {
      person: ADDRESSEE,
      cycle: { select: { number: true } },
      item: { select: { status: true } },
      unit: {
        select: {
          id: true,
          code: true,
          version: true,
          consentCode: true,
          dataset: { select: { title: true, shortTitle: true } },
        },
      },
    },
  },
} satisfies Prisma.ObligationSelect;

export type DutyRow = Prisma.ObligationGetPayload<{ select: typeof DUTY_COLUMNS }>;

/** The facts of a duty with what names it in reports and mails. */
export interface DescribedDuty extends DutyFacts {
  requestId: string | null;
  /** `GB-12`; null for a duty apart from any request. */
  number: string | null;
  /** The access unit in one line; for a duty that is not about an approval, what is to be done, and for whom. */
  dataset: string;
  rule: string;
  /** To whom a mail about it came back. */
  returned: readonly { personId: string | null; name: string }[];
}

/** What of a row says when people are reminded of it. */
type TimingRow = Pick<
  DutyRow,
  "kind" | "subject" | "archive" | "agreementId" | "dueOn" | "dueAt"
> & { request: { archive: string } | null };

/** When people are reminded of a duty, as far as its row decides it. */
export function timingOf(row: TimingRow): Timing {
  const { kind, agreementId, dueAt, request } = row;
  return {
    ...{ kind, agreementId, dueAt, dueOn: dayFromColumn(row.dueOn) },
    archive: row.archive || (request?.archive ?? ""),
    hours: dueAt ? hoursBefore(kind) : [],
    isToldOnce: isOfWindow(row.subject),
  };
}

/** Reads a row, with what is true for all of its team, as the rules of reminders want it. */
export function dutyFacts(row: DutyRow, context: ReminderContext): DescribedDuty {
  const { request, grant } = row;
  const { leads: lead, absences, secondContact, afterDays } = context;
  const timing = timingOf(row);
  const { dueOn, isToldOnce } = timing;
  const shared = {
    ...{
      obligationId: row.id,
      requestId: row.requestId,
      number: request && writeNumber(request.number),
    },
    ...{ ...timing, rule: row.rule, absences, secondContact },
    open: row.state === "open",
    returned: row.notices
      .filter(({ bounced }) => bounced)
      .map(({ personId, toName, toAddress }) => ({ personId, name: toName || toAddress })),
    // Of an incident an archive must be told, whatever became of the request.
    requestStatus: isOfIncident(row.subject) ? null : (request?.status ?? null),
    rests: new Map(row.snoozes.map(({ personId, until }) => [personId, dayFromColumn(until)])),
    escalation: {
      ...{ dueOn, afterDays, firstSentOn: firstSentOn(row.notices) },
      bounced: row.notices.some(({ bounced }) => bounced),
      acknowledged: row.acknowledgedAt !== null,
      isToldOnce,
    },
  };
  if (grant && request) return { ...shared, ...endFacts(grant, request, lead) };
  const concerned = { holder: [], pi: [], owner: [addressee(row.owner)], lead };
  return { ...shared, dataset: whatFor(row), ending: null, concerned };
}

/** What is to be done, with the name of whom it is about where the words do not tell it. */
function whatFor({ what, person }: DutyRow): string {
  return person && !what.includes(person.name) ? `${what} (${person.name})` : what;
}

/** The day of the first mail, not before the day as of which it was planned. */
function firstSentOn(notices: DutyRow["notices"]): Day | null {
  const days = notices.flatMap(({ sentAt, plannedOn }) => {
    if (!sentAt) return [];
    const sentOn = dayOf(sentAt, "UTC");
    return [sentOn, plannedOn ? dayFromColumn(plannedOn) : sentOn].sort().slice(-1);
  });
  return days.sort()[0] ?? null;
}

type GrantRow = NonNullable<DutyRow["grant"]>;
type RequestRow = NonNullable<DutyRow["request"]>;

/** The end of an approval concerns whoever holds it, and who cares for its request. */
function endFacts(grant: GrantRow, request: RequestRow, lead: readonly Addressee[]) {
  const holder = grant.person ? [addressee(grant.person)] : [];
  // Where access is granted to a project, its principal investigators stand for the holder.
  const pi = grant.person ? [] : request.people.map((entry) => addressee(entry.person));
  const grantCycle = grant.cycle.number;
  return {
    dataset: nameOfUnit(grant.unit),
    ending: {
      itemStatus: grant.item.status,
      grantCycle,
      filedCycle: request.cycles[0]?.number ?? 0,
    },
    concerned: { holder, pi, owner: [addressee(request.owner)], lead },
  };
}
