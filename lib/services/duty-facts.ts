import type { Prisma } from "@/prisma/client/client";
import { nameOfUnit } from "../catalogue/unit-name";
import { dayFromColumn } from "../dates/day";
import { isOfIncident } from "../incidents/subject";
import type { DutyFacts } from "../reminders/plan";
import type { Addressee } from "../reminders/recipients";
import { writeNumber } from "../requests/filter";
import { isOfWindow } from "../requests/renewal-subject";
import { parseAddress } from "../team/address";
import type { Tx } from "./transaction";

const person = {
  select: {
    id: true,
    name: true,
    email: true,
    startsOn: true,
    endsOn: true,
    user: { select: { email: true } },
  },
} satisfies Prisma.PersonDefaultArgs;

/** What of an obligation and around it decides on reminders, and what they tell. */
export const DUTY_COLUMNS = {
  id: true,
  requestId: true,
  subject: true,
  what: true,
  dueOn: true,
  state: true,
  rule: true,
  source: true,
  owner: person,
  person: { select: { id: true, name: true } },
  request: {
    select: {
      number: true,
      title: true,
      status: true,
      archive: true,
      lifecycle: true,
      owner: person,
      people: { where: { function: "pi" }, select: { person }, orderBy: { id: "asc" } },
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
      person,
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
  /** The access unit in one line; for a duty that is not about an approval, what is to be done. */
  dataset: string;
  rule: string;
}

/** The leads of a team as people to write to, whatever their dates. */
export async function leadsOf(tx: Tx, teamId: string): Promise<Addressee[]> {
  const leads = await tx.membership.findMany({
    where: { teamId, role: "lead" },
    select: { userId: true },
  });
  const people = await tx.person.findMany({
    where: { teamId, userId: { in: leads.map(({ userId }) => userId) } },
    orderBy: { id: "asc" },
    ...person,
  });
  return people.map(addressee);
}

/** Reads a row and the leads of its team as the rules of reminders want them. */
export function dutyFacts(row: DutyRow, lead: readonly Addressee[]): DescribedDuty {
  const { request, grant } = row;
  const shared = {
    obligationId: row.id,
    requestId: row.requestId,
    number: request && writeNumber(request.number),
    rule: row.rule,
    dueOn: dayFromColumn(row.dueOn),
    open: row.state === "open",
    isToldOnce: isOfWindow(row.subject),
    // Of an incident an archive must be told, whatever became of the request.
    requestStatus: isOfIncident(row.subject) ? null : (request?.status ?? null),
  };
  if (grant && request) return { ...shared, ...endFacts(grant, request, lead) };
  const concerned = { holder: [], pi: [], owner: [addressee(row.owner)], lead };
  return { ...shared, dataset: row.what, ending: null, concerned };
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

type PersonRow = Prisma.PersonGetPayload<typeof person>;

function addressee(row: PersonRow): Addressee {
  return {
    personId: row.id,
    name: row.name,
    address: parseAddress(row.email ?? "") ?? parseAddress(row.user?.email ?? ""),
    startsOn: dayFromColumn(row.startsOn),
    endsOn: row.endsOn && dayFromColumn(row.endsOn),
  };
}
