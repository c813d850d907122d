import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { readCalendarFile } from "../calendar/sample-reader";
import { addDays, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { DUTY_LIST } from "../lists/duties";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { readCalendar } from "./calendar";
import { createCalendarFeed, readCalendarFeed } from "./calendar-feeds";
import { listDuties } from "./duty-list";
import { getDutyPanel } from "./duty-panel";
import { sampleTeams } from "./sample-requests";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let us: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl));
  us = await sampleTeams(superuser);
});

beforeEach(async () => {
  await superuser.notice.deleteMany();
  await superuser.obligation.deleteMany();
  await superuser.standIn.deleteMany();
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const dueIn = (days: number) => dayToColumn(addDays(todayFor(us.lead), days));

/** An open duty of somebody's, due so many days from today. */
async function duty(owner: Member, days: number, more: { what?: string; personId?: string } = {}) {
  const { id } = await superuser.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, kind: "tell", subject: randomUUID() },
      ...{
        what: `In ${days} days`,
        rule: "A rule.",
        source: "A page.",
        dueOn: dueIn(days),
        ...more,
      },
    },
  });
  return id;
}

async function mail(state: "failed" | "held" | "sent", bounced: boolean, daysAgo = 0) {
  const at = new Date(us.lead.now.getTime() - daysAgo * 86_400_000);
  await superuser.notice.create({
    data: {
      ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", state, bounced },
      ...{ teamId: us.lead.teamId, toAddress: "ana@lab.test", createdAt: at, nextAttemptAt: at },
    },
  });
}

const shown = async (who: Member) => (await getDutyPanel(who)).mine.map(({ what }) => what);

describe("the duties of somebody", () => {
  it("are those they own or are concerned by, what is late on top, then the nearest", async () => {
    await duty(us.member, 20);
    await duty(us.member, -3);
    await duty(us.lead, 5, { what: "About the member", personId: us.member.personId });
    await duty(us.lead, 1, { what: "Of the lead" });
    const closed = await duty(us.member, 2);
    await superuser.obligation.update({ where: { id: closed }, data: { state: "done" } });
    expect(await shown(us.member)).toEqual(["In -3 days", "About the member", "In 20 days"]);
    const { mine } = await getDutyPanel(us.member);
    expect(mine.map(({ owner }) => owner)).toEqual([null, us.lead.name, null]);
    expect(await shown(us.viewer)).toEqual([]);
    expect(await shown(us.stranger)).toEqual([]);
  });

  it("are those of somebody who is away, from the first to the last day of the absence", async () => {
    await duty(us.colleague, 4);
    const absence = {
      teamId: us.lead.teamId,
      personId: us.colleague.personId,
      createdAt: us.lead.now,
    };
    const row = await superuser.standIn.create({
      data: { ...absence, standInId: us.member.personId, startsOn: dueIn(0), endsOn: dueIn(0) },
    });
    expect(await shown(us.member)).toEqual(["In 4 days"]);
    await superuser.standIn.update({
      where: { id: row.id },
      data: { startsOn: dueIn(1), endsOn: dueIn(9) },
    });
    expect(await shown(us.member)).toEqual([]);
    await superuser.standIn.update({
      where: { id: row.id },
      data: { startsOn: dueIn(-9), endsOn: dueIn(-1) },
    });
    expect(await shown(us.member)).toEqual([]);
  });

  it("are eight at most, and counted all", async () => {
    for (let days = 1; days <= 11; days++) await duty(us.member, days);
    const { mine, count } = await getDutyPanel(us.member);
    expect([mine.length, count]).toEqual([8, 11]);
  });
});

