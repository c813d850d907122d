import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { MOST_COUNTED, NOTICES_A_PAGE } from "../reminders/inbox-form";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { listNotices, markRead, markUnread, unreadCount } from "./inbox";
import { refusal, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let us: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl));
  us = await sampleTeams(superuser);
});

beforeEach(() => superuser.notice.deleteMany());

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const ALL = { unread: false, page: 1 };
const UNREAD = { unread: true, page: 1 };

/** A duty apart from any request, due so many days from the owner's today. */
async function duty(owner: Member, days: number, what = "Tell the archive who left.") {
  const { id } = await superuser.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, kind: "tell", subject: randomUUID() },
      ...{ what, rule: "30 days.", source: "A page.", dueOn: dayToColumn(dueIn(owner, days)) },
    },
  });
  return id;
}

function dueIn(owner: Member, days: number): Day {
  return addDays(todayFor(owner), days);
}

/** A reminder to somebody, written so many hours before now. */
async function notice(
  to: Member,
  obligationId: string | null,
  more: {
    state?: "pending" | "sent" | "failed" | "in_app" | "cancelled" | "held";
    kind?: string;
    milestone?: number;
  } = {},
  hoursAgo = 0,
) {
  const at = new Date(to.now.getTime() - hoursAgo * 3_600_000);
  const { id } = await superuser.notice.create({
    data: {
      ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", state: "sent", ...more },
      ...{ teamId: to.teamId, personId: to.personId, obligationId, toAddress: "ana@lab.test" },
      ...{ createdAt: at, nextAttemptAt: at, reasons: ["owner"] },
    },
  });
  return id;
}

describe("the notices of somebody", () => {
  it("are their own reminders, whatever their role, and nobody else's", async () => {
    const { lead, colleague, member, viewer, stranger } = us;
    const everybody = [lead, colleague, member, viewer, stranger];
    const ids = [];
    for (const each of everybody) ids.push(await notice(each, await duty(each, 9)));
    for (const [index, each] of everybody.entries()) {
      const { notices } = await listNotices(each, ALL);
      expect(notices.map(({ id }) => id)).toEqual([ids[index]]);
      expect(await unreadCount(each)).toBe(1);
    }
  });

  it("are those that were mailed, wait, failed or came in Gatebook only, newest first", async () => {
    const id = await duty(us.viewer, 9);
    const states = ["sent", "failed", "in_app", "pending", "cancelled", "held"] as const;
    for (const [index, state] of states.entries()) {
      await notice(us.viewer, id, { state }, index + 1);
    }
    await notice(us.viewer, id, { kind: "digest" });
    await notice(us.viewer, null);
    const { notices } = await listNotices(us.viewer, ALL);
    expect(notices.map(({ way }) => way)).toEqual(["sent", "failed", "in_app", "pending"]);
    expect(await unreadCount(us.viewer)).toBe(4);
  });

  it("say what their mail says, with the days as the reader counts them", async () => {
    const east = {
      ...us.member,
      timeZone: "Pacific/Kiritimati",
      now: new Date("2027-03-10T10:30Z"),
    };
    const id = await duty(east, 3);
    await notice(east, id);
    const [told] = (await listNotices(east, ALL)).notices;
    expect(told).toMatchObject({
      subject: "Due 14 Mar 2027 (3 days left): Tell the archive who left.",
      due: "It is due on Sunday 14 March 2027: 3 days are left.",
      ...{ dutyId: id, state: "due_soon", reasons: ["owner"], isRead: false },
    });
    const west = { ...east, timeZone: "Pacific/Pago_Pago" };
    const [other] = (await listNotices(west, ALL)).notices;
    expect(other?.subject).toContain("5 days left");
  });

  it("say why they came, which milestone it was, and the moment of what is due by the hour", async () => {
    const { member } = us;
    const id = await duty(member, 1);
    const dueAt = new Date(`${dueIn(member, 1)}T10:15:00Z`);
    await superuser.obligation.update({ where: { id }, data: { dueAt } });
    await notice(member, id, { milestone: 1_004 });
    await superuser.notice.updateMany({ data: { reasons: ["stand_in", "unheard_of", "owner"] } });
    const [told] = (await listNotices({ ...member, timeZone: "Asia/Kathmandu" }, ALL)).notices;
    expect(told).toMatchObject({ reasons: ["owner", "stand_in"], milestone: 1_004 });
    expect(told?.due).toMatch(/^It must be done by \d.* 16:00 \(Asia\/Kathmandu\)\.$/);
  });

  it("say how the duty stands now", async () => {
    const late = await duty(us.member, -2);
    const done = await duty(us.member, 20);
    await superuser.obligation.update({ where: { id: done }, data: { state: "done" } });
    await notice(us.member, late, {}, 1);
    await notice(us.member, done, {}, 2);
    const { notices } = await listNotices(us.member, ALL);
    expect(notices.map(({ state }) => state)).toEqual(["overdue", "done"]);
    expect(notices[1]?.brief).toBe("Tell the archive who left.");
  });

  it("come a page at a time, and past the last page it is the last", async () => {
    const id = await duty(us.lead, 9);
    for (let hours = 0; hours <= NOTICES_A_PAGE; hours++) await notice(us.lead, id, {}, hours);
    const first = await listNotices(us.lead, ALL);
    expect([first.notices.length, first.pages]).toEqual([NOTICES_A_PAGE, 2]);
    const last = await listNotices(us.lead, { ...ALL, page: 9 });
    expect([last.notices.length, last.page]).toEqual([1, 2]);
  });

  it("are not counted past what is shown", async () => {
    const id = await duty(us.lead, 9);
    const at = us.lead.now;
    await superuser.notice.createMany({
      data: Array.from({ length: MOST_COUNTED + 20 }, () => ({
        ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", obligationId: id },
        ...{ teamId: us.lead.teamId, personId: us.lead.personId, toAddress: "ana@lab.test" },
        ...{ createdAt: at, nextAttemptAt: at },
      })),
    });
    expect(await unreadCount(us.lead)).toBe(MOST_COUNTED + 1);
  });
});

