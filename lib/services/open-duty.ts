import { type Day, dayOf, dayToColumn } from "../dates/day";
import type { TeamActor } from "../team/actor";
import { closeDuty, noteDuty, planSoon } from "./obligations";
import type { Tx } from "./transaction";

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
}

/**
 * Opens a duty within the transaction of what causes it, and has reminders planned. The same cause,
 * kind and day again changes its words and owner and opens nothing twice; one that was done stays done.
 */
export async function openDuty(tx: Tx, actor: TeamActor, duty: NewDuty): Promise<string> {
  const { teamId } = actor;
  const { subject, kind, what, ownerId, requestId = null, personId = null, rule, source } = duty;
  const dueOn = dayToColumn(duty.dueOn);
  const known = await tx.obligation.findUnique({
    where: { teamId_subject_kind_dueOn: { teamId, subject, kind, dueOn } },
    select: { id: true },
  });
  const told = { what, ownerId, rule, source, dueAt: duty.dueAt ?? null };
  if (known) {
    await tx.obligation.updateMany({ where: { id: known.id, teamId, state: "open" }, data: told });
    return known.id;
  }
  const { id } = await tx.obligation.create({
    data: { teamId, subject, kind, dueOn, requestId, personId, ...told },
    select: { id: true },
  });
  await noteDuty(tx, actor, requestId, "obligation.opened", id, {
    ...{ kind, what, rule, dueOn: duty.dueOn },
  });
  await planSoon(tx, actor);
  return id;
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
