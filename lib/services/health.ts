import type { PrismaClient } from "@/prisma/client/client";
import { connect } from "../db";
import { env } from "../env";
import type { Job, Visitor } from "../team/actor";
import { authorise } from "../team/permissions";
import { asJob, type Tx } from "./transaction";

/** Beyond these Gatebook is not well. */
const WORKER_SILENT_SECONDS = 90;
const MAIL_WAITING_SECONDS = 900;
const ANSWER_WITHIN_MS = 2_000;

export interface Health {
  status: "ok" | "unwell";
  database: "up" | "down";
  /** Seconds since the worker's last heartbeat; null when there was none. */
  worker: number | null;
  /** Seconds that the oldest unsent message has been due; 0 when none is. */
  mail: number | null;
  /** Messages kept back after a jump of the clock, until a lead of their team has looked. */
  held: number | null;
  /** Whether row-level security binds the role we connect as; who owns tables can lift it. */
  rowSecurity: "enforced" | "bypassable" | "unknown";
}

/** How Gatebook is. Never throws and answers within two seconds, even when PostgreSQL hangs. */
export async function readHealth(visitor: Visitor): Promise<Health> {
  authorise(visitor, "health.read");
  const down: Health = {
    status: "unwell",
    database: "down",
    worker: null,
    mail: null,
    held: null,
    rowSecurity: "unknown",
  };
  try {
    return await within(ANSWER_WITHIN_MS, measure(visitor.now));
  } catch {
    return down;
  }
}

async function measure(now: Date): Promise<Health> {
  const job: Job = { kind: "job", name: "health", now };
  return asJob(job, async (tx) => {
    const heartbeat = await tx.heartbeat.findUnique({ where: { name: "worker" } });
    const [role] = await tx.$queryRaw<{ free: boolean }[]>`
      select rolsuper or rolbypassrls or exists (
        select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and pg_has_role(current_user, relowner, 'MEMBER')
      ) as free from pg_roles where rolname = current_user`;
    const since = (at: Date) => Math.max(0, Math.round((now.getTime() - at.getTime()) / 1_000));
    const worker = heartbeat ? since(heartbeat.at) : null;
    const oldest = await oldestDue(tx, now);
    const mail = oldest ? since(oldest) : 0;
    const held = await tx.notice.count({ where: { state: "held", digestId: null } });
    const well = worker !== null && worker <= WORKER_SILENT_SECONDS && mail <= MAIL_WAITING_SECONDS;
    return {
      status: well ? "ok" : "unwell",
      database: "up",
      worker,
      mail,
      held,
      rowSecurity: role?.free === false ? "enforced" : "bypassable",
    };
  });
}

/**
 * Since when the message that waits longest does: one that was never tried since it fell due, a tried
 * one since it was written or sent again. What a digest gathers waits with it.
 */
async function oldestDue(tx: Tx, now: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>`
    select min(case when attempts > 0 then coalesce("retriesFrom", "createdAt")
      else "nextAttemptAt" end) as since
    from "Notice"
    where state = 'pending' and "digestId" is null and (attempts > 0 or "nextAttemptAt" <= ${now})`;
  return row?.since ?? null;
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("PostgreSQL does not answer")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const PROBE_WITHIN_MS = 1_000;
/** A good answer is believed for a moment only, so that an outage is seen at once; a bad one longer. */
const BELIEVED_MS = { up: 250, down: 1_000 } as const;

interface Probe {
  client?: PrismaClient;
  asked?: Promise<boolean>;
  /** On the monotonic clock, which no change of the time of day moves. */
  validUntil: number;
}

const holder = globalThis as typeof globalThis & { gatebookProbe?: Probe };

/**
 * Whether PostgreSQL answers, asked at most a few times a second for the whole process and over a
 * connection of its own, so that a busy pool is not mistaken for an outage.
 */
export function databaseAnswers(visitor: Visitor): Promise<boolean> {
  authorise(visitor, "health.read");
  holder.gatebookProbe ??= { validUntil: 0 };
  const probe = holder.gatebookProbe;
  if (probe.asked && performance.now() < probe.validUntil) return probe.asked;
  probe.validUntil = Number.POSITIVE_INFINITY;
  probe.client ??= connect(env().DATABASE_URL, { max: 1 });
  probe.asked = within(PROBE_WITHIN_MS, ping(probe.client))
    .catch(() => false)
    .then((up) => {
      probe.validUntil = performance.now() + BELIEVED_MS[up ? "up" : "down"];
      return up;
    });
  return probe.asked;
}

/** Asks twice: the first connection may have died unnoticed while PostgreSQL is back already. */
async function ping(client: PrismaClient): Promise<boolean> {
  const ask = () => client.$queryRaw`select 1`;
  await ask().catch(ask);
  return true;
}
