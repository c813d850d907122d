import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { type Mailer, openMailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import type { Job } from "../team/actor";
import { deliverNotices } from "./delivery";
import { lookAgain, planAnew } from "./plan-anew";
import { planReminders } from "./reminders";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

const WAITS_MS = 300;
const DAY_MS = 86_400_000;
const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let client: PrismaClient;
let mailbox: TestMailbox;
let mailer: Mailer;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  client = connect(database.appUrl);
  mailbox = await openMailbox();
  mailer = openMailer({ smtpUrl: mailbox.url, from: "gatebook@lab.test" });
});

/** A team whose lead holds, owns and watches the one access, which ends in 5 days. */
beforeEach(async () => {
  setDb(client);
  team = await sampleTeam(superuser, `race-${++teams}`);
  await superuser.notice.deleteMany();
  mailbox.received.length = 0;
  const { teamId } = team;
  const dueOn = dayToColumn(addDays(TODAY, 5));
  await superuser.obligation.updateMany({ where: { teamId }, data: { dueOn } });
});

afterAll(async () => {
  mailer.close();
  await Promise.all([superuser.$disconnect(), db().$disconnect(), mailbox.stop()]);
});

const job: Job = { kind: "job", name: "races", now: SAMPLE_NOW };
const plan = () => planReminders(job, { teamId: team.teamId });
const notices = () => superuser.notice.findMany({ where: { teamId: team.teamId } });

/** Has `before` called, and waited for, right before each statement of whatever runs from now on. */
function interrupt(before: (statement: string) => Promise<unknown> | undefined): void {
  const interrupted = client.$extends({
    query: {
      async $allOperations({ args, query }) {
        await before(JSON.stringify(args));
        return query(args);
      },
    },
  });
  setDb(interrupted as unknown as PrismaClient);
}

describe("a change that comes in between", () => {
  it("any two statements of planning is not slept over", async () => {
    const standIn = await sampleMember(superuser, team.teamId, "member");
    const { teamId, lead } = team;
    const absence = { teamId, personId: lead.personId, standInId: standIn.personId };
    const days = { startsOn: dayToColumn(TODAY), endsOn: dayToColumn(addDays(TODAY, 2)) };
    const absent = () =>
      inTeam(lead, async (tx) => {
        await tx.standIn.create({ data: { ...absence, ...days, createdAt: SAMPLE_NOW } });
        await lookAgain(tx, lead);
      });
    const slept: number[] = [];
    let isOver = false;
    for (let nth = 1; !isOver; nth++) {
      await superuser.notice.deleteMany({ where: { teamId } });
      await superuser.standIn.deleteMany({ where: { teamId } });
      const data = { nextPlanAt: new Date(0) };
      await superuser.obligation.updateMany({ where: { teamId }, data });
      let statements = 0;
      let change: Promise<unknown> | undefined;
      interrupt(() => {
        if (++statements !== nth) return;
        change = absent();
        // From when planning has written a duty until it is done, the change waits.
        return Promise.race([change, sleep(WAITS_MS)]);
      });
      await plan();
      await change;
      isOver = change === undefined;
      setDb(client);
      await plan();
      const told = (await notices()).some(({ personId }) => personId === standIn.personId);
      if (!told && !isOver) slept.push(nth);
    }
    expect(slept).toEqual([]);
  }, 60_000);

  it("dropping a reminder and writing that down lets it be planned again", async () => {
    const { teamId, lead, obligationId } = team;
    const where = { id: obligationId };
    await plan();
    await superuser.obligation.update({ where, data: { state: "done" } });
    // The duty is open again, and planned, after its mail was judged and before it is cancelled.
    let reopened: Promise<unknown> | undefined;
    const reopen = async () => {
      setDb(client);
      await superuser.obligation.update({ where, data: { state: "open" } });
      await inTeam(lead, (tx) => planAnew(tx, lead));
      expect((await plan()).selected).toEqual([]);
    };
    interrupt((statement) => {
      if (statement.includes("n.key || ':' || n.id")) reopened ??= reopen();
      return reopened;
    });
    await deliverNotices(job, mailer);
    setDb(client);
    expect(reopened).toBeDefined();
    expect((await notices()).filter(({ state }) => state === "cancelled")).toHaveLength(1);
    expect((await plan()).selected).toHaveLength(1);
    expect(await superuser.notice.count({ where: { teamId, state: "pending" } })).toBe(1);
  });
});

it("what a clock wrote that ran ahead is not taken for a nearer reminder", async () => {
  const { teamId } = team;
  const dueOn = dayToColumn(addDays(TODAY, 25));
  await superuser.obligation.updateMany({ where: { teamId }, data: { dueOn } });
  const ahead = { ...job, now: new Date(SAMPLE_NOW.getTime() + 20 * DAY_MS) };
  expect((await planReminders(ahead, { teamId })).selected).toMatchObject([{ milestone: 7 }]);
  await inTeam(team.lead, (tx) => lookAgain(tx, team.lead));
  expect((await plan()).selected).toMatchObject([{ milestone: 30 }]);
  expect(await deliverNotices(job, mailer)).toMatchObject({ sent: 1, cancelled: 0 });
});
