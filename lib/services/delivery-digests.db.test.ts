import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { readCalendarFile } from "../calendar/sample-reader";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import type { Mailer } from "../email/transport";
import { readUnsubscribe } from "../email/unsubscribe-link";
import { freshDatabase } from "../launch/test-database";
import { deliverNotices } from "./delivery";
import {
  deliveryAfter,
  type SampleReader,
  sampleDay,
  sampleDigest,
  sampleDutyOf,
  sampleMailer,
  sampleReader,
  sampleReminder,
} from "./sample-mail";
import { SAMPLE_NOW, type SampleTeam, sampleTeam } from "./sample-team";

const HOUR = 3_600_000;
let superuser: PrismaClient;
let mailbox: TestMailbox;
let mailer: Mailer;
let team: SampleTeam;
let ana: SampleReader;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl, { max: 20 }));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  mailbox = await openMailbox();
  mailer = sampleMailer(mailbox);
  team = await sampleTeam(superuser, `digests-${++teams}`);
  ana = await sampleReader(superuser, team);
  await superuser.notice.deleteMany();
});

afterEach(async () => {
  mailer.close();
  await mailbox.stop();
});

const deliver = (after = 0) => deliverNotices(deliveryAfter(after), mailer);
const dutyOf = (reader: SampleReader, days: number) =>
  sampleDutyOf(superuser, team, reader, sampleDay(days));
const digestOf = (reader: SampleReader, dutyIds: string[]) =>
  sampleDigest(superuser, team, { reader, dutyIds });
const subjects = () => mailbox.received.map(({ mail }) => mail.subject);
const linesOf = (action: string) =>
  superuser.event.findMany({ where: { teamId: team.teamId, action }, orderBy: { seq: "asc" } });

/** State and reason of each reminder, nearest first, and of the digest itself last. */
async function statesOf(digestId: string) {
  const rows = await superuser.notice.findMany({
    where: { OR: [{ digestId }, { id: digestId }] },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }],
  });
  return rows.map(({ state, error, bounced }) => [state, error, bounced]);
}

