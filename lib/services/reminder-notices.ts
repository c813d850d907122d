import { randomUUID } from "node:crypto";
import type { PlannedNotice } from "../reminders/plan";
import type { Job, TeamActor } from "../team/actor";
import type { DescribedDuty } from "./duty-facts";
import { messageIdOf } from "./outbox";
import { digestsFor } from "./reminder-digests";
import { insertNew, type NewRow, type Sending, sendingTime, waitingState } from "./reminder-rows";
import type { Tx } from "./transaction";

/** A reminder with the duty that it is about. */
export interface PlannedRow {
  notice: PlannedNotice;
  duty: DescribedDuty;
}

type TeamJob = TeamActor & Job;

/** Those of the reminders that nobody has planned yet. */
export async function missingKeys(
  tx: Tx,
  actor: TeamJob,
  rows: readonly PlannedRow[],
): Promise<PlannedRow[]> {
  const keys = rows.map(({ notice }) => notice.key);
  const known = await tx.$queryRaw<{ key: string }[]>`
    select key from "Notice" where key = any(${keys}) and "teamId" = ${actor.teamId}::uuid`;
  const taken = new Set(known.map(({ key }) => key));
  return rows.filter(({ notice }) => !taken.has(notice.key));
}

/**
 * Writes reminders and the digests that carry those that are not urgent. One that somebody else
 * writes at the same time is written once.
 * @returns the ids of what was new by key, and how many mails will go
 */
export async function writeNotices(
  tx: Tx,
  actor: TeamJob,
  rows: readonly PlannedRow[],
  sending: Sending,
): Promise<{ ids: Map<string, string>; mails: number }> {
  if (rows.length === 0) return { ids: new Map(), mails: 0 };
  const notices = rows.map(({ notice }) => notice);
  const gathered = notices.filter(({ mail }) => mail === "digest");
  const { digests, made } = await digestsFor(tx, actor, gathered, sending);
  let mails = made;
  const data = notices.map((notice) => {
    const digest = notice.mail === "digest" ? digests.get(notice.personId) : undefined;
    if (digest) return rowOf(actor, notice, sending, digest);
    const at = timeOf(notice, sending, actor.now, sending.mailsBefore + mails);
    if (notice.mail !== "in_app") mails++;
    return rowOf(actor, notice, sending, { at });
  });
  return { ids: await insertNew(tx, data), mails };
}

function timeOf(notice: PlannedNotice, sending: Sending, now: Date, nth: number): Date {
  if (notice.mail === "in_app") return now;
  const morning = sending.clock.morningOf(notice.today, notice.timeZone);
  return sendingTime(sending, { nth, now, morning, atOnce: notice.atOnce });
}

function rowOf(
  { teamId, now }: TeamJob,
  notice: PlannedNotice,
  sending: Sending,
  { id: digestId, at }: { id?: string; at: Date },
): NewRow {
  const id = randomUUID();
  const { key, obligationId, personId, dueOn, milestone, reasons } = notice;
  return {
    ...{ id, key, kind: "reminder", teamId, obligationId, personId, dueOn, milestone, reasons },
    ...{ plannedOn: notice.today, toAddress: notice.address, toName: notice.name },
    state: notice.mail === "in_app" ? "in_app" : waitingState(sending),
    ...{ nextAttemptAt: at, messageId: messageIdOf(id), createdAt: now, runId: sending.runId },
    ...(digestId && { digestId }),
  };
}