describe("reading a notice", () => {
  it("marks it once, and keeps when", async () => {
    const id = await notice(us.viewer, await duty(us.viewer, 9));
    expect(await markRead(us.viewer, { ids: [id] })).toBe(1);
    const later = { ...us.viewer, now: new Date(us.viewer.now.getTime() + 60_000) };
    expect(await markRead(later, { ids: [id] })).toBe(0);
    const { readAt } = await superuser.notice.findUniqueOrThrow({ where: { id } });
    expect(readAt).toEqual(us.viewer.now);
    expect((await listNotices(us.viewer, ALL)).notices[0]?.isRead).toBe(true);
    expect((await listNotices(us.viewer, UNREAD)).notices).toEqual([]);
    await markUnread(us.viewer, { ids: [id] });
    expect(await unreadCount(us.viewer)).toBe(1);
  });

  it("of a duty marks all of the reader's about it, and no other", async () => {
    const id = await duty(us.member, 9);
    await notice(us.member, id, {}, 1);
    await notice(us.member, id, {}, 2);
    await notice(us.member, await duty(us.member, 8));
    await notice(us.lead, id);
    expect(await markRead(us.member, { dutyId: id })).toBe(2);
    expect(await unreadCount(us.member)).toBe(1);
    expect(await unreadCount(us.lead)).toBe(1);
  });

  it("of all leaves what came after the page was shown", async () => {
    const id = await duty(us.member, 9);
    await notice(us.member, id, {}, 5);
    await notice(us.member, id);
    const upTo = new Date(us.member.now.getTime() - 3_600_000);
    expect(await markRead(us.member, { upTo })).toBe(1);
    expect(await unreadCount(us.member)).toBe(1);
  });

  it("is refused for what is somebody else's, in the team or beyond, and changes nothing", async () => {
    const own = await notice(us.member, await duty(us.member, 9));
    const foreign = await notice(us.lead, await duty(us.lead, 9));
    for (const who of [us.member, us.stranger]) {
      expect((await refusal(markRead(who, { ids: [own, foreign] }))).code).toBe("NOT_FOUND");
      expect((await refusal(markUnread(who, { ids: [foreign] }))).code).toBe("NOT_FOUND");
    }
    expect(await unreadCount(us.member)).toBe(1);
    expect(await unreadCount(us.lead)).toBe(1);
  });
});
