import { type Day, dayToColumn } from "../dates/day";
import { nextAttempt } from "../email/retry";
import { CONNECTIONS, type Delivery, type Mailer } from "../email/transport";
import { words } from "../email/words";
import { log } from "../log";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { type ClaimedNotice, type Written, writeLetter } from "./notice-letters";
import { queue } from "./queue";
import { asJob, inTeam, type Tx } from "./transaction";

/** How many notices of each fate one call of `deliverNotices` left behind. */
export interface DeliveryReport {
  sent: number;
  failed: number;
  cancelled: number;
  /** To be tried again later. */
  waiting: number;
}

const SECOND = 1_000;
const BATCH = 10;
/** Longer than three times what a batch can take: 10 mails over 5 connections, 20 seconds each. */
const LEASE = 180 * SECOND;
/** After this the call ends and queues its successor, so that a stop never waits long for it. */
const SHIFT = 60 * SECOND;
/** How soon to look again for mail that is due but was left, since the server is away. */
const REST = 10 * SECOND;

type Fate = keyof DeliveryReport;

/**
 * Sends what is due in the outbox, in batches that no other worker sends at the same time: a row
 * is leased before its mail goes and marked after the server took it. What breaks in between is
 * sent again with the same Message-ID. Ends when nothing is due, or when the server is away.
 * @param options.on only reminders planned as of this day
 */
export async function deliverNotices(
  job: Job,
  mailer: Mailer,
  options: { on?: Day; signal?: AbortSignal } = {},
): Promise<DeliveryReport> {
  authorise(job, "notices.deliver");
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const current = (): Job => ({ ...job, now: new Date(job.now.getTime() + elapsed()) });
  const report: DeliveryReport = { sent: 0, failed: 0, cancelled: 0, waiting: 0 };
  while (elapsed() < SHIFT && !options.signal?.aborted) {
    const batch = await claim(current(), options.on);
    if (batch.length === 0) break;
    const send = await openSender(mailer);
    const fates = await inLanes(batch, (notice) => deliver(current, send, notice));
    for (const { fate } of fates) report[fate]++;
    if (fates.every(({ away }) => away)) break;
  }
  await queueNext(current());
  return report;
}

/** Takes up to ten due notices for this worker alone, the longest due first. */
function claim(job: Job, on: Day | undefined): Promise<ClaimedNotice[]> {
  const { now } = job;
  const until = new Date(now.getTime() + LEASE);
  const planned = on ? dayToColumn(on) : null;
  return asJob(
    job,
    (tx) => tx.$queryRaw<ClaimedNotice[]>`
      with due as materialized (
        select id from "Notice"
        where state = 'pending' and "nextAttemptAt" <= ${now}
          and ("lockedUntil" is null or "lockedUntil" <= ${now})
          and (${planned}::date is null or (kind = 'reminder' and "plannedOn" = ${planned}::date))
        order by "nextAttemptAt", id limit ${BATCH} for update skip locked
      )
      update "Notice" n set "lockedUntil" = ${until}, attempts = attempts + 1
      from due where n.id = due.id
      returning n.id, kind, "teamId", "obligationId", "personId", "subjectId", "dueOn", milestone,
        "plannedOn", "toAddress", "toName", attempts, "messageId", "createdAt"`,
  );
}

async function deliver(
  current: () => Job,
  send: Send,
  notice: ClaimedNotice,
): Promise<{ fate: Fate; away: boolean }> {
  const about = { notice: notice.id, kind: notice.kind, attempt: notice.attempts };
  try {
    const written = await writeLetter(current(), notice);
    const delivery = "cancel" in written ? null : await send(notice, written);
    const fate = await settle(current(), notice, written, delivery);
    log().info({ ...about, fate, reason: reasonOf(written, delivery) }, "mail handled");
    return { fate, away: delivery?.state === "away" };
  } catch (error) {
    log().error({ ...about, err: error }, "mail could not be handled");
    return { fate: "waiting", away: await putOff(current(), notice) };
  }
}

