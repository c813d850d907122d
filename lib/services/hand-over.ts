import { addDays, dayFromColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { mayTakeOver } from "../people/departure";
import type { HandOver } from "../people/departure-form";
import type { Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { record } from "./events";
import { noteDuty, planSoon, REVISED } from "./obligations";
import { lookAgain } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/** Whom something passes to. */
interface Successor {
  id: string;
  name: string;
}

/**
 * Puts a request, with its open duties, into somebody else's care.
 * @throws AppError NOT_FOUND; INVALID at `toPersonId` when that person is not on the team today or
 *   has it already; CONFLICT when the request was changed in between
 */
export async function handOverRequest(actor: Member, input: HandOver): Promise<void> {
  authorise(actor, "request.handOver");
  const { teamId } = actor;
  const { requestId, version, toPersonId } = input;
  await inTeam(actor, async (tx) => {
    const request = await tx.request.findFirst({ where: { id: requestId, teamId } });
    if (!request) throw notFound("request");
    if (request.version !== version) {
      throw new AppError(
        "CONFLICT",
        "Somebody changed this request while you were looking at it. Load the page again, then hand it over.",
      );
    }
    const to = await tx.person.findFirst({ where: { id: toPersonId, teamId } });
    if (!to) throw notFound("person");
    if (to.id === request.ownerId)
      throw invalid("toPersonId", `${to.name} looks after it already.`);
    const mate = {
      ...{ id: to.id, name: to.name, startsOn: dayFromColumn(to.startsOn) },
      endsOn: to.endsOn && dayFromColumn(to.endsOn),
    };
    const today = todayFor(actor);
    if (!mayTakeOver(mate, request.ownerId, addDays(today, -1), today)) {
      throw invalid("toPersonId", `${to.name} is not on the team today; choose somebody who is.`);
    }
    await passRequest(tx, actor, request, mate);
    await planSoon(tx, actor);
  });
}

/**
 * Gives a request to a new owner, with the open duties that the former one had of it. Of two who
 * pass it on at once the first does.
 */
export async function passRequest(
  tx: Tx,
  actor: TeamActor,
  request: { id: string; ownerId: string },
  to: Successor,
): Promise<void> {
  const { teamId } = actor;
  const { id: requestId, ownerId } = request;
  const { count } = await tx.request.updateMany({
    where: { id: requestId, teamId, ownerId },
    data: { ownerId: to.id, version: { increment: 1 }, updatedAt: actor.now },
  });
  if (count === 0) return;
  await tx.obligation.updateMany({
    where: { teamId, requestId, ownerId, state: "open" },
    data: { ownerId: to.id, ...REVISED },
  });
  // Of an approval's end the owner of the request is told, whoever has the duty.
  await lookAgain(tx, actor, { requestId });
  await record(tx, actor, {
    ...{ action: "request.handedOver", subjectType: "request", subjectId: requestId, requestId },
    data: { name: to.name, from: ownerId, to: to.id },
  });
}

/** Gives an open duty to a new owner; of two who do so at once the first does. Throws NOT_FOUND for one that is closed or foreign. */
export async function passDuty(tx: Tx, actor: TeamActor, id: string, to: Successor): Promise<void> {
  const { teamId } = actor;
  const row = await tx.obligation.findFirst({
    where: { id, teamId, state: "open" },
    select: { requestId: true, ownerId: true },
  });
  if (!row) throw notFound("duty");
  const { count } = await tx.obligation.updateMany({
    where: { id, teamId, ownerId: row.ownerId },
    data: { ownerId: to.id, ...REVISED },
  });
  if (count === 0) return;
  const data = { name: to.name, to: to.id };
  await noteDuty(tx, actor, row.requestId, "obligation.handedOver", id, data);
}
