import { dayFromColumn } from "../dates/day";
import { nextAttempt } from "../email/retry";
import type { Delivery } from "../email/transport";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { type NewEvent, recordAll } from "./events";
import type { ClaimedNotice } from "./notice-claims";
import type { Told, Written } from "./notice-content";
import { planSoon } from "./obligations";
import { lookAgain } from "./plan-anew";
import { asJob, inTeam, type Tx } from "./transaction";

/** What can become of a claimed mail. `waiting`: it is tried (again) later. */
export type Fate = "sent" | "failed" | "cancelled" | "waiting";

/** What is to be written down of a mail, and of the reminders within it. */
export interface Settlement {
  notice: ClaimedNotice;
  fate: Fate;
  reason?: string;
  rows: Row[];
  /** For the history, each about the row with that id. */
  lines: NewEvent[];
  /**
   * The duties that planning must look at anew: for somebody else to tell, where the server refused
   * the mail for good; for the same reminder, where one was dropped, since what silenced it may have
   * passed while it was being dropped.
   */
  lookAt: string[];
}

/** The new values of a row; where there is none the old one stays. */
interface Row {
  id: string;
  state: Exclude<Fate, "waiting"> | "pending";
  error?: string;
  sentAt?: Date;
  nextAttemptAt?: Date;
  attempts?: number;
  bounced?: boolean;
  /** A row that stays pending is changed only while this lease on it holds. */
  lease?: Date;
}

/**
 * Decides what became of a mail; of a digest, of each reminder in it too.
 * @param delivery null where there was nothing to send
 * @param random from 0 to 1, for the wait before the next attempt
 */
export function settlementOf(
  { now }: Job,
  {
    notice,
    written,
    delivery,
  }: { notice: ClaimedNotice; written: Written; delivery: Delivery | null },
  random: number,
): Settlement {
  const reason = "cancel" in written ? written.cancel : reasonOf(delivery);
  const { told, dropped } = written;
  const end = endOf(notice, delivery, now, random);
  const isOver = end.fate !== "waiting";
  const bounced = delivery?.state === "refused";
  const same = { ...(reason && { error: reason }), bounced };
  const ids = isOver ? new Set([notice.id, ...told.map(({ id }) => id)]) : [notice.id];
  const to = ("to" in written && written.to.name) || notice.toName || notice.toAddress;
  const line = lineOf(notice, to);
  return {
    ...{ notice, fate: end.fate, ...(reason && { reason }) },
    rows: [
      ...Array.from(ids, (id) => ({ id, ...end.row, ...same })),
      ...dropped.map((one) => ({ id: one.id, state: "cancelled" as const, error: one.reason })),
    ],
    lines: [
      ...(isOver ? told.map((one) => line(end.fate, one, reason)) : []),
      ...dropped.map((one) => line("cancelled", one, one.reason)),
    ],
    lookAt: [...(bounced || end.fate === "cancelled" ? told : []), ...dropped].flatMap(
      ({ obligationId }) => obligationId ?? [],
    ),
  };
}

/** A mail that was claimed and is given back untried. */
export function untried(notice: ClaimedNotice): Settlement {
  const { id, attempts, lockedUntil: lease } = notice;
  const rows = [{ id, state: "pending" as const, attempts: attempts - 1, lease }];
  return { notice, fate: "waiting", rows, lines: [], lookAt: [] };
}

function reasonOf(delivery: Delivery | null): string | undefined {
  return delivery && "reason" in delivery ? delivery.reason : undefined;
}

function endOf(
  notice: ClaimedNotice,
  delivery: Delivery | null,
  now: Date,
  random: number,
): { fate: Fate; row: Omit<Row, "id"> } {
  const over = (fate: Exclude<Fate, "waiting">) => ({ fate, row: { state: fate } });
  if (!delivery) return over("cancelled");
  if (delivery.state === "sent") return { fate: "sent", row: { state: "sent", sentAt: now } };
  if (delivery.state === "refused") return over("failed");
  const { attempts, createdAt, retriesFrom, lockedUntil: lease } = notice;
  const away = delivery.state === "away";
  const next = nextAttempt({ attempts, createdAt, retriesFrom, now, away }, random);
  if (!next) return over("failed");
  const row = { state: "pending" as const, nextAttemptAt: next.at, attempts: next.attempts, lease };
  return { fate: "waiting", row };
}

function lineOf(notice: ClaimedNotice, to: string) {
  const kind = notice.kind === "digest" ? "reminder" : notice.kind;
  return (fate: Fate, told: Told, reason: string | undefined): NewEvent => ({
    ...{ action: `${kind}.${fate}`, subjectType: "notice", subjectId: told.id },
    ...(told.requestId && { requestId: told.requestId }),
    data: {
      to,
      ...(told.dueOn && { dueOn: dayFromColumn(told.dueOn) }),
      ...(told.milestone !== null && { milestone: told.milestone }),
      ...(reason && { reason }),
    },
  });
}

/**
 * Writes down what became of mails of one team (or of none), all or nothing: rows, history, and what
 * follows for duties whose reminder did not reach its reader. What another worker settled before stays.
 */
export async function settle(
  job: Job,
  teamId: string | null,
  settlements: readonly Settlement[],
): Promise<void> {
  authorise(job, "notices.deliver");
  const rows = settlements.flatMap((settlement) => settlement.rows);
  if (!teamId) return asJob(job, async (tx) => void (await update(tx, rows)));
  const actor = { ...job, teamId };
  await inTeam(actor, async (tx) => {
    const changed = await update(tx, rows);
    const lines = settlements.flatMap((settlement) => settlement.lines);
    await recordAll(
      tx,
      actor,
      lines.filter(({ subjectId }) => changed.has(subjectId)),
    );
    const ids = settlements.flatMap(({ lookAt }) => lookAt);
    if (ids.length > 0) await lookAgain(tx, actor, { id: { in: ids } });
    if (rows.some(({ bounced }) => bounced)) await planSoon(tx, actor);
  });
}

/**
 * A reminder that is dropped gives its key back, so that planning may write it anew should there be
 * reason again: the renewal that silenced it was withdrawn, or its reader is back.
 * @returns the ids of the rows that were still open and are changed
 */
async function update(tx: Tx, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const changed = await tx.$queryRaw<{ id: string }[]>`
    update "Notice" n set state = s.state::"NoticeState", "lockedUntil" = null,
      key = case when s.state = 'cancelled' then n.key || ':' || n.id else n.key end,
      error = case s.state when 'sent' then null else coalesce(s.error, n.error) end,
      "sentAt" = coalesce(s."sentAt", n."sentAt"), attempts = coalesce(s.attempts, n.attempts),
      "nextAttemptAt" = coalesce(s."nextAttemptAt", n."nextAttemptAt"),
      bounced = coalesce(s.bounced, n.bounced)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, state text, error text,
      "sentAt" timestamptz, "nextAttemptAt" timestamptz, attempts int, bounced boolean,
      lease timestamptz)
    where n.id = s.id and n.state = 'pending'
      and (s.state <> 'pending' or n."lockedUntil" = s.lease)
    returning n.id`;
  return new Set(changed.map(({ id }) => id));
}
