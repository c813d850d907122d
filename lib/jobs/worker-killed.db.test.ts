import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayOf } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { freshDatabase, type TestDatabase } from "../launch/test-database";
import { messageIdOf } from "../services/outbox";
import { sampleDutyOf, sampleReader, sampleReminder } from "../services/sample-mail";
import { sampleTeam } from "../services/sample-team";

const ROOT = path.join(import.meta.dirname, "../..");
const MAILS = 60;
/** What a worker may have in hand when it is killed: on the wire, or sent and not marked. */
const IN_HAND = 28;
let database: TestDatabase;
let superuser: PrismaClient;
let mailbox: TestMailbox;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  mailbox = await openMailbox();
});

afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

afterAll(async () => {
  await Promise.all([superuser.$disconnect(), db().$disconnect()]);
  await mailbox.stop();
});

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.appUrl, SMTP_URL: mailbox.url, LOG_LEVEL: "silent" },
    },
    stdio: "ignore",
  });
  workers.push(worker);
  return worker;
}

const sent = (ids: string[]) =>
  superuser.notice.count({ where: { id: { in: ids }, state: "sent" } });
const patiently = { timeout: 40_000, interval: 20 };

it("what a worker had in hand when it was killed goes by another, under the same Message-ID", async () => {
  const team = await sampleTeam(superuser, "killed");
  await superuser.notice.deleteMany();
  await superuser.obligation.deleteMany({ where: { teamId: team.teamId } });
  const now = new Date();
  const ids: string[] = [];
  for (let index = 0; index < MAILS; index++) {
    const reader = await sampleReader(superuser, team);
    const dutyId = await sampleDutyOf(superuser, team, reader, addDays(dayOf(now, "UTC"), 5));
    ids.push(await sampleReminder(superuser, team, { reader, dutyId }, { now }));
  }
  mailbox.delay = 100;
  const first = startWorker();
  await vi.waitFor(() => expect(mailbox.received.length).toBeGreaterThan(8), patiently);
  first.kill("SIGKILL");
  await vi.waitFor(() => expect(first.signalCode).toBe("SIGKILL"), patiently);
  expect(await sent(ids)).toBeLessThan(MAILS);
  // Three minutes later, when its lease has run out.
  await superuser.notice.updateMany({
    where: { state: "pending" },
    data: { lockedUntil: new Date(Date.now() - 1) },
  });
  mailbox.delay = 0;
  startWorker();
  await vi.waitFor(async () => expect(await sent(ids)).toBe(MAILS), patiently);
  // A worker recomputes duties when it starts, which may call for mail to the lead besides.
  const received = mailbox.received.filter(({ to }) => to[0]?.startsWith("reader-"));
  const told = received.map(({ mail }) => mail.messageId);
  expect(new Set(told)).toEqual(new Set(ids.map(messageIdOf)));
  expect(told.length - MAILS).toBeLessThanOrEqual(IN_HAND);
}, 90_000);
