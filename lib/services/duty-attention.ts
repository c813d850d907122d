import { dayFromColumn, dayToColumn } from "../dates/day";
import { NOT_TO_COME, type OneDuty, type SnoozeDuty, tooLate } from "../duties/forms";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { actingFor } from "./acting";
import { noteDuty, planSoon, REVISED } from "./obligations";
import { AT_ONCE } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/**
 * Records that the actor sees to a duty, so that nobody else is called for it. Said again it changes
 * nothing; said by somebody else it is theirs from then on.
 * @throws AppError NOT_FOUND; CONFLICT when the duty is closed
 */
export async function acknowledgeDuty(actor: Member, { id }: OneDuty): Promise<void> {
  authorise(actor, "duty.acknowledge");
  await inTeam(actor, async (tx) => {
    const row = await findOpen(tx, actor, id);
    const acting = await actingFor(tx, actor, row.ownerId);
    if (row.acknowledgedBy === acting.name) return;
    const { count } = await tx.obligation.updateMany({
      where: { id, teamId: actor.teamId, state: "open" },
      data: {
        ...{ acknowledgedAt: actor.now, acknowledgedBy: acting.name, ...REVISED },
      },
    });
    if (count === 0) throw closed();
    await noteDuty(tx, acting, row.requestId, "obligation.acknowledged", id, {});
  });
}

/**
 * Lets the actor's own reminders of a duty rest until a day, on which they come again; others are
 * reminded all the same. The same day again changes nothing.
 * @throws AppError NOT_FOUND; INVALID at `until` for a day that is not to come, or after the due
 *   day; CONFLICT when the duty is closed
 */
export async function snoozeDuty(
  actor: Member,
  { id, until }: Pick<SnoozeDuty, "id" | "until">,
): Promise<void> {
  authorise(actor, "duty.snooze");
  const { teamId, personId, now } = actor;
  if (until <= todayFor(actor)) throw invalid("until", NOT_TO_COME);
  await inTeam(actor, async (tx) => {
    const row = await findOpen(tx, actor, id);
    const dueOn = dayFromColumn(row.dueOn);
    if (until > dueOn) throw invalid("until", tooLate(dueOn));
    const key = { obligationId_personId: { obligationId: id, personId } };
    const known = await tx.snooze.findUnique({ where: key, select: { until: true } });
    if (known && dayFromColumn(known.until) === until) return;
    const rest = { until: dayToColumn(until), createdAt: now };
    await tx.snooze.upsert({
      where: key,
      create: { teamId, obligationId: id, personId, ...rest },
      update: rest,
    });
    await lookAnew(tx, actor, id);
    await noteDuty(tx, actor, row.requestId, "obligation.snoozed", id, { on: until });
  });
}

/**
 * Ends the rest of the actor's own reminders of a duty; where none rest, nothing changes.
 * @throws AppError NOT_FOUND; CONFLICT when the duty is closed
 */
export async function wakeDuty(actor: Member, { id }: OneDuty): Promise<void> {
  authorise(actor, "duty.snooze");
  const { teamId, personId } = actor;
  await inTeam(actor, async (tx) => {
    const row = await findOpen(tx, actor, id);
    const { count } = await tx.snooze.deleteMany({ where: { teamId, obligationId: id, personId } });
    if (count === 0) return;
    await lookAnew(tx, actor, id);
    await noteDuty(tx, actor, row.requestId, "obligation.woken", id, {});
  });
}

async function findOpen(tx: Tx, { teamId }: Member, id: string) {
  const row = await tx.obligation.findFirst({ where: { id, teamId } });
  if (!row) throw notFound("duty");
  if (row.state !== "open") throw closed();
  return row;
}

function closed(): AppError {
  return new AppError("CONFLICT", "This duty is closed already.");
}

async function lookAnew(tx: Tx, actor: Member, id: string): Promise<void> {
  await tx.obligation.updateMany({
    where: { id, teamId: actor.teamId },
    data: { nextPlanAt: AT_ONCE },
  });
  await planSoon(tx, actor);
}