describe("a digest", () => {
  it("goes as one mail with all that it gathers, which is sent with it", async () => {
    const duties = [await dutyOf(ana, 20), await dutyOf(ana, 40)];
    const digest = await digestOf(ana, duties);
    expect(await deliver()).toEqual({ sent: 1, failed: 0, cancelled: 0, waiting: 0 });
    const [{ to, mail } = expect.fail()] = mailbox.received;
    expect(to).toEqual([ana.address]);
    for (const id of duties) {
      expect(mail.text).toContain(`http://localhost:3000/t/${team.slug}/duties/${id}\n`);
    }
    const calendar = mail.attachments[0]?.content.toString() ?? "";
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(await statesOf(digest)).toEqual(Array(3).fill(["sent", null, false]));
    expect(await linesOf("reminder.sent")).toMatchObject([
      { data: { to: ana.name, dueOn: sampleDay(20), milestone: 30 } },
      { data: { to: ana.name, dueOn: sampleDay(40), milestone: 30 } },
    ]);
    expect(await deliver(HOUR)).toMatchObject({ sent: 0 });
  });

  it("carries dates that ring when its reader is reminded", async () => {
    const { teamId } = team;
    const own = { teamId, level: "person", personId: ana.personId, updatedAt: SAMPLE_NOW };
    await superuser.schedule.create({ data: { ...own, leads: [35, 3], after: "never" } });
    await digestOf(ana, [await dutyOf(ana, 20), await dutyOf(ana, 40)]);
    await deliver();
    const calendar = mailbox.received[0]?.mail.attachments[0]?.content.toString() ?? "";
    const rings = readCalendarFile(calendar).parts.map(({ parts }) =>
      parts.map(({ values }) => values.get("TRIGGER")),
    );
    expect(rings).toEqual(Array(2).fill(["-P34DT16H", "-P2DT16H"]));
  });

  it("can be ended with one click by its reader alone; an urgent reminder cannot", async () => {
    await digestOf(ana, [await dutyOf(ana, 20), await dutyOf(ana, 40)]);
    await deliver();
    const lines = mailbox.received[0]?.mail.headerLines ?? [];
    const line = lines.find(({ key }) => key === "list-unsubscribe")?.line;
    const token = /^List-Unsubscribe: <http:\/\/localhost:3000\/\S+token=(\S+)>$/.exec(line ?? "");
    expect(readUnsubscribe(token?.[1] ?? "")).toEqual({
      ...{ teamId: team.teamId, personId: ana.personId },
    });
    await sampleReminder(superuser, team, { reader: ana, dutyId: await dutyOf(ana, 5) });
    await deliver();
    const alone = mailbox.received[1]?.mail;
    expect(alone?.headers.has("list-unsubscribe")).toBe(false);
    expect(alone?.attachments[0]?.filename).toBe("gatebook.ics");
  });

  it("drops what is done or rests meanwhile, and is dropped when nothing is left", async () => {
    const duties = [await dutyOf(ana, 20), await dutyOf(ana, 30), await dutyOf(ana, 40)];
    const [first, second, third] = duties as [string, string, string];
    const digest = await digestOf(ana, duties);
    await superuser.obligation.update({ where: { id: first }, data: { state: "done" } });
    const until = new Date(sampleDay(1));
    const rest = { teamId: team.teamId, personId: ana.personId, until, createdAt: SAMPLE_NOW };
    await superuser.snooze.create({ data: { ...rest, obligationId: second } });
    await superuser.obligation.update({ where: { id: third }, data: { state: "done" } });
    expect(await deliver()).toEqual({ sent: 0, failed: 0, cancelled: 1, waiting: 0 });
    expect(mailbox.received).toEqual([]);
    expect(await statesOf(digest)).toEqual([
      ["cancelled", "The duty was closed meanwhile.", false],
      ["cancelled", "Its reader lets it rest for now.", false],
      ["cancelled", "The duty was closed meanwhile.", false],
      ["cancelled", "Nothing that it gathered is due any more.", false],
    ]);
    expect(await linesOf("reminder.cancelled")).toHaveLength(3);
    // Awake again, the reminder may be planned anew, under the key that it had.
    await superuser.snooze.deleteMany();
    await sampleReminder(superuser, team, { reader: ana, dutyId: second, milestone: 30 });
    expect(await deliver()).toMatchObject({ sent: 1 });
  });

  it("left with one reminder reads as that one alone", async () => {
    const [near, far] = [await dutyOf(ana, 20), await dutyOf(ana, 40)];
    await digestOf(ana, [near, far]);
    await superuser.obligation.update({ where: { id: far }, data: { state: "done" } });
    await deliver();
    const [{ mail } = expect.fail()] = mailbox.received;
    await sampleReminder(superuser, team, { reader: ana, dutyId: near, milestone: 29 });
    await deliver();
    const alone = mailbox.received[1]?.mail;
    expect(mail.subject).toBe(alone?.subject);
    const upToSmallPrint = (text = "") => text.split("\n-- \n")[0];
    expect(upToSmallPrint(mail.text)).toBe(upToSmallPrint(alone?.text));
  });

  it("leaves what joins it while it is sent to go alone", async () => {
    const digest = await digestOf(ana, [await dutyOf(ana, 20), await dutyOf(ana, 40)]);
    const dutyId = await dutyOf(ana, 25);
    let joining: Promise<string> | undefined;
    mailbox.befall = () => {
      joining ??= sampleReminder(superuser, team, { reader: ana, dutyId }, { digestId: digest });
      return undefined;
    };
    mailbox.delay = 100;
    await deliver();
    await joining;
    await deliver();
    expect(subjects()).toHaveLength(2);
    expect(mailbox.received[1]?.mail.text).toContain(dutyId);
  });

  it("loses one that nobody can write, and nobody else's", async () => {
    const broken = await dutyOf(ana, 20);
    await digestOf(ana, [broken, await dutyOf(ana, 30), await dutyOf(ana, 40)]);
    await superuser.request.update({ where: { id: team.requestId }, data: { archive: "none" } });
    const { requestId } = team;
    await superuser.obligation.update({ where: { id: broken }, data: { requestId } });
    expect(await deliver()).toMatchObject({ sent: 1, waiting: 0 });
    expect(await deliver()).toMatchObject({ sent: 0, waiting: 1 });
    expect(mailbox.received[0]?.mail.text).not.toContain(broken);
    expect(await superuser.notice.findFirst({ where: { obligationId: broken } })).toMatchObject({
      ...{ state: "pending", digestId: null, error: expect.stringContaining("its log tells why") },
    });
  });

  it("is not sent again for another's refused address, and the refusal is known of each duty in it", async () => {
    const bo = await sampleReader(superuser, team);
    const [mine, his] = [
      [20, 40],
      [21, 41],
    ].map((days) => days) as [number[], number[]];
    const ofAna = await digestOf(ana, await Promise.all(mine.map((days) => dutyOf(ana, days))));
    const dutiesOfBo = await Promise.all(his.map((days) => dutyOf(bo, days)));
    const ofBo = await digestOf(bo, dutiesOfBo);
    mailbox.refuseRecipient = (address) => (address === bo.address ? 550 : undefined);
    expect(await deliver()).toEqual({ sent: 1, failed: 1, cancelled: 0, waiting: 0 });
    expect(await statesOf(ofAna)).toEqual(Array(3).fill(["sent", null, false]));
    const refusal = expect.stringContaining("550");
    expect(await statesOf(ofBo)).toEqual(Array(3).fill(["failed", refusal, true]));
    expect(await linesOf("reminder.failed")).toHaveLength(2);
    const duties = await superuser.obligation.findMany({ where: { id: { in: dutiesOfBo } } });
    expect(duties.map(({ nextPlanAt }) => nextPlanAt.getTime())).toEqual([0, 0]);
    const [queued] = await superuser.$queryRaw<unknown[]>`
      select 1 from graphile_worker._private_jobs where key = ${`plan:${team.teamId}`}`;
    expect(queued).toBeDefined();
  });
});

describe("the text of a reminder", () => {
  it("counts from its reader's own day", async () => {
    const zones = ["Pacific/Pago_Pago", "Pacific/Kiritimati"];
    const near = SAMPLE_NOW.getTime() + 3 * HOUR;
    for (const zone of zones) {
      const reader = await sampleReader(superuser, team, zone);
      const dutyId = await dutyOf(reader, 5);
      const plannedOn = sampleDay(zone === "Pacific/Kiritimati" ? 1 : 0);
      const now = new Date(near);
      await sampleReminder(superuser, team, { reader, dutyId }, { now, plannedOn });
    }
    await deliver(3 * HOUR);
    // At 12:00 in UTC it is 01:00 of this day in Pago Pago and 02:00 of the next in Kiritimati.
    expect(
      subjects()
        .map((subject) => /\(.*\)/.exec(subject ?? "")?.[0])
        .sort(),
    ).toEqual(["(4 days left)", "(5 days left)"]);
  });
});
