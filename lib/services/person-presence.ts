import { Prisma } from "@/prisma/client/client";
import { dayOf } from "../dates/day";
import type { Member } from "../team/actor";
import type { Tx } from "./tx";

/**
 * The calendar days that it is where the team's people are, as rows `("timeZone", today)`: worked out
 * here, as `presenceOn` reads them, since a database may know other time zones, or other rules of them.
 */
export async function todaysOfPeople(tx: Tx, { teamId, now }: Member): Promise<Prisma.Sql> {
  const zones = await tx.person.findMany({
    ...{ where: { teamId }, distinct: ["timeZone"], select: { timeZone: true } },
  });
  const rows = zones.map(
    ({ timeZone }) => Prisma.sql`(${timeZone}::text, ${dayOf(now, timeZone)}::date)`,
  );
  return rows.length > 0 ? Prisma.sql`values ${Prisma.join(rows)}` : Prisma.sql`select null, null`;
}

/** Whether somebody `p` is on the team on `z.today`, the day that it is where they are. */
export const PRESENCE = Prisma.sql`case when z.today < p."startsOn" then 'coming'
  when z.today > p."endsOn" then 'left' else 'here' end`;
