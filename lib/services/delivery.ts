import { calendarText } from "../calendar/calendar-text";
import type { Day } from "../dates/day";
import type { Letter } from "../email/letter";
import type { RenderedMail } from "../email/render";
import { CONNECTIONS, type Delivery, type Mailer, SEND_LIMIT } from "../email/transport";
import { bookWords } from "../email/words";
import { log } from "../log";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { type Books, openBooks } from "./notice-books";
import { type ClaimedNotice, claimDue, freeLeftBehind } from "./notice-claims";
import type { Sendable, Written } from "./notice-content";
import { type Fate, settlementOf, untried } from "./notice-fates";
import { writeLetters } from "./notice-letters";
import { queue } from "./queue";
import { type ReadAhead, readAhead } from "./read-ahead";
import { asJob } from "./transaction";

/** How many mails of each fate one call of `deliverNotices` left behind. */
export type DeliveryReport = Record<Fate, number>;

const SECOND = 1_000;
const BATCH = 50;
/** How many prepared mails are left when the next batch is prepared: they last longer than that takes. */
const LOW = 1.5 * BATCH;
/** How long a claimed mail is this worker's. */
const LEASE = 180 * SECOND;
/** A mail is only begun while its lease lasts three times as long as the slowest mail. */
const LAST_START = LEASE - 3 * SEND_LIMIT;
/** As many as there are connections, and some whose mail is ready when a connection is free. */
const LANES = CONNECTIONS + 3;
/** After this the call ends and queues its successor, so that a stop never waits long for it. */
const SHIFT = 60 * SECOND;
/** How soon to look again for mail that is due but was left, since the server is away. */
const REST = 10 * SECOND;

/** A mail whose words are written, and when its lease began on the monotonic clock. */
interface Ready {
  notice: ClaimedNotice;
  written: Sendable;
  leasedAt: number;
}

/** One call of `deliverNotices`. */
interface Shift {
  mailer: Mailer;
  on?: Day;
  signal?: AbortSignal;
  elapsed: () => number;
  /** The job, at the time it is now. */
  current: () => Job;
  books: Books;
  report: DeliveryReport;
  /** Mails in a row for which the server was away. */
  missed: number;
}

/**
 * Sends what is due in the outbox. Mails are leased in batches that no other worker sends at the same
 * time; the next batch is written while one is on its way; each mail is marked after the server took
 * it. What breaks in between is sent again with the same Message-ID. Ends when nothing is due, or
 * when the server is away.
 * @param options.on only reminders planned as of this day
 */
export async function deliverNotices(
  job: Job,
  mailer: Mailer,
  options: { on?: Day; signal?: AbortSignal } = {},
): Promise<DeliveryReport> {
  authorise(job, "notices.deliver");
  const shift = openShift(job, mailer, options);
  await asJob(job, freeLeftBehind);
  const ahead = readAhead(() => prepare(shift), LOW);
  const work = () => workInLane(shift, ahead);
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, work));
  for (const { notice } of await ahead.close()) shift.books.enter(untried(notice));
  await shift.books.close();
  const broken = lanes.find((lane) => lane.status === "rejected");
  if (broken) throw broken.reason;
  await queueNext(shift);
  return shift.report;
}

function openShift(job: Job, mailer: Mailer, options: { on?: Day; signal?: AbortSignal }): Shift {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const current = (): Job => ({ ...job, now: new Date(job.now.getTime() + elapsed()) });
  const report: DeliveryReport = { sent: 0, failed: 0, cancelled: 0, waiting: 0 };
  return { ...options, mailer, elapsed, current, books: openBooks(current), report, missed: 0 };
}

/** Whether to stop before all is sent: when we are told to, or once no lane found the server there. */
function isBrokenOff({ signal, missed }: Shift): boolean {
  return signal?.aborted === true || missed >= LANES;
}

/** Claims a batch and writes it. @returns what is to be sent of it; null when nothing is due */
async function prepare(shift: Shift): Promise<Ready[] | null> {
  if (isBrokenOff(shift) || shift.elapsed() > SHIFT) return null;
  const leasedAt = performance.now();
  const batch = await claim(shift.current(), shift.on);
  if (batch.length === 0) return null;
  return (await writeLetters(shift.current(), batch)).flatMap(({ notice, written }) => {
    if ("letter" in written) return [{ notice, written, leasedAt }];
    finish(shift, notice, written, "cancel" in written ? null : unwritten());
    return [];
  });
}

async function workInLane(shift: Shift, ahead: ReadAhead<Ready>): Promise<void> {
  while (!isBrokenOff(shift)) {
    const next = await ahead.take();
    if (!next) return;
    const { notice, written, leasedAt } = next;
    if (performance.now() - leasedAt > LAST_START) {
      await shift.books.enter(untried(notice));
      continue;
    }
    const delivery = await send(shift.mailer, notice, written);
    shift.missed = delivery.state === "away" ? shift.missed + 1 : 0;
    await finish(shift, notice, written, delivery);
  }
}

/** Settles a mail. @returns something to wait for when the books lag behind */
function finish(
  { current, report, books }: Shift,
  notice: ClaimedNotice,
  written: Written,
  delivery: Delivery | null,
): Promise<void> | undefined {
  const settlement = settlementOf(current(), { notice, written, delivery }, Math.random());
  report[settlement.fate]++;
  return books.enter(settlement);
}

/** Takes up to fifty due mails for this worker alone. */
function claim(job: Job, on: Day | undefined): Promise<ClaimedNotice[]> {
  const { now } = job;
  const until = new Date(now.getTime() + LEASE);
  return asJob(job, (tx) => claimDue(tx, { now, until, take: BATCH, on }));
}

/** A mail that nobody can write must neither hold up the others nor be forgotten. */
function unwritten(): Delivery {
  return { state: "later", reason: bookWords("failed") };
}

async function send(mailer: Mailer, notice: ClaimedNotice, written: Sendable): Promise<Delivery> {
  const { letter, to } = written;
  try {
    const mail = await renderMail(letter);
    return await mailer.send({ ...mail, to, messageId: notice.messageId });
  } catch (error) {
    log().error({ notice: notice.id, err: error }, "mail could not be rendered");
    return unwritten();
  }
}

/** Loaded with the first mail: the look of mails costs a start half a second. */
async function renderMail(
  letter: Letter,
): Promise<RenderedMail & { unsubscribeUrl?: string; calendar?: string }> {
  const { renderLetter } = await import("../email/render");
  const { unsubscribeUrl, dates = [] } = letter;
  return {
    ...(await renderLetter(letter)),
    ...(unsubscribeUrl && { unsubscribeUrl }),
    ...(dates.length > 0 && { calendar: calendarText(dates, { name: "Gatebook" }) }),
  };
}

/** Has the worker woken when the next mail is due. A key of its own keeps mail of now for now. */
async function queueNext(shift: Shift): Promise<void> {
  const job = shift.current();
  // At once where only the shift was too short; otherwise it was tried, or another worker has it.
  const rest = shift.elapsed() > SHIFT && !isBrokenOff(shift) ? 0 : REST;
  await asJob(job, async (tx) => {
    const next = await tx.notice.findFirst({
      where: { state: "pending", digestId: null },
      orderBy: { nextAttemptAt: "asc" },
      select: { nextAttemptAt: true },
    });
    if (!next) return;
    const at = new Date(Math.max(next.nextAttemptAt.getTime(), job.now.getTime() + rest));
    await queue(tx, "deliver_notices", {}, "deliver_notices:later", at);
  });
}
