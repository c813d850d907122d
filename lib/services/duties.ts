import { type Day, dayToColumn } from "../dates/day";
import type { DropDuty, ReopenDuty, SettleDuty } from "../duties/forms";
import { AppError, invalid, notFound } from "../errors";
import { isOfIncident } from "../incidents/subject";
import { matterOf } from "../obligations/standing";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { actingFor, actingForOwn } from "./acting";
import { closeDuty, noteDuty, planSoon, REVISED } from "./obligations";
import { requireProof } from "./proofs";
import { inTeam, type Tx } from "./transaction";

const BY_ITSELF =
  "This duty closes by itself when the access is renewed or ended; record that on the request.";

/**
 * Records that a duty was done, with the paper that proves it where there is one. The duty of an
 * approval's end is not settled by hand: it closes when the approval is renewed or ended. Whoever
 * stands in for its owner is named as such.
 * @throws AppError NOT_FOUND; INVALID at `doneOn` for a day to come, at `documentId` for a deleted
 *   document; CONFLICT when it is closed already or belongs to an approval
 */
export async function settleDuty(actor: Member, input: SettleDuty): Promise<void> {
  authorise(actor, "duty.settle");
  const { id, doneOn, how, documentId = null } = input;
  if (doneOn > todayFor(actor)) throw invalid("doneOn", "This day is still to come.");
  await inTeam(actor, async (tx) => {
    const row = await findToClose(tx, actor, id);
    const acting = await actingFor(tx, actor, row.ownerId);
    if (documentId !== null) await requireProof(tx, actor, documentId, row.requestId ?? undefined);
    await closeByHand(tx, acting, row, { state: "done", on: doneOn, why: how, documentId });
  });
}

/**
 * Closes a duty that does not apply, or that was missed for good, and says why. Members do so for
 * their own duties and those they stand in for; of an incident's duty only who may close the incident.
 * @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT as `settleDuty`
 */
export async function dropDuty(actor: Member, { id, as, why }: DropDuty): Promise<void> {
  authorise(actor, "duty.settle");
  await inTeam(actor, async (tx) => {
    const row = await findToClose(tx, actor, id);
    if (isOfIncident(row.subject)) authorise(actor, "incident.close");
    const acting = await actingForOwn(tx, actor, row.ownerId);
    await closeByHand(tx, acting, row, { state: as, on: todayFor(actor), why, documentId: null });
  });
}

/**
 * Opens a duty again that somebody closed by mistake; its reminders come again.
 * @throws AppError NOT_FOUND; CONFLICT when it is open, when Gatebook closed it by itself, or when
 *   another of its kind took its place
 */
export async function reopenDuty(actor: Member, { id, why }: ReopenDuty): Promise<void> {
  authorise(actor, "duty.reopen");
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const row = await tx.obligation.findFirst({ where: { id, teamId } });
    if (!row) throw notFound("duty");
    await refuseReopening(tx, actor, row);
    const { count } = await tx.obligation.updateMany({
      where: { id, teamId, state: row.state },
      data: {
        ...{ state: "open", closedOn: null, closedWhy: null, closedBy: null, documentId: null },
        ...{ acknowledgedAt: null, acknowledgedBy: null },
        ...REVISED,
      },
    });
    if (count === 0) throw new AppError("CONFLICT", "Somebody opened this duty again already.");
    await noteDuty(tx, actor, row.requestId, "obligation.reopened", id, { why });
    await planSoon(tx, actor);
  });
}

async function refuseReopening(
  tx: Tx,
  { teamId }: Member,
  row: {
    id: string;
    state: string;
    grantId: string | null;
    closedBy: string | null;
    subject: string;
    kind: string;
  },
): Promise<void> {
  const { id, subject, kind } = row;
  if (row.state === "open") throw new AppError("CONFLICT", "This duty is open.");
  if (row.grantId !== null || row.closedBy === null) {
    throw new AppError(
      "CONFLICT",
      "Gatebook closed this duty by itself, because of what was recorded. It opens again by itself when that is corrected.",
    );
  }
  const where = { teamId, subject, kind, state: "open", id: { not: id } } as const;
  if ((await tx.obligation.count({ where })) === 0) return;
  throw new AppError("CONFLICT", "A newer duty of this kind took its place and is open.");
}

/** An open duty that people close by hand. */
async function findToClose(tx: Tx, { teamId }: Member, id: string) {
  const row = await tx.obligation.findFirst({ where: { id, teamId } });
  if (!row) throw notFound("duty");
  if (row.grantId !== null) throw new AppError("CONFLICT", BY_ITSELF);
  if (row.state !== "open") throw new AppError("CONFLICT", "This duty is closed already.");
  return row;
}

async function closeByHand(
  tx: Tx,
  acting: Member,
  row: { id: string; requestId: string | null },
  close: {
    state: "done" | "not_applicable" | "missed";
    on: Day;
    why: string;
    documentId: string | null;
  },
): Promise<void> {
  const { state, on, why, documentId } = close;
  const { count } = await tx.obligation.updateMany({
    where: { id: row.id, teamId: acting.teamId, state: "open" },
    data: {
      ...{ state, closedOn: dayToColumn(on), closedWhy: why, closedBy: acting.name, documentId },
      ...REVISED,
    },
  });
  // Of two who close it at once, the second is told.
  if (count === 0) throw new AppError("CONFLICT", "This duty is closed already.");
  await noteDuty(tx, acting, row.requestId, "obligation.closed", row.id, {
    ...{ state, closedOn: on, why },
    ...(documentId !== null && { documentId }),
  });
}

/**
 * Closes what was still to be done about a request that a move brought to its end: as done where it
 * was closed properly, as not applicable where it was withdrawn. Where the archive ended it, what
 * must be destroyed stays to be done; so does what must be told of an incident, in any case. Runs
 * within the move.
 */
export async function closeDutiesOfRequest(
  tx: Tx,
  actor: Member,
  { requestId, on }: { requestId: string; on: Day },
): Promise<void> {
  const { teamId } = actor;
  const request = await tx.request.findFirst({ where: { id: requestId, teamId } });
  const end = request?.status;
  if (end !== "closed" && end !== "withdrawn") return;
  const rows = await tx.obligation.findMany({
    where: { teamId, requestId, grantId: null, state: "open" },
    select: { id: true, requestId: true, subject: true },
  });
  const [state, why] =
    end === "closed"
      ? (["done", phrase("the request was closed")] as const)
      : (["not_applicable", phrase("the request was withdrawn")] as const);
  // Of what an incident asks, and of what follows from facts, the request's end does not decide.
  const ended = rows.filter(({ subject }) => !isOfIncident(subject) && !matterOf(subject));
  for (const row of ended) {
    await closeDuty(tx, actor, row, state, on, why);
  }
}
