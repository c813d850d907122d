import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { windowSubject } from "../requests/renewal-subject";
import type { Job, Member } from "../team/actor";
import { closeObligations } from "./obligations";
import { planReminders } from "./reminders";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

const TODAY = day("2026-11-22");
const job: Job = { kind: "job", name: "plan_reminders", now: SAMPLE_NOW };
let superuser: PrismaClient;
let team: SampleTeam;
let owner: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `plan-${++teams}`);
  const { teamId, noticeId, requestId } = team;
  await superuser.notice.delete({ where: { id: noticeId } });
  owner = await sampleMember(superuser, teamId, "member");
  await superuser.request.update({ where: { id: requestId }, data: { ownerId: owner.personId } });
  await endIn(25);
});

/** Lets the access of the sample team end so many days from today. */
async function endIn(days: number): Promise<Day> {
  const dueOn = addDays(TODAY, days);
  await superuser.obligation.updateMany({
    where: { teamId: team.teamId },
    data: { dueOn: dayToColumn(dueOn) },
  });
  return dueOn;
}

const plan = (on: Day = TODAY, dryRun = false) =>
  planReminders(job, { on, teamId: team.teamId, dryRun });
/** The reminders, without the digests that carry them. */
const notices = () =>
  superuser.notice.findMany({ where: { teamId: team.teamId, kind: "reminder" } });
const events = (action: string) =>
  superuser.event.findMany({ where: { teamId: team.teamId, action } });

