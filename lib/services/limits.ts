import { createHash } from "node:crypto";
import { AppError } from "../errors";
import type { Actor } from "../team/actor";
import { outsideTeams, type Tx } from "./transaction";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How often something may happen, and within how long from its first time. Sign-in links that are
 * used are given back (see `refund`), so only unused ones count: nobody locks out somebody else for
 * longer than the window, and nobody who reads their mail is ever refused.
 */
export const LIMITS = {
  /** Keeps anybody from filling a stranger's mailbox. */
  signInOfAddress: { count: 5, window: 15 * MINUTE },
  /** Keeps one computer from asking for many addresses. */
  signInFromIp: { count: 20, window: 15 * MINUTE },
  /** Tries at the button behind links that do not work; tokens cannot be guessed, but trying costs us work. */
  confirmFromIp: { count: 60, window: 15 * MINUTE },
  /** Tries at calendar addresses that do not work, or not any more. */
  calendarFromIp: { count: 60, window: 15 * MINUTE },
  /** Keeps a member from using invitations as a mailing list. */
  invitationByActor: { count: 20, window: 60 * MINUTE },
  invitationByTeam: { count: 50, window: DAY },
  invitationToAddress: { count: 5, window: DAY },
} as const;

type LimitKind = keyof typeof LIMITS;

/** The key of a counter: a hash, so that the table lists nobody's addresses. */
export function limitKey(kind: LimitKind, value: string): string {
  return createHash("sha256").update(`${kind}:${value}`).digest("hex");
}

/** What stands for one client: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function clientOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/**
 * Counts one more of each, or refuses and counts none when any is over its limit: else somebody who
 * is refused already could go on using up the limit of another's address. Counts in a transaction of
 * its own, so that tries that fail later count too.
 * @throws AppError LIMITED saying when to try again
 */
export async function spend(actor: Actor, uses: readonly (readonly [LimitKind, string])[]) {
  const wait = await outsideTeams(actor, async (tx) => {
    const counters: Counter[] = [];
    // In one order for everybody: two callers never wait for each other's locks.
    const keys = uses.map(([kind, value]) => ({ kind, key: limitKey(kind, value) }));
    for (const { kind, key } of keys.sort((a, b) => (a.key < b.key ? -1 : 1))) {
      counters.push(await readCounter(tx, kind, key, actor.now));
    }
    const longest = Math.max(...counters.map(({ wait }) => wait));
    if (longest === 0) for (const counter of counters) await countOne(tx, counter, actor.now);
    return longest;
  });
  if (wait === 0) return;
  const minutes = Math.ceil(wait / MINUTE);
  throw new AppError(
    "LIMITED",
    minutes === 1
      ? "Too many tries. Try again in 1 minute."
      : `Too many tries. Try again in ${minutes} minutes.`,
    { details: { minutes } },
  );
}

interface Counter {
  key: string;
  /** When the window that counts now began; null before the first use in it. */
  windowStartAt: Date | null;
  /** Milliseconds to wait, 0 when within the limit. */
  wait: number;
}

/** Locks a counter until the transaction ends and reads it. */
async function readCounter(tx: Tx, kind: LimitKind, key: string, now: Date): Promise<Counter> {
  const { count: allowed, window } = LIMITS[kind];
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const current = await tx.rateLimit.findFirst({
    where: { key, windowStartAt: { gt: new Date(now.getTime() - window) } },
    orderBy: { windowStartAt: "desc" },
  });
  if (!current) return { key, windowStartAt: null, wait: 0 };
  const { windowStartAt, count } = current;
  const left = Math.max(1, windowStartAt.getTime() + window - now.getTime());
  return { key, windowStartAt, wait: count < allowed ? 0 : left };
}

/** Counts one use; the window begins with the first. */
async function countOne(tx: Tx, { key, windowStartAt }: Counter, now: Date): Promise<void> {
  if (windowStartAt !== null) {
    await tx.rateLimit.updateMany({
      where: { key, windowStartAt },
      data: { count: { increment: 1 } },
    });
    return;
  }
  await tx.rateLimit.deleteMany({
    where: { windowStartAt: { lt: new Date(now.getTime() - 2 * DAY) } },
  });
  await tx.rateLimit.create({ data: { key, windowStartAt: now, count: 1 } });
}

/** Forgets all uses of `value`: whoever used a link has shown that the mailbox is theirs. */
export async function forgive(tx: Tx, kind: LimitKind, value: string): Promise<void> {
  await tx.rateLimit.deleteMany({ where: { key: limitKey(kind, value) } });
}

/** Gives one use of `value` back. */
export async function refund(tx: Tx, kind: LimitKind, value: string): Promise<void> {
  await tx.rateLimit.updateMany({
    where: { key: limitKey(kind, value), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}
