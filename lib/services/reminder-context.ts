import type { Prisma } from "@/prisma/client/client";
import { dayFromColumn } from "../dates/day";
import type { After } from "../obligations/kinds";
import type { Absence, Addressee } from "../reminders/recipients";
import type { StoredSchedule } from "../reminders/schedule";
import type { ReminderSettings } from "../reminders/settings";
import { parseAddress } from "../team/address";
import type { Tx } from "./transaction";

/** How long a team waits for somebody to take a duty where it has not said. */
const AFTER_DAYS = 7;

/** The columns of a person that mail needs. */
export const ADDRESSEE = {
  select: {
    id: true,
    name: true,
    email: true,
    timeZone: true,
    startsOn: true,
    endsOn: true,
    user: { select: { email: true } },
  },
} satisfies Prisma.PersonDefaultArgs;

/** What of a team decides on the reminders of all its duties. */
export interface ReminderContext extends ReminderSettings {
  /** The leads as people to write to, whatever their dates. */
  leads: readonly Addressee[];
  secondContact: Addressee | null;
  /** Days after the first mail about a duty that nobody acknowledged. */
  afterDays: number;
  absences: readonly Absence[];
}

/** Reads what of a team decides on its reminders, by as many queries whatever its size. */
export async function reminderContext(tx: Tx, teamId: string): Promise<ReminderContext> {
  const escalation = await tx.escalation.findUnique({
    where: { teamId },
    select: { afterDays: true, secondContact: ADDRESSEE },
  });
  const standIns = await tx.standIn.findMany({
    where: { teamId },
    select: { personId: true, standIn: ADDRESSEE, startsOn: true, endsOn: true },
    orderBy: { id: "asc" },
  });
  const wishes = await tx.mailPreference.findMany({
    where: { teamId },
    select: { personId: true, digest: true, muted: true },
  });
  return {
    leads: await leadsOf(tx, teamId),
    secondContact: escalation?.secondContact ? addressee(escalation.secondContact) : null,
    afterDays: escalation?.afterDays ?? AFTER_DAYS,
    absences: standIns.map(({ personId, standIn, startsOn, endsOn }) => ({
      ...{ personId, standIn: addressee(standIn) },
      ...{ startsOn: dayFromColumn(startsOn), endsOn: dayFromColumn(endsOn) },
    })),
    schedules: await schedulesOf(tx, teamId),
    wishes: new Map(wishes.map(({ personId, ...wish }) => [personId, wish])),
  };
}

async function leadsOf(tx: Tx, teamId: string): Promise<Addressee[]> {
  const leads = await tx.membership.findMany({
    where: { teamId, role: "lead" },
    select: { userId: true },
  });
  const people = await tx.person.findMany({
    where: { teamId, userId: { in: leads.map(({ userId }) => userId) } },
    orderBy: { id: "asc" },
    ...ADDRESSEE,
  });
  return people.map(addressee);
}

/** What a team, and each of its people, set about when they are reminded. */
export async function schedulesOf(tx: Tx, teamId: string): Promise<StoredSchedule[]> {
  const rows = await tx.schedule.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  return rows.map(({ id, level, kind, personId, agreementId, archive, leads, after }) => ({
    ...{ id, kind, personId, agreementId, archive, leads },
    // A check of the table allows no others.
    level: level as StoredSchedule["level"],
    after: after as After,
  }));
}

/** A person as the rules of reminders want them: reached by their own address, or the one they sign in with. */
export function addressee(row: Prisma.PersonGetPayload<typeof ADDRESSEE>): Addressee {
  return {
    personId: row.id,
    name: row.name,
    address: parseAddress(row.email ?? "") ?? parseAddress(row.user?.email ?? ""),
    timeZone: row.timeZone,
    startsOn: dayFromColumn(row.startsOn),
    endsOn: row.endsOn && dayFromColumn(row.endsOn),
  };
}
