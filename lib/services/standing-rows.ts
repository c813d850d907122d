import type { Prisma } from "@/prisma/client/client";
import { dayFromColumn } from "../dates/day";
import {
  type ClosedByHand,
  type Matter,
  STANDING,
  type StandingDuty,
  standingPrefix,
} from "../obligations/standing";
import {
  type StandingChanges,
  type StoredStanding,
  standingChanges,
} from "../obligations/standing-changes";
import type { TeamActor } from "../team/actor";
import { utcDay } from "../team/today";
import { closeDuty, noteDuty, planSoon, REVISED } from "./obligations";
import { openDuty } from "./open-duty";
import type { Tx } from "./tx";

/** The stored standing duties of a matter, and those of them that somebody closed by hand. */
export interface StoredDuties {
  rows: readonly StoredStanding[];
  closed: readonly ClosedByHand[];
}

/** The matters of a kind wait in so many queues, so that thousands of them hold few locks. */
const QUEUES = 64;

/**
 * Waits for other transactions that see to the standing duties of one of these matters, so that the
 * second sees what the first stored, and stores nothing twice. Call it before any of their facts is
 * read; it holds until the transaction ends.
 */
export async function waitForOthers(
  tx: Tx,
  { teamId }: TeamActor,
  kind: Matter["kind"],
  ids: readonly string[],
): Promise<void> {
  const named = `${teamId} duties ${kind} `;
  // Everybody waits in the same order, so that no two wait for each other.
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${named} || queue, 0)) from (
      select distinct abs(hashtextextended(id, 0) % ${QUEUES}::bigint) as queue
      from unnest(${[...ids]}::text[]) id order by queue) queues`;
}

/** What is stored of the standing duties of these matters, by the prefix of their subjects. */
export async function readStanding(
  tx: Tx,
  { teamId }: TeamActor,
  kind: Matter["kind"],
  ids: readonly string[],
): Promise<(matter: Matter) => StoredDuties> {
  const within = { in: [...ids] };
  const about = {
    person: { personId: within },
    agreement: { agreementId: within },
    request: { requestId: within },
    institution: {},
  }[kind];
  const found = await tx.obligation.findMany({
    where: { teamId, ...about, subject: { startsWith: `${STANDING}${kind}:` } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const rows = found.map((row) => ({
    ...row,
    dueOn: dayFromColumn(row.dueOn),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
  }));
  return (matter) => {
    const own = rows.filter(({ subject }) => subject.startsWith(standingPrefix(matter)));
    const closed = own.flatMap(({ closedBy, closedOn, ...row }) =>
      closedBy !== null && closedOn !== null && row.state !== "open" ? [{ ...row, closedOn }] : [],
    );
    return { rows: own, closed };
  };
}

/** Makes the stored standing duties of one matter those that follow from its facts. */
export async function storeStanding(
  tx: Tx,
  actor: TeamActor,
  stored: StoredDuties,
  duties: readonly StandingDuty[],
): Promise<StandingChanges> {
  const changes = standingChanges(stored.rows, duties);
  const { open, reopen, reword, close } = changes;
  // The history of a request tells of its facts; what follows from them is told with the duty.
  for (const { id, state, why } of close) {
    await closeDuty(tx, actor, { id, requestId: null }, state, utcDay(actor), why);
  }
  for (const duty of open) await openDuty(tx, actor, duty);
  for (const { id, duty } of reword) await writeWords(tx, actor, id, duty);
  for (const { id, duty } of reopen) {
    // Whoever had it, or said that they would see to it, did so before it was closed.
    const anew = { ownerId: duty.ownerId, acknowledgedAt: null, acknowledgedBy: null };
    await writeWords(tx, actor, id, duty, {
      ...{ ...anew, state: "open", closedOn: null, closedWhy: null },
    });
    await noteDuty(tx, actor, null, "obligation.opened", id, { again: true });
  }
  if (open.length + reopen.length + reword.length + close.length > 0) await planSoon(tx, actor);
  return changes;
}

async function writeWords(
  tx: Tx,
  { teamId }: TeamActor,
  id: string,
  { what, rule, source }: StandingDuty,
  more: Prisma.ObligationUncheckedUpdateManyInput = {},
): Promise<void> {
  const data = { what, rule, source, ...more, ...REVISED };
  await tx.obligation.updateMany({ where: { id, teamId }, data });
}
