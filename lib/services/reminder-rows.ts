import { type Pace, slotOf } from "../reminders/brake";
import type { Clock } from "../reminders/clock";
import type { Tx } from "./transaction";

/** How the mails of a run go. */
export interface Sending {
  clock: Clock;
  /** Everything goes at once, whatever time it is where its reader is. */
  isExplicit: boolean;
  runId: string | null;
  pace: Pace;
  /** Mails of this run so far. */
  mailsBefore: number;
  /** Whether nothing else of the team is planned in this run. */
  isAlone: boolean;
}

/** A row of the outbox as planning writes it; days as text, what is absent is null. */
export interface NewRow {
  id: string;
  key: string;
  kind: "reminder" | "digest";
  teamId: string;
  obligationId?: string;
  personId: string;
  dueOn?: string;
  milestone?: number;
  plannedOn: string;
  toAddress: string;
  toName: string;
  state: "pending" | "held" | "in_app";
  nextAttemptAt: Date;
  lockedUntil?: Date | null;
  messageId: string;
  createdAt: Date;
  digestId?: string;
  runId: string | null;
  reasons: readonly string[];
}

/**
 * When the nth mail of a run goes at the earliest: at its reader's morning, or at once where that is
 * past or nothing waits for it.
 */
export function sendingTime(
  { isExplicit, pace }: Sending,
  mail: { nth: number; now: Date; morning: Date; atOnce: boolean },
): Date {
  const slot = slotOf(mail.nth, pace, mail.now);
  return isExplicit || mail.atOnce || mail.morning < slot ? slot : mail.morning;
}

/** The state of a mail that is to go. */
export function waitingState({ pace }: Pick<Sending, "pace">): "pending" | "held" {
  return pace === "held" ? "held" : "pending";
}

/** Writes rows whose key is new, all by one statement; the ids of those that were, by key. */
export async function insertNew(tx: Tx, rows: readonly NewRow[]): Promise<Map<string, string>> {
  const written = await tx.$queryRaw<{ id: string; key: string }[]>`
    insert into "Notice" (id, key, kind, "teamId", "obligationId", "personId", "dueOn", milestone,
      "plannedOn", "toAddress", "toName", state, "nextAttemptAt", "lockedUntil", "messageId",
      "createdAt", "digestId", "runId", reasons)
    select id, key, kind, "teamId", "obligationId", "personId", "dueOn", milestone,
      "plannedOn", "toAddress", "toName", state, "nextAttemptAt", "lockedUntil", "messageId",
      "createdAt", "digestId", "runId", reasons
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, key text, kind text,
      "teamId" uuid, "obligationId" uuid, "personId" uuid, "dueOn" date, milestone int,
      "plannedOn" date, "toAddress" text, "toName" text, state "NoticeState",
      "nextAttemptAt" timestamptz, "lockedUntil" timestamptz, "messageId" text,
      "createdAt" timestamptz, "digestId" uuid, "runId" uuid, reasons text[])
    order by key
    on conflict (key) do nothing
    returning id, key`;
  return new Map(written.map(({ id, key }) => [key, id]));
}
