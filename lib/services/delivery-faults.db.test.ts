import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { type Mishap, openMailbox, type TestMailbox } from "../email/test-mailbox";
import { type Mailer, openMailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import { deliverNotices } from "./delivery";
import {
  deliveryAfter,
  sampleDay,
  sampleDigest,
  sampleDutyOf,
  sampleMailer,
  sampleReader,
  sampleReminder,
} from "./sample-mail";
import { type SampleTeam, sampleTeam } from "./sample-team";

const MINUTE = 60_000;
let superuser: PrismaClient;
let mailbox: TestMailbox;
let mailers: Mailer[];
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl, { max: 20 }));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  mailbox = await openMailbox();
  mailers = [1, 2, 3].map(() => sampleMailer(mailbox));
  team = await sampleTeam(superuser, `faults-${++teams}`);
  await superuser.notice.deleteMany();
});

afterEach(async () => {
  for (const mailer of mailers) mailer.close();
  await mailbox.stop();
});

/** Reminders that go alone, and digests of two, each to somebody else. */
async function fill(alone: number, digests: number): Promise<void> {
  for (let index = 0; index < alone + digests; index++) {
    const reader = await sampleReader(superuser, team);
    const duty = () => sampleDutyOf(superuser, team, reader, sampleDay(5));
    if (index < alone) await sampleReminder(superuser, team, { reader, dutyId: await duty() });
    else await sampleDigest(superuser, team, { reader, dutyIds: [await duty(), await duty()] });
  }
}

/** Several workers, so many minutes after the mails were written; one that breaks off starts anew. */
async function deliverTogether(minutes: number): Promise<void> {
  const job = deliveryAfter(minutes * MINUTE);
  await Promise.allSettled(mailers.map((mailer) => deliverNotices(job, mailer)));
}

/** Round after round, further and further apart, until nothing waits. */
async function deliverAll(): Promise<void> {
  for (let minutes = 0, step = 1; minutes < 72 * 60; minutes += step, step *= 2) {
    await deliverTogether(minutes);
    if ((await superuser.notice.count({ where: { state: "pending" } })) === 0) return;
  }
}

/** How often each Message-ID arrived, of those that were marked as sent and of all others. */
async function arrivals() {
  const counts = new Map<string, number>();
  for (const { mail } of mailbox.received) {
    const id = mail.messageId ?? "";
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const rows = await superuser.notice.findMany({ where: { digestId: null } });
  const of = (isSent: boolean) =>
    rows
      .filter(({ state }) => (state === "sent") === isSent)
      .map(({ messageId }) => counts.get(messageId) ?? 0);
  return { sent: of(true), unsent: of(false), total: rows.length };
}

/** Members must never stand otherwise than the digest that carried them. */
async function strays(): Promise<number> {
  const rows = await superuser.notice.findMany({
    where: { digestId: { not: null } },
    include: { digest: { select: { state: true } } },
  });
  return rows.filter(({ state, digest }) => state !== digest?.state).length;
}

describe("several workers at once, over a server that", () => {
  it("is slow, send each mail once", async () => {
    await fill(20, 20);
    mailbox.delay = 30;
    await deliverTogether(0);
    const { sent, total } = await arrivals();
    expect(sent).toEqual(Array(total).fill(1));
    expect(await strays()).toBe(0);
  });

  it.each([
    ["breaks off while a mail comes in", "drop", 1],
    ["puts mails off", 451, 1],
    ["loses its last answer", "lose", 2],
  ] as const)("%s, bring each mail to its reader under one Message-ID", async (_, mishap, most) => {
    await fill(10, 10);
    const seen = new Set<string>();
    mailbox.befall = (address) => {
      if (seen.has(address) || seen.size >= 8) return undefined;
      seen.add(address);
      return mishap;
    };
    await deliverAll();
    const { sent, total } = await arrivals();
    expect(sent).toHaveLength(total);
    expect(sent.filter((count) => count === most)).toHaveLength(most === 1 ? total : 8);
    expect(sent.filter((count) => count < 1 || count > most)).toEqual([]);
    expect(await strays()).toBe(0);
  });

  it("hangs, give up waiting and bring each mail to its reader later", async () => {
    await fill(5, 5);
    const settings = { smtpUrl: mailbox.url, from: "gatebook@lab.test", limit: 1_000 };
    for (const mailer of mailers.splice(0)) mailer.close();
    mailers.push(openMailer(settings), openMailer(settings));
    const hung = new Set<string>();
    mailbox.befall = (address) => {
      if (hung.has(address) || hung.size >= 4) return undefined;
      hung.add(address);
      return "hang";
    };
    await deliverAll();
    const { sent, total } = await arrivals();
    expect(hung.size).toBe(4);
    expect(sent).toEqual(Array(total).fill(1));
    expect(await strays()).toBe(0);
  });

  it("refuses some mails for good and does everything else wrong by turns, lose and double none", async () => {
    await fill(15, 15);
    const lost = new Map<string, number>();
    const turns: (Mishap | undefined)[] = ["drop", undefined, 451, "lose", undefined, 421];
    let turn = 0;
    mailbox.befall = (address) => {
      if (Number(/\d+/.exec(address)?.[0]) % 5 === 0) return 554;
      const mishap = turns[turn++ % turns.length];
      if (mishap === "lose") lost.set(address, (lost.get(address) ?? 0) + 1);
      return mishap;
    };
    await deliverAll();
    const rows = await superuser.notice.findMany({ where: { digestId: null } });
    for (const { state, error, toAddress, messageId } of rows) {
      const times = mailbox.received.filter(({ mail }) => mail.messageId === messageId).length;
      if (Number(/\d+/.exec(toAddress)?.[0]) % 5 === 0) {
        expect([state, error, times]).toEqual(["failed", expect.stringContaining("554"), 0]);
      } else {
        expect([state, times]).toEqual(["sent", 1 + (lost.get(toAddress) ?? 0)]);
      }
    }
    expect(await strays()).toBe(0);
  });
});

describe("a worker whose connections to PostgreSQL are cut", () => {
  it("goes on, and no mail is lost or sent under two Message-IDs", async () => {
    await fill(30, 20);
    mailbox.delay = 15;
    const cutting = { goesOn: true };
    const cutter = (async () => {
      while (cutting.goesOn) {
        await superuser.$queryRaw`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'gatebook_app' and random() < 0.3`;
        await sleep(60);
      }
    })();
    for (let round = 0; round < 4; round++) await deliverTogether(round * 4);
    cutting.goesOn = false;
    await cutter;
    for (let round = 4; round < 8; round++) await deliverTogether(round * 4);
    const { sent, total } = await arrivals();
    expect(sent).toHaveLength(total);
    expect(Math.min(...sent)).toBe(1);
    expect(new Set(mailbox.received.map(({ mail }) => mail.messageId)).size).toBe(total);
    expect(await strays()).toBe(0);
  });
});