describe("planning", () => {
  it("writes one message per person concerned, with its history and the job that sends it", async () => {
    const { selected, skipped, problems } = await plan();
    expect(
      selected.map(({ to, milestone, dueOn, why, number }) => [to, milestone, dueOn, why, number]),
    ).toEqual([
      [expect.stringContaining(team.lead.name), 30, addDays(TODAY, 25), "holder, lead", "GB-1"],
      [expect.stringContaining(owner.name), 30, addDays(TODAY, 25), "owner", "GB-1"],
    ]);
    expect([skipped, problems]).toEqual([[], []]);
    expect(await notices()).toHaveLength(2);
    expect(await events("reminder.planned")).toMatchObject([
      {
        actorName: "plan_reminders",
        requestId: team.requestId,
        data: { milestone: 30, on: TODAY },
      },
    ]);
    const [queued] = await superuser.$queryRaw<unknown[]>`
      select 1 from graphile_worker._private_jobs where key = 'deliver_notices'`;
    expect(queued).toBeDefined();
    expect(await superuser.reminderRun.findFirst({ orderBy: { startedAt: "desc" } })).toMatchObject(
      {
        kind: "plan_day",
        report: { selected: 2, gathered: 2, urgent: 0, mails: 2, skipped: {}, failedTeams: 0 },
      },
    );
  });

  it("adds nothing when it runs again, nor when several run at once", async () => {
    const runs = await Promise.all([plan(), plan(), plan()]);
    expect(runs.flatMap(({ selected }) => selected)).toHaveLength(2);
    const again = await plan();
    expect(again.selected).toEqual([]);
    expect(again.skipped).toMatchObject([{ number: "GB-1", reason: "planned_before" }]);
    expect(await notices()).toHaveLength(2);
    expect((await events("reminder.planned")).length).toBeLessThanOrEqual(2);
  });

  it("changes nothing in a dry run and reports what a real one would do", async () => {
    const dry = await plan(TODAY, true);
    expect(await notices()).toEqual([]);
    expect(await events("reminder.planned")).toEqual([]);
    const real = await plan();
    const lines = (report: typeof dry) =>
      report.selected.map(({ to, milestone }) => [to, milestone]);
    expect(lines(dry)).toEqual(lines(real));
    expect((await plan(TODAY, true)).selected).toEqual([]);
  });

  it("after days without a run sends the nearest milestone only", async () => {
    await plan();
    await plan(addDays(TODAY, 23));
    const milestones = (await notices()).map(({ milestone }) => milestone);
    expect(milestones.sort()).toEqual([30, 30, 7, 7]);
  });

  it("reminds again when the end has moved", async () => {
    await plan();
    await endIn(26);
    expect((await plan()).selected).toHaveLength(2);
  });

  it("tells once, on its day, that a window opens, since the end itself is reminded of", async () => {
    const { teamId, requestId, cycleId, lead } = team;
    await endIn(200);
    const opens = await superuser.obligation.create({
      data: {
        ...{ teamId, requestId, ownerId: lead.personId, kind: "dbgap_renewal_window" },
        ...{ subject: windowSubject(cycleId), what: "Begin the renewal", rule: "r", source: "s" },
        dueOn: dayToColumn(TODAY),
      },
    });
    const days = [-30, -1, 0, 3, 40].map((count) => addDays(TODAY, count));
    const sent: number[] = [];
    for (const on of days) sent.push((await plan(on)).selected.length);
    expect(sent).toEqual([0, 0, 1, 0, 0]);
    await superuser.notice.deleteMany({ where: { obligationId: opens.id } });
    await superuser.obligation.delete({ where: { id: opens.id } });
  });

  it("is silent for far ends, closed duties, closed requests and filed renewals", async () => {
    const { teamId, requestId, itemId, grantId } = team;
    await endIn(91);
    expect(await plan()).toMatchObject({ selected: [], skipped: [] });
    await endIn(25);
    const round = await superuser.cycle.create({
      data: { teamId, requestId, number: 2, kind: "renewal", startedOn: dayToColumn(TODAY) },
    });
    const item = { where: { id: itemId } };
    // Merely begun, or being signed in our own house, a renewal silences nothing.
    for (const status of ["draft", "internal_signoff"] as const) {
      await superuser.requestItem.update({ ...item, data: { status } });
      expect((await plan(TODAY, true)).selected).toHaveLength(2);
    }
    await superuser.cycle.update({
      where: { id: round.id },
      data: { submittedOn: dayToColumn(TODAY) },
    });
    await superuser.requestItem.update({ ...item, data: { status: "in_review" } });
    expect((await plan()).skipped).toMatchObject([{ reason: "renewal_filed" }]);
    // Once it is given up, the signature of the next one, which is not filed yet, silences nothing.
    await superuser.cycle.update({ where: { id: round.id }, data: { state: "withdrawn" } });
    await superuser.requestItem.update({ ...item, data: { status: "internal_signoff" } });
    expect((await plan(TODAY, true)).selected).toHaveLength(2);
    await superuser.requestItem.update({ ...item, data: { status: "closed" } });
    expect((await plan()).skipped).toMatchObject([{ reason: "request_closed" }]);
    await superuser.requestItem.update({ ...item, data: { status: "approved" } });
    expect((await plan(TODAY, true)).selected).toHaveLength(2);
    const closing = { grantId, closedOn: TODAY, why: "renewed" };
    await inTeam(team.lead, (tx) => closeObligations(tx, team.lead, closing));
    expect(await plan()).toMatchObject({ selected: [], skipped: [] });
    expect(await superuser.obligation.findFirst({ where: { grantId } })).toMatchObject({
      state: "done",
      closedWhy: "renewed",
    });
  });

  it("leaves out who has left, and names it a problem when nobody is left", async () => {
    const yesterday = dayToColumn(addDays(TODAY, -1));
    await superuser.person.update({
      where: { id: owner.personId },
      data: { startsOn: yesterday, endsOn: yesterday },
    });
    expect((await plan(TODAY, true)).selected).toHaveLength(1);
    await superuser.person.update({
      where: { id: team.lead.personId },
      data: { startsOn: yesterday, endsOn: yesterday },
    });
    const { selected, problems } = await plan();
    expect(selected.map(({ why }) => why)).toEqual(["lead"]);
    expect(problems).toMatchObject([{ number: "GB-1", problem: "nobody_on_team" }]);
  });

  it("gives what lies with somebody who has left to a lead who is there, whatever day it plans for", async () => {
    const { teamId, requestId } = team;
    const duty = await superuser.obligation.create({
      data: {
        ...{ teamId, ownerId: owner.personId, kind: "review", subject: "s", what: "Review it." },
        ...{ dueOn: dayToColumn(addDays(TODAY, 7)), rule: "r", source: "s" },
      },
    });
    const ownerOf = async () => [
      (await superuser.request.findUniqueOrThrow({ where: { id: requestId } })).ownerId,
      (await superuser.obligation.findUniqueOrThrow({ where: { id: duty.id } })).ownerId,
    ];
    const leaveOn = (endsOn: Day) =>
      superuser.person.update({
        where: { id: owner.personId },
        data: { startsOn: dayToColumn(addDays(TODAY, -9)), endsOn: dayToColumn(endsOn) },
      });
    await leaveOn(TODAY);
    await plan(addDays(TODAY, 5));
    expect(await ownerOf()).toEqual([owner.personId, owner.personId]);
    await leaveOn(addDays(TODAY, -1));
    await plan(TODAY, true);
    expect(await ownerOf()).toEqual([owner.personId, owner.personId]);
    await plan();
    expect(await ownerOf()).toEqual([team.lead.personId, team.lead.personId]);
    await plan();
    expect(await events("request.handedOver")).toMatchObject([{ actorName: "plan_reminders" }]);
  });

  it("reaches a person without an address at the one they sign in with", async () => {
    await superuser.person.update({ where: { id: owner.personId }, data: { email: null } });
    const user = await superuser.user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect((await plan()).selected[1]?.to).toBe(`${owner.name} <${user.email}>`);
  });

  it("reminds of a duty without an approval its own owner, not the request's, until it is closed", async () => {
    const { teamId, requestId } = team;
    await superuser.obligation.deleteMany({ where: { teamId } });
    const steward = await sampleMember(superuser, teamId, "member");
    const duty = await superuser.obligation.create({
      data: {
        ...{ teamId, requestId, ownerId: steward.personId, kind: "remove_copies", subject: "s" },
        ...{ what: "Remove Ana.", dueOn: dayToColumn(addDays(TODAY, 7)), rule: "r", source: "s" },
      },
    });
    expect((await plan(TODAY, true)).selected).toMatchObject([
      { to: expect.stringContaining(steward.name), number: "GB-1", dataset: "Remove Ana." },
      { to: expect.stringContaining(team.lead.name), why: "lead" },
    ]);
    await superuser.obligation.update({
      where: { id: duty.id },
      data: { requestId: null, personId: owner.personId },
    });
    const dataset = `Remove Ana. (${owner.name})`;
    expect((await plan(TODAY, true)).selected).toMatchObject([
      { number: null, dataset },
      { number: null, dataset },
    ]);
    await superuser.obligation.update({ where: { id: duty.id }, data: { state: "done" } });
    expect(await plan()).toMatchObject({ selected: [], skipped: [] });
  });

  it("goes through more duties than a page holds, each once, and through every team", async () => {
    const other = await sampleTeam(superuser, `plan-${++teams}`);
    await addDuties(250);
    const { selected } = await planReminders(job, { on: TODAY });
    const mine = selected.filter((line) => line.team === team.slug);
    expect(mine).toHaveLength(251 * 2);
    expect(new Set(mine.map(({ noticeId }) => noticeId)).size).toBe(251 * 2);
    expect(selected.some((line) => line.team === other.slug)).toBe(true);
  });
});

/** Further duties of the team that end within a week, several on each day. */
async function addDuties(count: number): Promise<void> {
  const { teamId, requestId, itemId, cycleId, unitId, lead } = team;
  const on = dayToColumn(TODAY);
  const dates = { decidedOn: on, startsOn: on, endedOn: on, createdAt: SAMPLE_NOW };
  const grants = await superuser.grant.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      ...{ teamId, requestId, itemId, cycleId, unitId, personId: lead.personId },
      ...dates,
    })),
  });
  await superuser.obligation.createMany({
    data: grants.map((grant, index) => ({
      ...{ teamId, requestId, grantId: grant.id, subject: grant.id, kind: "renewal" },
      ...{ ownerId: lead.personId, dueOn: dayToColumn(addDays(TODAY, index % 7)) },
      ...{ rule: "r", source: "s" },
    })),
  });
}

it("planning is for jobs alone", async () => {
  const member = team.lead as unknown as Job;
  await expect(planReminders(member, { on: TODAY })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
