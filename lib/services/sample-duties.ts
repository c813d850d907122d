import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { type Day, day, dayToColumn } from "../dates/day";
import type { Member } from "../team/actor";

/** A day that is long over, so that what ended on it changes nothing in a test. */
const OVER = dayToColumn(day("2026-01-02"));

/**
 * For tests: a rest, an absence, a schedule and whom to turn to, none of which changes who is reminded
 * of the team's duties, or when.
 */
export async function sampleReminding(
  client: PrismaClient,
  { teamId, personId, now }: Member,
  obligationId: string,
) {
  const away = await client.person.create({
    data: { teamId, name: `Away from ${teamId}`, startsOn: OVER, endsOn: OVER },
  });
  const standIn = await client.standIn.create({
    data: {
      ...{ teamId, personId: away.id, standInId: personId, createdAt: now },
      ...{ startsOn: OVER, endsOn: OVER },
    },
  });
  await client.snooze.create({
    data: { teamId, obligationId, personId, until: OVER, createdAt: now },
  });
  const schedule = await client.schedule.create({
    data: {
      ...{ teamId, level: "team", kind: "no_such_kind", leads: [30, 1], after: "never" },
      updatedAt: now,
    },
  });
  await client.escalation.create({ data: { teamId, afterDays: 7, updatedAt: now } });
  return { awayId: away.id, standInRowId: standIn.id, scheduleId: schedule.id };
}

/** For tests: a duty that nothing but itself calls for, with its subject as what is to be done. @returns its id */
export async function sampleDuty(
  client: PrismaClient,
  owner: Member,
  { dueOn, subject, ...change }: { dueOn: Day; subject: string } & DutyChange,
): Promise<string> {
  const { id } = await client.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, kind: "affiliation_check", subject },
      ...{ what: subject, rule: "Yearly.", source: "ours", dueOn: dayToColumn(dueOn) },
      ...change,
    },
  });
  return id;
}

/** What of a duty is other than `sampleDuty` makes it. */
export type DutyChange = Omit<Partial<Prisma.ObligationUncheckedCreateInput>, "dueOn" | "subject">;