describe("what those who organise see besides", () => {
  it("counts what the team missed and what is due in 30 days, both ends included", async () => {
    for (const days of [-40, -1, 0, 30, 31]) await duty(us.member, days);
    for (const who of [us.lead, us.colleague]) {
      expect((await getDutyPanel(who)).team).toEqual({ missed: 2, soon: 2 });
    }
    for (const who of [us.member, us.viewer]) {
      expect(await getDutyPanel(who)).toMatchObject({ team: null, mail: null });
    }
    expect((await getDutyPanel(us.stranger)).team).toEqual({ missed: 0, soon: 0 });
  });

  it("counts mail that is held, came back or failed of late", async () => {
    await mail("held", false, 300);
    await mail("failed", true);
    await mail("failed", false);
    await mail("failed", false, 29);
    await mail("failed", false, 31);
    await mail("sent", false);
    expect((await getDutyPanel(us.lead)).mail).toEqual({ failed: 2, bounced: 1, held: 1 });
    expect((await getDutyPanel(us.stranger)).mail).toEqual({ failed: 0, bounced: 0, held: 0 });
  });
});

/** How many duties each place shows somebody as theirs. */
async function counted(who: Member) {
  const list = await listDuties(who, readView(DUTY_LIST, { q: "state:open member:me" }));
  const calendar = await readCalendar(who, { person: "me" });
  const address = await createCalendarFeed(who, { commandId: randomUUID(), scope: "mine" });
  const secret = address.replace(/.*\/|\.ics$/g, "");
  const feed = await readCalendarFeed({ kind: "visitor", ip: "192.0.2.1", now: who.now }, secret);
  return {
    dashboard: (await getDutyPanel(who)).count,
    list: [list.rows.length, list.counts.open ?? 0],
    calendar: calendar.overdue.length + calendar.lines.length,
    feed: readCalendarFile(feed.text).parts.length,
  };
}

const everywhere = (count: number) => ({
  ...{ dashboard: count, list: [count, count], calendar: count, feed: count },
});

describe("what is somebody's", () => {
  it("is the same on the dashboard, in the list, in the calendar and in the feed", async () => {
    const { member, colleague, lead } = us;
    await duty(member, 3);
    await duty(lead, 5, { personId: member.personId });
    await duty(lead, 7);
    expect(await counted(member)).toEqual(everywhere(2));
    await duty(colleague, 4);
    const { teamId, now: createdAt } = lead;
    const absence = { teamId, personId: colleague.personId, standInId: member.personId, createdAt };
    await superuser.standIn.create({
      data: { ...absence, startsOn: dueIn(0), endsOn: dueIn(0) },
    });
    expect(await counted(member)).toEqual(everywhere(3));
  });

  it("holds the ends of a project's approvals for its principal investigators", async () => {
    const { teamId, grantId, lead, requestId } = await sampleTeam(superuser, `lab-${randomUUID()}`);
    const other = { teamId, name: "Zoe", startsOn: dueIn(-400) };
    const { id: ownerId } = await superuser.person.create({ data: other });
    await superuser.obligation.updateMany({ where: { teamId }, data: { ownerId } });
    await superuser.grant.update({ where: { id: grantId }, data: { personId: null } });
    expect(await counted(lead)).toEqual(everywhere(1));
    await superuser.requestPerson.deleteMany({ where: { teamId, requestId, function: "pi" } });
    expect(await counted(lead)).toEqual(everywhere(0));
  });
});

describe("the end of an approval", () => {
  let team: SampleTeam;

  it("is a duty of its holder, whoever has the request in their care", async () => {
    team = await sampleTeam(superuser, `lab-${randomUUID()}`);
    const { teamId, requestId, grantId, lead } = team;
    const other = await superuser.person.create({
      data: { teamId, name: "Zoe", startsOn: dueIn(-400) },
    });
    await superuser.obligation.updateMany({ where: { teamId }, data: { ownerId: other.id } });
    const [line] = (await getDutyPanel(lead)).mine;
    expect(line).toMatchObject({ owner: "Zoe", request: { number: team.number } });
    await superuser.grant.update({ where: { id: grantId }, data: { personId: null } });
    expect((await getDutyPanel(lead)).mine).toHaveLength(1);
    // The sample's lead is the principal investigator of the request.
    await superuser.requestPerson.deleteMany({ where: { teamId, requestId, function: "pi" } });
    expect((await getDutyPanel(lead)).mine).toEqual([]);
  });
});
