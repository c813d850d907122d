import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { openMailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import { deliverNotices } from "../services/delivery";
import { fatesOf } from "../services/reminder-fates";
import { planReminders } from "../services/reminders";
import { sampleTeam } from "../services/sample-team";
import { main } from "./reminders-command";

const ON = "2027-03-01";
let superuser: PrismaClient;
let mailbox: TestMailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
});

beforeEach(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await sampleTeam(superuser, "lab");
  await superuser.notice.deleteMany();
  await superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day("2027-03-15")) } });
  mailbox.received.length = 0;
});

afterEach(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

afterAll(() => mailbox.stop());

/** What the command prints with `--json`, and how it ends. */
async function run(...args: string[]) {
  const print = vi.spyOn(console, "log").mockReturnValue();
  const complain = vi.spyOn(console, "error").mockReturnValue();
  const code = await main(args, () => ({ SMTP_URL: mailbox.url, MAIL_FROM: "gatebook@lab.test" }));
  const printed = print.mock.calls.map(([line]) => String(line));
  const complaints = complain.mock.calls.map(([line]) => String(line));
  print.mockRestore();
  complain.mockRestore();
  return {
    code,
    printed,
    complaints,
    report: args.includes("--json") && JSON.parse(printed[0] ?? ""),
  };
}

it("sends what is due as of the day, once, and reports it as one object", async () => {
  const first = await run("--on", ON, "--json");
  expect(first.code).toBe(0);
  expect(first.printed).toHaveLength(1);
  expect(first.report).toMatchObject({
    ...{ on: ON, dryRun: false, sent: 1, failed: 0, skipped: [], problems: [] },
    selected: [
      {
        team: "lab",
        number: "GB-1",
        milestone: 14,
        dueOn: "2027-03-15",
        why: "holder, owner, lead",
      },
    ],
  });
  expect(mailbox.received.map(({ mail }) => mail.subject)).toEqual([
    expect.stringContaining("access ends 15 Mar 2027 (14 days left)"),
  ]);
  const second = await run("--on", ON, "--json");
  expect(second.report).toMatchObject({
    ...{ selected: [], sent: 0, failed: 0 },
    skipped: [{ number: "GB-1", reason: "planned_before" }],
  });
  expect(mailbox.received).toHaveLength(1);
});

it("in a dry run tells what it would do and does nothing", async () => {
  const { report } = await run("--on", ON, "--dry-run", "--json");
  expect(report).toMatchObject({ dryRun: true, sent: 0, selected: [{ milestone: 14 }] });
  expect(mailbox.received).toEqual([]);
  expect(await superuser.notice.count()).toBe(0);
});

it("counts what a worker sent for it, and neither sends twice", async () => {
  const mailer = openMailer({ smtpUrl: mailbox.url, from: "gatebook@lab.test" });
  const worker = (async () => {
    for (let round = 0; round < 50; round++) {
      await deliverNotices({ kind: "job", name: "worker", now: new Date() }, mailer);
    }
  })();
  const { report } = await run("--on", ON, "--json");
  await worker;
  mailer.close();
  expect(report).toMatchObject({ sent: 1, failed: 0 });
  expect(mailbox.received).toHaveLength(1);
});

it("sends at once what a worker planned for the same day and its reader's morning", async () => {
  const job = { kind: "job", name: "worker", now: new Date() } as const;
  await superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day("2027-03-04")) } });
  await planReminders(job, { on: day(ON) });
  const morning = new Date(job.now.getTime() + 3_600_000);
  await superuser.notice.updateMany({ data: { nextAttemptAt: morning } });
  const { code, report } = await run("--on", ON, "--json");
  expect(report).toMatchObject({ selected: [], sent: 1, failed: 0 });
  expect([code, mailbox.received.length]).toEqual([0, 1]);
});

it("ends with 1 and says what is unsent while the mail server is away, and sends it next time", async () => {
  await mailbox.stop();
  const { code, printed } = await run("--on", ON);
  expect(code).toBe(1);
  expect(printed.join("\n")).toMatch(/Not sent yet, or given up: 1\n.*ECONNREFUSED/);
  await mailbox.start();
  await superuser.notice.updateMany({ data: { nextAttemptAt: new Date() } });
  expect((await run("--on", ON, "--json")).report).toMatchObject({ selected: [], sent: 1 });
});

it("waits for a reminder whose digest is marked as sent a moment before it", async () => {
  const job = { kind: "job", name: "worker", now: new Date() } as const;
  await superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day("2027-03-31")) } });
  const { selected } = await planReminders(job, { on: day(ON) });
  const ids = selected.map(({ noticeId }) => noticeId);
  await superuser.notice.updateMany({
    where: { kind: "digest" },
    data: { state: "sent", attempts: 1, lockedUntil: null },
  });
  expect(await fatesOf(job, ids)).toEqual({ sent: 0, unsent: [], open: 1 });
});

it("works for one team alone where one is named, also on what an earlier run for the day left", async () => {
  await sampleTeam(superuser, "other-lab");
  await superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day("2027-03-15")) } });
  await superuser.notice.deleteMany();
  const first = await run("--on", ON, "--team", "other-lab", "--json");
  expect(first.report).toMatchObject({ selected: [{ team: "other-lab" }], sent: 1, failed: 0 });
  await planReminders({ kind: "job", name: "worker", now: new Date() }, { on: day(ON) });
  const morning = new Date(Date.now() + 3_600_000);
  await superuser.notice.updateMany({
    where: { state: "pending" },
    data: { nextAttemptAt: morning },
  });
  const again = await run("--on", ON, "--team", "other-lab", "--json");
  expect([again.report.selected, again.report.sent]).toEqual([[], 0]);
  expect(await superuser.notice.count({ where: { nextAttemptAt: morning } })).toBeGreaterThan(0);
  expect(mailbox.received).toHaveLength(1);
});

it("refuses a team that does not exist with one sentence", async () => {
  const { code, printed, complaints } = await run("--team", "lost-lab");
  expect([code, printed, complaints.length]).toEqual([1, [], 1]);
  expect(complaints[0]).toContain("lost-lab");
});

it("refuses a day that does not exist with one sentence", async () => {
  const { code, printed, complaints } = await run("--on", "2027-02-30");
  expect([code, printed, complaints.length]).toEqual([1, [], 1]);
});
