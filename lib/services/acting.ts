import { dayToColumn } from "../dates/day";
import type { Member } from "../team/actor";
import { authoriseFor } from "../team/permissions";
import { todayFor } from "../team/today";
import type { Tx } from "./transaction";

/**
 * The actor as the history names whoever acts on what lies with `ownerId`: "Bo for Ana" while Bo
 * stands in for Ana, else the actor as they are.
 */
export async function actingFor(tx: Tx, actor: Member, ownerId: string): Promise<Member> {
  const today = dayToColumn(todayFor(actor));
  const absence = await tx.standIn.findFirst({
    where: {
      ...{ teamId: actor.teamId, personId: ownerId, standInId: actor.personId },
      ...{ startsOn: { lte: today }, endsOn: { gte: today } },
    },
    select: { person: { select: { name: true } } },
  });
  return absence ? { ...actor, name: `${actor.name} for ${absence.person.name}` } : actor;
}

/**
 * As `actingFor`, for what members decide about their own duties only: besides the owner those who
 * organise may, and whoever stands in for the owner.
 * @throws AppError FORBIDDEN with a sentence naming who may
 */
export async function actingForOwn(tx: Tx, actor: Member, ownerId: string): Promise<Member> {
  const acting = await actingFor(tx, actor, ownerId);
  if (acting === actor) authoriseFor(actor, "duty.settle", ownerId);
  return acting;
}
