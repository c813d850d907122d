import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Job } from "../team/actor";
import { lookAgain } from "./plan-anew";
import { planReminders } from "./reminders";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

const TODAY = day("2026-11-22");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

let teams = 0;

/** A team whose lead holds, owns and watches the one access, which ends in 25 days. */
beforeEach(async () => {
  await superuser.reminderRun.updateMany({ data: { kind: "of_another_test" } });
  team = await sampleTeam(superuser, `run-${++teams}`);
  await superuser.notice.delete({ where: { id: team.noticeId } });
  await change({ dueOn: dayToColumn(addDays(TODAY, 25)) });
});

const at = (later: number) => new Date(SAMPLE_NOW.getTime() + later);
const jobAt = (later: number): Job => ({ kind: "job", name: "plan_reminders", now: at(later) });
const plan = (later = 0) => planReminders(jobAt(later), { teamId: team.teamId });
const change = (data: { dueOn?: Date; nextPlanAt?: Date; acknowledgedAt?: Date }) =>
  superuser.obligation.updateMany({ where: { teamId: team.teamId }, data });
const notices = (kind = "reminder") =>
  superuser.notice.findMany({
    where: { teamId: team.teamId, kind },
    orderBy: [{ createdAt: "asc" }, { key: "asc" }],
  });
const moveTo = (timeZone: string) =>
  superuser.person.updateMany({ where: { id: team.lead.personId }, data: { timeZone } });
const nextLook = async () => {
  const where = { id: team.obligationId };
  return (await superuser.obligation.findUniqueOrThrow({ where })).nextPlanAt.toISOString();
};

/** Further duties of the lead, due in so many days. */
async function addDuties(count: number, inDays: number): Promise<void> {
  await superuser.obligation.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ teamId: team.teamId, ownerId: team.lead.personId, kind: "review", rule: "r" },
      ...{ subject: `s${index}:${inDays}`, what: "Review it.", source: "s" },
      dueOn: dayToColumn(addDays(TODAY, inDays)),
    })),
  });
}

describe("a run of the worker", () => {
  it("plans each reminder once, however many run at once and how often", async () => {
    await addDuties(20, 3);
    const runs = await Promise.all([plan(), plan(), plan(), plan()]);
    expect(runs.flatMap(({ selected }) => selected)).toHaveLength(21);
    expect((await plan(HOUR)).selected).toEqual([]);
    expect([await notices(), await notices("digest")].map(({ length }) => length)).toEqual([21, 1]);
  });

  it("looks at a duty again on the day of its next milestone, where its reader is", async () => {
    await moveTo("Pacific/Kiritimati");
    await change({ acknowledgedAt: SAMPLE_NOW });
    expect((await plan()).selected).toHaveLength(1);
    // Fourteen days before begin there ten hours before they do at Greenwich, and fourteen hours ahead.
    expect(await nextLook()).toBe("2026-12-02T10:00:00.000Z");
    expect((await plan(9 * DAY)).selected).toEqual([]);
    expect((await plan(10 * DAY + 2 * HOUR)).selected).toMatchObject([{ milestone: 14 }]);
  });

  it("reminds again when the end moves, and not while a renewal is filed, but once it is given up", async () => {
    await plan();
    await change({ dueOn: dayToColumn(addDays(TODAY, 26)), nextPlanAt: new Date(0) });
    expect((await plan()).selected).toHaveLength(1);
    const { teamId, requestId, itemId, lead } = team;
    const on = dayToColumn(TODAY);
    await superuser.cycle.create({
      data: { teamId, requestId, number: 2, kind: "renewal", startedOn: on, submittedOn: on },
    });
    const step = (status: "in_review" | "approved") =>
      superuser.requestItem.update({ where: { id: itemId }, data: { status } });
    const look = () => inTeam(lead, (tx) => lookAgain(tx, lead, { requestId }));
    await step("in_review");
    await look();
    expect((await plan(15 * DAY)).skipped).toMatchObject([{ reason: "renewal_filed" }]);
    await step("approved");
    await look();
    expect((await plan(15 * DAY)).selected).toMatchObject([{ milestone: 14 }]);
  });

  it("is told of in a row that says how long it took and what it did", async () => {
    await addDuties(2, 3);
    await planReminders(jobAt(0), { teamId: team.teamId });
    const run = await superuser.reminderRun.findFirstOrThrow({ where: { kind: "plan_team" } });
    expect(run.endedAt.getTime()).toBeGreaterThan(run.startedAt.getTime());
    expect(run.report).toMatchObject({ selected: 3, gathered: 1, urgent: 2, mails: 3, held: 0 });
    expect((await notices()).every(({ runId }) => runId === run.id)).toBe(true);
  });
});

