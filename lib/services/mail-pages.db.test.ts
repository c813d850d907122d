import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { TEMPLATES } from "../reminders/mail-templates";
import type { Job, Member } from "../team/actor";
import { dropHeld, getHeldMail, releaseHeld } from "./held-mail";
import { previewRun } from "./mail-preview";
import { listRuns } from "./mail-runs";
import { previewTemplate } from "./mail-templates";
import { countMail, listMail, resendNotice } from "./notices";
import { planReminders } from "./reminders";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = day("2026-11-22");
const job: Job = { kind: "job", name: "plan_reminders", now: SAMPLE_NOW };
let superuser: PrismaClient;
let team: SampleTeam;
let lead: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `mail-${++teams}`);
  ({ lead } = team);
  await superuser.notice.deleteMany({ where: { teamId: team.teamId } });
});

async function notice(more: Partial<Prisma.NoticeUncheckedCreateInput> = {}): Promise<string> {
  const { id } = await superuser.notice.create({
    data: {
      ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", teamId: team.teamId },
      ...{ personId: lead.personId, obligationId: team.obligationId },
      ...{ toAddress: "ana@example.org", nextAttemptAt: SAMPLE_NOW, createdAt: SAMPLE_NOW },
      ...more,
    },
  });
  return id;
}

/** A digest with two reminders in it, all in one state. */
async function digest(state: "failed" | "held" | "sent", more = {}) {
  const id = await notice({ kind: "digest", state, obligationId: null, ...more });
  const members = [await notice({ digestId: id, state, ...more })];
  members.push(await notice({ digestId: id, state, ...more }));
  return { id, members };
}

const rowsOf = (ids: readonly string[]) =>
  superuser.notice.findMany({ where: { id: { in: [...ids] } } });
const statesOf = async (ids: readonly string[]) =>
  new Set((await rowsOf(ids)).map(({ state }) => state));
const events = (action: string) =>
  superuser.event.findMany({ where: { teamId: team.teamId, action } });

