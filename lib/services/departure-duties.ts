import { type Day, dayToColumn } from "../dates/day";
import { departurePrefix, type PlannedDuty } from "../people/departure";
import { departureChanges, type StoredDepartureDuty } from "../people/departure-changes";
import type { Member } from "../team/actor";
import { closeDuty, noteDuty, REVISED } from "./obligations";
import type { Tx } from "./transaction";

/** The duties that follow from one cause, and who looks after each. */
interface Storing {
  personId: string;
  stored: readonly StoredDepartureDuty[];
  duties: readonly PlannedDuty[];
  ownerOf(duty: PlannedDuty): string;
  today: Day;
}

/**
 * Makes the open duties of a departure, or of another change of people, those of its plan: opens what is new or holds again, closes
 * what holds no longer and says why. What was done for the same day stays done.
 */
export async function storeDepartureDuties(tx: Tx, actor: Member, storing: Storing): Promise<void> {
  const { personId, stored, duties, ownerOf, today } = storing;
  const changes = departureChanges(stored, duties);
  for (const duty of changes.open) await open(tx, actor, personId, duty, ownerOf(duty));
  for (const { id, duty } of [...changes.reopen, ...changes.keep]) {
    await tx.obligation.updateMany({
      where: { id, teamId: actor.teamId },
      data: {
        ...{ state: "open", closedOn: null, closedWhy: null, ownerId: ownerOf(duty) },
        ...{ what: duty.what, rule: duty.rule, source: duty.source, closedBy: null },
        ...REVISED,
      },
    });
  }
  for (const { id, duty } of changes.reopen) {
    await noteDuty(tx, actor, requestOf(duty), "obligation.opened", id, {
      ...told(duty),
      again: true,
    });
  }
  for (const { id, why } of changes.close) {
    const row = { id, requestId: await requestIdOf(tx, actor, id) };
    await closeDuty(tx, actor, row, "not_applicable", today, why);
  }
}

/** Closes all that is still open of a departure that does not take place. */
export async function dropDepartureDuties(
  tx: Tx,
  actor: Member,
  input: { personId: string; today: Day; why: string },
): Promise<void> {
  const { personId, today, why } = input;
  const rows = await tx.obligation.findMany({
    where: {
      ...{ teamId: actor.teamId, personId, state: "open" },
      subject: { startsWith: departurePrefix(personId) },
    },
    select: { id: true, requestId: true },
  });
  for (const row of rows) await closeDuty(tx, actor, row, "not_applicable", today, why);
}

async function open(
  tx: Tx,
  actor: Member,
  personId: string,
  duty: PlannedDuty,
  ownerId: string,
): Promise<void> {
  const { kind, subject, what, dueOn, rule, source } = duty;
  const requestId = requestOf(duty);
  const { id } = await tx.obligation.create({
    data: {
      ...{ teamId: actor.teamId, requestId, ownerId, personId, kind, subject, what, rule, source },
      archive: duty.matter.archive,
      agreementId: duty.matter.kind === "agreement" ? duty.matter.id : null,
      dueOn: dayToColumn(dueOn),
    },
    select: { id: true },
  });
  await noteDuty(tx, actor, requestId, "obligation.opened", id, told(duty));
}

function told({ kind, dueOn, what, rule }: PlannedDuty) {
  return { kind, dueOn, what, rule };
}

function requestOf({ matter }: PlannedDuty): string | null {
  return matter.kind === "request" ? matter.id : null;
}

async function requestIdOf(tx: Tx, { teamId }: Member, id: string): Promise<string | null> {
  const where = { teamId_id: { teamId, id } };
  const row = await tx.obligation.findUnique({ where, select: { requestId: true } });
  return row?.requestId ?? null;
}