describe("the mail of the day", () => {
  it("carries what is not urgent, goes in the morning, and takes what comes until it is begun", async () => {
    await moveTo("America/New_York");
    await plan();
    await addDuties(2, 28);
    await plan(HOUR);
    const [digest] = await notices("digest");
    expect(digest).toMatchObject({ nextAttemptAt: new Date("2026-11-22T13:00:00Z"), attempts: 0 });
    const members = await notices();
    expect(members.map(({ digestId }) => digestId)).toEqual(members.map(() => digest?.id));
    await superuser.notice.update({ where: { id: digest?.id }, data: { attempts: 1 } });
    await addDuties(1, 29);
    await plan(6 * HOUR);
    expect((await notices("digest")).map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([
      ...[new Date("2026-11-22T13:00:00Z"), new Date("2026-11-23T13:00:00Z")],
    ]);
  });

  it("does not carry what is urgent, and is not written to who does not want it", async () => {
    const { teamId, lead } = team;
    await superuser.mailPreference.updateMany({
      where: { teamId, personId: lead.personId },
      data: { digest: false },
    });
    await addDuties(1, 3);
    await plan();
    expect((await notices()).map(({ state, digestId }) => [state, digestId]).sort()).toEqual([
      ["in_app", null],
      ["pending", null],
    ]);
    expect(await notices("digest")).toEqual([]);
  });
});

describe("after a jump of the clock", () => {
  /** The run of all teams, of which no other has anything that is due. */
  const planAll = (later = 0) => planReminders(jobAt(later));
  beforeEach(async () => {
    const others = { teamId: { not: team.teamId } };
    await superuser.obligation.updateMany({ where: others, data: { state: "done" } });
  });
  const states = async () => {
    const counts = Map.groupBy(await notices(), ({ state }) => state);
    return Object.fromEntries(Array.from(counts, ([state, rows]) => [state, rows.length]));
  };
  const ran = (earlier: number) =>
    superuser.reminderRun.create({
      data: {
        ...{ kind: "plan", on: dayToColumn(TODAY), report: {} },
        ...{ startedAt: at(-earlier), endedAt: at(-earlier) },
      },
    });

  it.each([40 * DAY, -2 * DAY])("by %i ms more than 50 mails wait for a lead", async (jump) => {
    await ran(jump);
    await addDuties(60, 3);
    const { pace } = await planAll();
    expect([pace, await states()]).toEqual(["held", { held: 61 }]);
    expect(await notices("digest")).toMatchObject([{ state: "held" }]);
  });

  it("a few go all the same", async () => {
    await ran(40 * DAY);
    await addDuties(10, 3);
    expect([(await planAll()).pace, await states()]).toEqual(["usual", { pending: 11 }]);
  });

  it("a few go that a run held which broke off, and not where there are many with it", async () => {
    await ran(40 * DAY);
    const brokenOff = async (count: number, inDays: number) => {
      await addDuties(count, inDays);
      await planAll();
      const { id } = await superuser.reminderRun.findFirstOrThrow({ orderBy: { id: "desc" } });
      const data = { report: { running: true } };
      await superuser.reminderRun.update({ where: { id }, data });
      const where = { teamId: team.teamId, runId: id };
      await superuser.notice.updateMany({ where, data: { state: "held" } });
    };
    await brokenOff(10, 3);
    expect([(await planAll()).pace, await states()]).toEqual(["usual", { pending: 11 }]);
    await superuser.reminderRun.updateMany({ data: { kind: "of_another_test" } });
    await ran(40 * DAY);
    await brokenOff(40, 4);
    await addDuties(20, 5);
    expect([(await planAll()).pace, await states()]).toEqual(["held", { pending: 11, held: 60 }]);
  });

  it.each([40 * DAY, 3 * DAY])(
    "of %i ms a run for one team leaves it all to the run of all",
    async (jump) => {
      await ran(jump);
      await addDuties(10, 3);
      expect((await plan()).selected).toEqual([]);
      expect(await states()).toEqual({});
      expect((await planAll()).selected).toHaveLength(11);
      await addDuties(10, 4);
      expect((await plan()).selected).toHaveLength(10);
    },
  );

  it("looks at each duty anew once a clock that ran ahead is right again", async () => {
    expect((await planAll(20 * DAY)).selected).toMatchObject([{ milestone: 7 }]);
    expect((await planAll()).selected).toMatchObject([{ milestone: 30 }]);
  });

  it("of some days many go 500 every ten minutes", async () => {
    await ran(3 * DAY);
    await addDuties(700, 3);
    expect((await planAll()).pace).toBe("spread");
    const times = Map.groupBy(await notices(), ({ nextAttemptAt }) => nextAttemptAt.getTime());
    const late = times.get(at(HOUR / 6).getTime())?.length ?? 0;
    expect([times.size, late >= 200 && late <= 201]).toEqual([2, true]);
  });

  it("what is asked for by a day goes, whatever the clock did", async () => {
    await ran(40 * DAY);
    await addDuties(60, 3);
    await planReminders(jobAt(0), { on: TODAY, teamId: team.teamId });
    expect(await states()).toEqual({ pending: 61 });
  });
});

it("whenever it runs, it finds all that looking at every duty would find", async () => {
  const { teamId, lead } = team;
  const zones = ["Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", "Pacific/Pago_Pago"];
  const people = [];
  for (const timeZone of zones) {
    const member = await sampleMember(superuser, teamId, "member");
    people.push(member.personId);
    await superuser.person.updateMany({ where: { id: member.personId }, data: { timeZone } });
  }
  await addDuties(40, 20);
  const duties = await superuser.obligation.findMany({ where: { teamId, kind: "review" } });
  for (const [index, { id }] of duties.entries()) {
    const dueOn = dayToColumn(addDays(TODAY, (index * 7) % 60));
    const ownerId = people[index % people.length] ?? lead.personId;
    await superuser.obligation.update({ where: { id }, data: { dueOn, ownerId } });
  }
  const [away = "", standInId = "", contact = ""] = people;
  const absent = {
    startsOn: dayToColumn(addDays(TODAY, 5)),
    endsOn: dayToColumn(addDays(TODAY, 9)),
  };
  await superuser.standIn.create({
    data: { teamId, personId: away, standInId, ...absent, createdAt: SAMPLE_NOW },
  });
  await superuser.escalation.update({
    where: { teamId },
    data: { secondContactId: contact, afterDays: 3 },
  });
  for (let hours = 0; hours < 24 * 25; hours += 7 + (hours % 11) * 3) {
    await plan(hours * HOUR);
    await superuser.notice.updateMany({
      where: { teamId, state: "pending", nextAttemptAt: { lte: at(hours * HOUR) } },
      data: { state: "sent", sentAt: at(hours * HOUR), attempts: 1 },
    });
    const looks = await superuser.obligation.findMany({ where: { teamId } });
    await change({ nextPlanAt: new Date(0) });
    expect((await plan(hours * HOUR)).selected).toEqual([]);
    for (const { id, nextPlanAt } of looks) {
      await superuser.obligation.update({ where: { id }, data: { nextPlanAt } });
    }
  }
}, 120_000);
