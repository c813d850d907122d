import type { Terms } from "../archives/archive";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { type Changes, type Duty, obligationsOf, reconcile } from "../obligations/obligations";
import { matterOf } from "../obligations/standing";
import type { TeamActor } from "../team/actor";
import { record } from "./events";
import { queue } from "./queue";
import { touch } from "./touched";
import type { Tx } from "./tx";

/** What goes with each change of a duty that its readers should see: planning looks at it at once. */
export const REVISED = { revision: { increment: 1 }, nextPlanAt: new Date(0) } as const;

/** The columns of a grant that its duties follow from. */
export interface GrantRow {
  id: string;
  requestId: string;
  decidedOn: Date;
  startsOn: Date;
  endsOn: Date | null;
  endedOn: Date | null;
}

/**
 * Makes the stored duties of a grant those that follow from its facts under the archive's terms:
 * opens what is missing, and closes what holds no longer, saying why. May be repeated. Runs within
 * the transaction that writes the grant, and has the team's reminders planned after it. Returns what
 * had to change.
 */
export async function storeObligations(
  tx: Tx,
  actor: TeamActor,
  input: { grant: GrantRow; terms: Terms },
): Promise<Changes> {
  const { grant, terms } = input;
  const rows = await tx.obligation.findMany({
    where: { teamId: actor.teamId, grantId: grant.id },
    select: { id: true, kind: true, dueOn: true, state: true },
  });
  const stored = rows.map((row) => ({ ...row, dueOn: dayFromColumn(row.dueOn) }));
  const changes = reconcile(stored, obligationsOf(factsOf(grant), terms));
  for (const duty of changes.open) await open(tx, actor, grant, duty);
  for (const id of changes.reopen) {
    await tx.obligation.updateMany({
      where: { id, teamId: actor.teamId },
      data: { state: "open", closedOn: null, closedWhy: null, closedBy: null, ...REVISED },
    });
    await noteDuty(tx, actor, grant.requestId, "obligation.opened", id, { again: true });
  }
  const today = dayFromColumn(actor.now);
  for (const { id, why } of changes.close) {
    await closeDuty(tx, actor, { id, requestId: grant.requestId }, "not_applicable", today, why);
  }
  const { open: opened, reopen, close } = changes;
  if (opened.length + reopen.length + close.length > 0) await planSoon(tx, actor);
  return changes;
}

/**
 * Closes the open duties of a grant that was ended: as done where `why` is `renewed`, else as not
 * applicable. Runs within the transaction that ends the grant.
 */
export async function closeObligations(
  tx: Tx,
  actor: TeamActor,
  input: { grantId: string; closedOn: Day; why: string },
): Promise<void> {
  const { grantId, closedOn, why } = input;
  const rows = await tx.obligation.findMany({
    where: { teamId: actor.teamId, grantId, state: "open" },
    select: { id: true, requestId: true },
  });
  const state = why === "renewed" ? "done" : "not_applicable";
  for (const row of rows) await closeDuty(tx, actor, row, state, closedOn, why);
  await planSoon(tx, actor);
}

function factsOf(grant: GrantRow) {
  return {
    decidedOn: dayFromColumn(grant.decidedOn),
    startsOn: dayFromColumn(grant.startsOn),
    endsOn: grant.endsOn && dayFromColumn(grant.endsOn),
    endedOn: grant.endedOn && dayFromColumn(grant.endedOn),
  };
}

async function open(tx: Tx, actor: TeamActor, grant: GrantRow, duty: Duty): Promise<void> {
  const { teamId } = actor;
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: grant.requestId } },
    select: { ownerId: true, archive: true },
  });
  const { id } = await tx.obligation.create({
    data: {
      teamId,
      archive: request.archive,
      requestId: grant.requestId,
      grantId: grant.id,
      subject: grant.id,
      ownerId: request.ownerId,
      kind: duty.kind,
      dueOn: dayToColumn(duty.dueOn),
      rule: duty.rule,
      source: duty.source,
    },
    select: { id: true },
  });
  const { kind, dueOn, rule } = duty;
  await noteDuty(tx, actor, grant.requestId, "obligation.opened", id, { kind, dueOn, rule });
}

/** Closes one duty, with its line of history; one that is closed already stays as it is. */
export async function closeDuty(
  tx: Tx,
  actor: TeamActor,
  row: { id: string; requestId: string | null },
  state: "done" | "not_applicable",
  closedOn: Day,
  why: string,
): Promise<void> {
  await tx.obligation.updateMany({
    where: { id: row.id, teamId: actor.teamId, state: "open" },
    data: { state, closedOn: dayToColumn(closedOn), closedWhy: why, ...REVISED },
  });
  await noteDuty(tx, actor, row.requestId, "obligation.closed", row.id, { state, closedOn, why });
}

/**
 * Writes the history line of a duty, in its request's history where it has one. The line says by
 * itself which duty it was, whatever becomes of the row.
 */
export async function noteDuty(
  tx: Tx,
  actor: TeamActor,
  requestId: string | null,
  action: string,
  subjectId: string,
  data: Record<string, string | boolean>,
): Promise<void> {
  const { kind, what, dueOn, subject } = await tx.obligation.findUniqueOrThrow({
    where: { teamId_id: { teamId: actor.teamId, id: subjectId } },
    select: { kind: true, what: true, dueOn: true, subject: true },
  });
  // Where a standing duty is closed or opened by hand, the next one follows.
  const matter = matterOf(subject);
  if (matter) touch(tx, actor, matter);
  await record(tx, actor, {
    ...{ action, subjectType: "obligation", subjectId, ...(requestId && { requestId }) },
    data: { kind, dueOn: dayFromColumn(dueOn), ...(what && { what }), ...data },
  });
}

/** Has the team's reminders planned after this transaction. */
export async function planSoon(tx: Tx, actor: TeamActor): Promise<void> {
  const { teamId } = actor;
  await queue(tx, "plan_reminders", { teamId }, `plan:${teamId}`);
}
