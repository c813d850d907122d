import { randomUUID } from "node:crypto";
import { addDays, type Day, dayToColumn } from "../dates/day";
import type { PlannedNotice } from "../reminders/plan";
import type { Job, TeamActor } from "../team/actor";
import { messageIdOf } from "./outbox";
import { insertNew, type NewRow, type Sending, sendingTime, waitingState } from "./reminder-rows";
import type { Tx } from "./transaction";

/** The mail of a day to one person. */
interface Digest {
  id: string;
  /** When it goes at the earliest. */
  at: Date;
}

/** How long a digest waits for the rest of its team's duties, should its planner be killed. */
const PLANNER_MS = 600_000;
/** So many days ahead a digest is looked for that nobody has begun to send; then reminders go alone. */
const DAYS_AHEAD = 7;

/**
 * Finds or makes the digest of each person that has reminders to gather: that of their own day while
 * nobody has begun to send it, else that of the next. It stays locked against sending until this
 * transaction ends, and a new one until all of its team is planned.
 * @returns the digests by person, and how many are new
 */
export async function digestsFor(
  tx: Tx,
  actor: TeamActor & Job,
  gathered: readonly PlannedNotice[],
  sending: Sending,
): Promise<{ digests: Map<string, Digest>; made: number }> {
  const digests = new Map<string, Digest>();
  let readers = [...new Map(gathered.map((notice) => [notice.personId, notice])).values()];
  let made = 0;
  for (let ahead = 0; readers.length > 0 && ahead < DAYS_AHEAD; ahead++) {
    const rows = readers.map((reader, index) => {
      return rowOf(actor, reader, ahead, sending, sending.mailsBefore + made + index);
    });
    made += (await insertNew(tx, rows)).size;
    for (const { personId, ...digest } of await lockFree(tx, actor, rows, sending)) {
      digests.set(personId, digest);
    }
    readers = readers.filter(({ personId }) => !digests.has(personId));
  }
  return { digests, made };
}

function rowOf(
  { teamId, now }: TeamActor & Job,
  reader: PlannedNotice,
  ahead: number,
  sending: Sending,
  nth: number,
): NewRow {
  const id = randomUUID();
  const { personId, timeZone, address, name, today } = reader;
  const on = addDays(today, ahead);
  const morning = sending.clock.morningOf(on, timeZone);
  return {
    ...{ id, key: digestKey(personId, on), kind: "digest", teamId, personId },
    ...{ plannedOn: today, toAddress: address, toName: name, reasons: [], runId: sending.runId },
    ...{ state: waitingState(sending), messageId: messageIdOf(id), createdAt: now },
    nextAttemptAt: sendingTime(sending, { nth, now, morning, atOnce: false }),
    lockedUntil: sending.isAlone ? null : new Date(now.getTime() + PLANNER_MS),
  };
}

function digestKey(personId: string, on: Day): string {
  return `digest:${personId}:${on}`;
}

/**
 * Of the digests, new or not, those that nobody has begun to send, locked. An explicit run takes
 * none that counts from another day, and has it sent as soon as the run wants.
 */
async function lockFree(
  tx: Tx,
  { teamId, now }: TeamActor & Job,
  rows: readonly NewRow[],
  sending: Sending,
): Promise<(Digest & { personId: string })[]> {
  const keys = rows.map(({ key }) => key).sort();
  const { isExplicit, clock } = sending;
  const on = isExplicit ? dayToColumn(clock.today("UTC")) : null;
  const sendBy = isExplicit ? now : null;
  return tx.$queryRaw<(Digest & { personId: string })[]>`
    with free as materialized (
      select id from "Notice"
      where "teamId" = ${teamId}::uuid and key = any(${keys}) and attempts = 0
        and state = ${waitingState(sending)}::"NoticeState"
        and (${on}::date is null or "plannedOn" = ${on}::date)
      order by key for update
    )
    update "Notice" n set "nextAttemptAt" = least("nextAttemptAt", ${sendBy}::timestamptz)
    from free where n.id = free.id
    returning n.id, n."personId", n."nextAttemptAt" as at`;
}

/** Lets the digests of a run go once all of their team is planned. */
export async function releaseDigests(tx: Tx, teamId: string, runId: string): Promise<number> {
  return tx.$executeRaw`
    update "Notice" set "lockedUntil" = null
    where "teamId" = ${teamId}::uuid and "runId" = ${runId}::uuid and kind = 'digest'
      and attempts = 0 and "lockedUntil" is not null`;
}