describe("the mail of a team", () => {
  it("is listed with what failed first, a digest as one line, by state where asked", async () => {
    const old = new Date(SAMPLE_NOW.getTime() - 86_400_000);
    const bounced = await notice({ state: "failed", bounced: true, createdAt: old });
    const { id } = await digest("sent");
    const lines = await listMail(lead);
    expect(lines.map((line) => [line.id, line.bounced, line.gathered])).toEqual([
      [bounced, true, 0],
      [id, false, 2],
    ]);
    expect((await listMail(lead, { state: "sent" })).map((line) => line.id)).toEqual([id]);
    expect(await countMail(lead)).toEqual({ failed: 1, sent: 1 });
  });

  it("is sent again with all that a digest gathers, for three days from then on", async () => {
    const { id, members } = await digest("failed", { attempts: 9, bounced: true, error: "550" });
    await resendNotice(lead, { id });
    for (const row of await rowsOf([id, ...members])) {
      expect(row).toMatchObject({
        ...{ state: "pending", attempts: 0, bounced: false, error: null },
        ...{ retriesFrom: SAMPLE_NOW, createdAt: SAMPLE_NOW },
      });
    }
    await expect(resendNotice(lead, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("mail that is held back", () => {
  it("goes when a lead lets it, a digest with what it gathers", async () => {
    const { id, members } = await digest("held");
    const alone = await notice({ state: "held" });
    expect(await getHeldMail(lead)).toEqual({ count: 2, since: SAMPLE_NOW });
    await releaseHeld(lead, { count: 2 });
    expect(await statesOf([id, ...members, alone])).toEqual(new Set(["pending"]));
    expect(await getHeldMail(lead)).toEqual({ count: 0, since: null });
    expect(await events("mail.released")).toHaveLength(1);
  });

  it("is decided upon once, and only as it was shown", async () => {
    await digest("held");
    await notice({ state: "held" });
    await expect(releaseHeld(lead, { count: 1 })).rejects.toMatchObject({
      ...{ code: "CONFLICT", options: { details: { current: 2 } } },
    });
    expect(await getHeldMail(lead)).toMatchObject({ count: 2 });
    const both = await Promise.allSettled([
      releaseHeld(lead, { count: 2 }),
      dropHeld(lead, { count: 2 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect([...(await events("mail.released")), ...(await events("mail.dropped"))]).toHaveLength(1);
  });

  it("is dropped for good, but what a wrong clock planned for days to come is planned on them", async () => {
    const plannedOn = (days: number) => ({ plannedOn: dayToColumn(addDays(TODAY, days)) });
    const due = await notice({ state: "held", key: "due", ...plannedOn(0) });
    const ahead = await notice({ state: "held", key: "ahead", ...plannedOn(400) });
    await superuser.obligation.updateMany({ data: { nextPlanAt: new Date("2036-01-01") } });
    await dropHeld(lead, { count: 2 });
    expect(await statesOf([due, ahead])).toEqual(new Set(["cancelled"]));
    expect((await rowsOf([due, ahead])).map(({ key }) => key).toSorted()).toEqual(
      ["due", `dropped:${ahead}`].toSorted(),
    );
    const duties = await superuser.obligation.findMany({ where: { teamId: team.teamId } });
    expect(new Set(duties.map(({ nextPlanAt }) => nextPlanAt.getTime()))).toEqual(new Set([0]));
  });

  it.each(["coordinator", "member", "viewer"] as const)(
    "is not decided upon by a %s",
    async (role) => {
      const actor = await sampleMember(superuser, team.teamId, role);
      for (const decide of [releaseHeld, dropHeld]) {
        await expect(decide(actor, { count: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    },
  );
});

describe("the preview of a run", () => {
  it.each([0, 1, 20, 30])(
    "in %i days is what a run then plans, and writes nothing",
    async (days) => {
      const on = addDays(TODAY, days);
      await superuser.obligation.updateMany({
        where: { teamId: team.teamId },
        data: { dueOn: dayToColumn(addDays(TODAY, 25)) },
      });
      await sampleMember(superuser, team.teamId, "lead");
      const { selected, skipped, problems } = await previewRun(lead, { on });
      expect(await superuser.notice.count({ where: { teamId: team.teamId } })).toBe(0);
      expect(await events("reminder.planned")).toEqual([]);
      const real = await planReminders(job, { on, teamId: team.teamId });
      const named = (lines: typeof selected) => lines.map(({ noticeId: _, ...line }) => line);
      expect(named(selected)).toEqual(named(real.selected));
      expect([skipped, problems]).toEqual([real.skipped, real.problems]);
      expect(selected.length).toBeGreaterThan(0);
    },
  );
});

describe("the runs", () => {
  it("tell what became of the mail that they planned for this team, and what they counted", async () => {
    const { id: runId } = await superuser.reminderRun.create({
      data: {
        ...{ kind: "plan", on: dayToColumn(TODAY), startedAt: SAMPLE_NOW },
        endedAt: new Date(SAMPLE_NOW.getTime() + 1_500),
        report: { selected: 9, skipped: { snoozed: 2 }, jump: null, teams: "odd" },
      },
    });
    await digest("sent", { runId });
    await notice({ runId, state: "failed" });
    await notice({ runId, state: "in_app" });
    await notice({ runId, state: "held" });
    const run = (await listRuns(lead)).find(({ id }) => id === runId);
    expect(run).toMatchObject({
      ...{ kind: "plan", on: TODAY, took: 1_500, isOpen: false },
      mail: { alone: 2, gathered: 2, inApp: 1, held: 1, sent: 2, failed: 1 },
      report: { selected: 9, skipped: { snoozed: 2 }, jump: 0, teams: 0 },
    });
  });

  it("for one team after a change are shown to that team only", async () => {
    const { id: runId } = await superuser.reminderRun.create({
      data: {
        ...{ kind: "plan_team", on: dayToColumn(TODAY), startedAt: SAMPLE_NOW },
        ...{ endedAt: SAMPLE_NOW, report: { running: true } },
      },
    });
    await notice({ runId });
    const stranger = (await sampleTeam(superuser, `stranger-${teams}`)).lead;
    const ids = async (actor: Member) => (await listRuns(actor)).map(({ id }) => id);
    expect(await ids(lead)).toContain(runId);
    expect(await ids(stranger)).not.toContain(runId);
  });
});

describe("the preview of a mail", () => {
  it.each(TEMPLATES)(
    "shows a %s in both parts, and where it is invented says so",
    async (template) => {
      const { html, text, subject, isExample } = await previewTemplate(lead, template, "en");
      expect(html.light).toContain("<!DOCTYPE");
      expect(text.length).toBeGreaterThan(100);
      expect(subject).not.toBe("");
      expect(isExample).toBe(!["reminder", "invitation"].includes(template));
    },
  );

  it("shows the team's own nearest end, with no link that ends anybody's mail", async () => {
    const { text } = await previewTemplate(lead, "reminder", "en");
    expect(text).toContain("GB-1");
    expect((await previewTemplate(lead, "digest", "en")).text).not.toContain(team.teamId);
  });
});

it.each([
  ["coordinator", true],
  ["member", false],
  ["viewer", false],
] as const)("the mail page is for leads and coordinators: a %s", async (role, may) => {
  const actor = await sampleMember(superuser, team.teamId, role);
  const asked = await Promise.allSettled([
    ...[listMail(actor), countMail(actor), getHeldMail(actor), listRuns(actor)],
    ...[previewRun(actor, { on: TODAY }), previewTemplate(actor, "digest", "en")],
  ]);
  expect(asked.map(({ status }) => status === "fulfilled")).toEqual(asked.map(() => may));
});
