import { type Day, dayToColumn } from "../dates/day";
import type { TeamActor } from "../team/actor";
import { REQUEST_OVER } from "./departure-matters";
import { passDuty, passRequest } from "./hand-over";
import type { Tx } from "./transaction";

/**
 * Puts what is in the care of somebody who has left into the hands of a lead, or else a coordinator,
 * who is on the team: an end that was entered with the person, or something taken on after the
 * departure was recorded, must not leave a request or duty to nobody. Where nobody is left it stays.
 * @param today the calendar day it is in UTC
 */
export async function adoptOrphans(tx: Tx, actor: TeamActor, today: Day): Promise<void> {
  const { teamId } = actor;
  const owner = { endsOn: { lt: dayToColumn(today) } };
  const requests = await tx.request.findMany({
    where: { teamId, status: { notIn: REQUEST_OVER }, owner },
    orderBy: { number: "asc" },
    select: { id: true, ownerId: true },
  });
  const orphaned = { where: { teamId, state: "open", owner }, select: { id: true } } as const;
  if (requests.length === 0 && (await tx.obligation.count({ where: orphaned.where })) === 0) return;
  const guardian = await guardianOf(tx, teamId, today);
  if (!guardian) return;
  for (const request of requests) await passRequest(tx, actor, request, guardian);
  for (const { id } of await tx.obligation.findMany(orphaned)) {
    await passDuty(tx, actor, id, guardian);
  }
}

async function guardianOf(tx: Tx, teamId: string, today: Day) {
  const on = dayToColumn(today);
  for (const role of ["lead", "coordinator"] as const) {
    const members = await tx.membership.findMany({ where: { teamId, role } });
    const person = await tx.person.findFirst({
      where: {
        ...{ teamId, userId: { in: members.map(({ userId }) => userId) }, startsOn: { lte: on } },
        OR: [{ endsOn: null }, { endsOn: { gte: on } }],
      },
      // Who stays longest is asked to look after it again last.
      orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { startsOn: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    if (person) return person;
  }
  return null;
}
