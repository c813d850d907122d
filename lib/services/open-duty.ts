import { type Day, dayOf, dayToColumn } from "../dates/day";
import { matterOf } from "../obligations/standing";
import type { TeamActor } from "../team/actor";
import { closeDuty, noteDuty, planSoon, REVISED } from "./obligations";
import type { Tx } from "./tx";

/** A duty that follows from something that happened, with the arithmetic and the source of its date. */
export interface NewDuty {
  /** What causes it, so that one cause gives one duty: `incident:<id>`, `version:<unit>:<person>`. */
  subject: string;
  kind: string;
  /** What to do, in the imperative. */
  what: string;
  ownerId: string;
  requestId?: string | null;
  personId?: string | null;
  dueOn: Day;
  /** The moment, where the rule counts in hours; `dueOn` is its day in UTC. */
  dueAt?: Date;
  rule: string;
  source: string;
  /** The archive whose rule it is; absent: the one of the request, if there is one. */
  archive?: string;
  /** The agreement that it follows from. */
  agreementId?: string;
}

/**
 * Opens a duty within the transaction of what causes it, and has reminders planned. The same cause,
 * kind and day again changes its words and owner and opens nothing twice; one that was done stays done.
 */
export async function openDuty(tx: Tx, actor: TeamActor, duty: NewDuty): Promise<string> {
  const { teamId } = actor;
  const { subject, kind, what, ownerId, requestId = null, personId = null, rule, source } = duty;
  const { agreementId = null } = duty;
  const dueOn = dayToColumn(duty.dueOn);
  const known = await tx.obligation.findUnique({
    where: { teamId_subject_kind_dueOn: { teamId, subject, kind, dueOn } },
    select: { id: true },
  });
  const words = { what, ownerId, rule, source, dueAt: duty.dueAt ?? null };
  if (known) {
    await reword(tx, actor, known.id, words);
    return known.id;
  }
  const archive = duty.archive ?? (await archiveOf(tx, actor, requestId));
  const { id } = await tx.obligation.create({
    data: { teamId, subject, kind, dueOn, requestId, personId, archive, agreementId, ...words },
    select: { id: true },
  });
  // A standing duty follows from facts that the request's history tells already.
  const told = matterOf(subject) ? null : requestId;
  await noteDuty(tx, actor, told, "obligation.opened", id, {
    ...{ kind, what, rule, dueOn: duty.dueOn },
  });
  await planSoon(tx, actor);
  return id;
}

/** Changes the words and the owner of an open duty; what is as it was stays, unseen by planning. */
async function reword(
  tx: Tx,
  { teamId }: TeamActor,
  id: string,
  words: Pick<NewDuty, "what" | "ownerId" | "rule" | "source"> & { dueAt: Date | null },
): Promise<void> {
  await tx.obligation.updateMany({
    where: { id, teamId, state: "open", NOT: words },
    data: { ...words, ...REVISED },
  });
}

async function archiveOf(tx: Tx, { teamId }: TeamActor, id: string | null): Promise<string> {
  if (id === null) return "";
  const where = { teamId_id: { teamId, id } };
  const request = await tx.request.findUniqueOrThrow({ where, select: { archive: true } });
  return request.archive;
}

/** Closes what is still open of one cause, of all its kinds or one; says why. */
export async function closeDutiesOf(
  tx: Tx,
  actor: TeamActor,
  input: {
    subject: string;
    kind?: string;
    state: "done" | "not_applicable";
    on?: Day;
    why: string;
  },
): Promise<void> {
  const { subject, kind, state, on = dayOf(actor.now, "UTC"), why } = input;
  const rows = await tx.obligation.findMany({
    where: { teamId: actor.teamId, subject, state: "open", ...(kind && { kind }) },
    select: { id: true, requestId: true },
  });
  for (const row of rows) await closeDuty(tx, actor, row, state, on, why);
}
