import { NOT_TO_COME, type SeveralDuties, type SnoozeDuties } from "../duties/forms";
import { invalid, notFound } from "../errors";
import { type Outcome, outcomeOf } from "../lists/outcome";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { acknowledgeDuty, snoozeDuty } from "./duty-attention";
import { inTeam } from "./transaction";

/**
 * Records that the actor sees to several duties, each on its own: one that was closed meanwhile is
 * refused with the reason, and the others go on. Sent again, nothing is done twice.
 * @returns what became of each, in the order of `ids`
 * @throws AppError NOT_FOUND for foreign ids, before anything is done
 */
export async function acknowledgeDuties(actor: Member, { ids }: SeveralDuties): Promise<Outcome[]> {
  authorise(actor, "duty.acknowledge");
  return ofEach(actor, ids, (id) => acknowledgeDuty(actor, { id }));
}

/**
 * Lets the actor's own reminders of several duties rest until one day, each on its own: one that is
 * closed, or due before that day, is refused with the reason, and the others go on. Sent again,
 * nothing is done twice.
 * @param until a day on the actor's calendar
 * @returns what became of each, in the order of `ids`
 * @throws AppError INVALID at `until` for a day that is not to come, NOT_FOUND for foreign ids, both
 *   before anything is done
 */
export async function snoozeDuties(
  actor: Member,
  { ids, until }: SnoozeDuties,
): Promise<Outcome[]> {
  authorise(actor, "duty.snooze");
  if (until <= todayFor(actor)) throw invalid("until", NOT_TO_COME);
  return ofEach(actor, ids, (id) => snoozeDuty(actor, { id, until }));
}

async function ofEach(
  actor: Member,
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<Outcome[]> {
  const where = { teamId: actor.teamId, id: { in: [...ids] } };
  const known = await inTeam(actor, (tx) => tx.obligation.count({ where }));
  if (known < ids.length) throw notFound("duty");
  const outcomes: Outcome[] = [];
  for (const id of ids) outcomes.push(await outcomeOf(id, () => work(id)));
  return outcomes;
}