/** A row that nobody can write must neither hold up the others nor be forgotten. */
async function putOff(job: Job, notice: ClaimedNotice): Promise<boolean> {
  try {
    await settle(job, notice, {}, { state: "later", reason: words("failed") });
    return false;
  } catch (error) {
    // Most likely the database is away; the lease brings the row back when it has run out.
    log().error({ notice: notice.id, err: error }, "mail could not be put off");
    return true;
  }
}

type Send = (
  notice: ClaimedNotice,
  written: Extract<Written, { letter: unknown }>,
) => Promise<Delivery>;

/** The way out for letters. Loaded when there is one: the look of mails costs a start half a second. */
async function openSender(mailer: Mailer): Promise<Send> {
  const { renderLetter } = await import("../email/render");
  return async ({ messageId }, { letter, to }) =>
    mailer.send({ ...(await renderLetter(letter)), to, messageId });
}

/** Works through a batch in as many lanes as there are connections to the mail server. */
async function inLanes<T, R>(batch: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const rest = batch.values();
  const lane = async () => {
    const done: R[] = [];
    for (const one of rest) done.push(await work(one));
    return done;
  };
  return (await Promise.all(Array.from({ length: CONNECTIONS }, lane))).flat();
}

function reasonOf(written: Partial<Written>, delivery: Delivery | null): string | undefined {
  if ("cancel" in written) return written.cancel;
  return delivery && "reason" in delivery ? delivery.reason : undefined;
}

/** Writes down what became of a notice; for those of a team, in its history too. */
async function settle(
  job: Job,
  notice: ClaimedNotice,
  written: Partial<Written>,
  delivery: Delivery | null,
): Promise<Fate> {
  const { fate, data } = outcome(job, notice, written, delivery);
  const { id, teamId, kind, dueOn, milestone } = notice;
  const update = async (tx: Tx) => {
    const { count } = await tx.notice.updateMany({ where: { id, state: "pending" }, data });
    return count === 1;
  };
  if (!teamId) {
    await asJob(job, update);
    return fate;
  }
  const actor = { ...job, teamId };
  await inTeam(actor, async (tx) => {
    if (!(await update(tx)) || fate === "waiting") return;
    const to = "to" in written && written.to?.name ? written.to.name : notice.toName;
    const reason = reasonOf(written, delivery);
    await record(tx, actor, {
      ...{ action: `${kind}.${fate}`, subjectType: "notice", subjectId: id },
      requestId: written.requestId,
      data: {
        to: to || notice.toAddress,
        ...(dueOn && { dueOn: dueOn.toISOString().slice(0, 10) }),
        ...(milestone !== null && { milestone }),
        ...(reason && { reason }),
      },
    });
  });
  return fate;
}

function outcome(
  { now }: Job,
  notice: ClaimedNotice,
  written: Partial<Written>,
  delivery: Delivery | null,
) {
  const error = reasonOf(written, delivery) ?? null;
  const over = (fate: "sent" | "failed" | "cancelled") => ({
    fate,
    data: { state: fate, lockedUntil: null, error, ...(fate === "sent" && { sentAt: now }) },
  });
  if (!delivery) return over("cancelled");
  if (delivery.state === "sent") return over("sent");
  if (delivery.state === "refused") return over("failed");
  const { attempts, createdAt } = notice;
  const away = delivery.state === "away";
  const nextAttemptAt = nextAttempt({ attempts, createdAt, now, away }, Math.random());
  if (!nextAttemptAt) return over("failed");
  return { fate: "waiting" as const, data: { lockedUntil: null, error, nextAttemptAt } };
}

/** Has the worker woken when the next mail is due. A key of its own keeps mail of now for now. */
async function queueNext(job: Job): Promise<void> {
  await asJob(job, async (tx) => {
    const next = await tx.notice.findFirst({
      where: { state: "pending" },
      orderBy: { nextAttemptAt: "asc" },
      select: { nextAttemptAt: true },
    });
    if (!next) return;
    const soon = job.now.getTime() + REST;
    const at = new Date(Math.max(next.nextAttemptAt.getTime(), soon));
    await queue(tx, "deliver_notices", {}, "deliver_notices:later", at);
  });
}
