import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { readCalendarFile } from "../calendar/sample-reader";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member, Visitor } from "../team/actor";
import {
  createCalendarFeed,
  listCalendarFeeds,
  readCalendarFeed,
  revokeCalendarFeed,
} from "./calendar-feeds";
import { LIMITS } from "./limits";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { setSchedule } from "./schedules";

const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let clients = 0;
let program: Visitor;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  program = { kind: "visitor", ip: `192.0.2.${++clients}`, now: SAMPLE_NOW };
});

/** A duty of a member, as services store it. */
async function duty(owner: Member, subject: string, dueOn: Day, more: object = {}) {
  return superuser.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, subject, kind: "team_task" },
      ...{ dueOn: dayToColumn(dueOn), what: `See to ${subject}.`, rule: "Agreed", source: "Team" },
      ...more,
    },
  });
}

function change(id: string, data: object) {
  return superuser.obligation.update({
    where: { id },
    data: { ...data, revision: { increment: 1 } },
  });
}

async function share(actor: Member, scope: "mine" | "team" = "team", commandId = randomUUID()) {
  const address = await createCalendarFeed(actor, { commandId, scope });
  return secretIn(address);
}

async function idOfFeed(maker: Member): Promise<string> {
  const [feed] = await listCalendarFeeds(maker);
  return feed?.id ?? "";
}

const secretIn = (address: string) => /\/api\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? "";
const serve = (secret: string, at = program) => readCalendarFeed(at, secret);

/** The events of a served calendar by their titles. */
async function events(secret: string, now = SAMPLE_NOW) {
  const { text } = await serve(secret, { ...program, now });
  return readCalendarFile(text).parts.map(({ values }) => ({
    ...{ uid: values.get("UID"), sequence: Number(values.get("SEQUENCE")) },
    ...{ on: values.get("DTSTART")?.replace(/(....)(..)(..)/, "$1-$2-$3") },
    ...{ title: values.get("SUMMARY"), status: values.get("STATUS") },
  }));
}

describe("an address", () => {
  it("has a secret of 256 bits of which only the hash is stored", async () => {
    const secret = await share(team.viewer);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const { teamId } = team.viewer;
    const stored = await superuser.calendarFeed.findFirstOrThrow({ where: { teamId } });
    expect(stored.secretHash).toBe(createHash("sha256").update(secret).digest("hex"));
    const everything = JSON.stringify([
      stored,
      await superuser.command.findMany({ where: { teamId } }),
      await superuser.event.findMany({ where: { teamId } }),
    ]);
    expect(everything).not.toContain(secret);
  });

  it("is made once and answered alike however often its form is sent", async () => {
    const commandId = randomUUID();
    const secrets = await Promise.all([1, 2, 3].map(() => share(team.member, "mine", commandId)));
    expect(new Set(secrets).size).toBe(1);
    expect(await listCalendarFeeds(team.member)).toHaveLength(1);
    const events = { teamId: team.member.teamId, action: "calendar.shared" };
    expect(await superuser.event.count({ where: events })).toBe(1);
  });

  it("is refused to whoever has twenty already", async () => {
    for (let count = 0; count < 20; count++) await share(team.member);
    expect(await refusal(share(team.member))).toMatchObject({ code: "CONFLICT" });
  });

  it.each(["lead", "colleague", "member", "viewer"] as const)(
    "shows a %s the team's duties, or their own only",
    async (who) => {
      const me = team[who];
      const other = who === "lead" ? team.member : team.lead;
      await duty(me, "mine", addDays(TODAY, 5));
      await duty(other, "theirs", addDays(TODAY, 9));
      await duty(other, "about me", addDays(TODAY, 7), { personId: me.personId });
      await duty(team.stranger, "elsewhere", addDays(TODAY, 6));
      const titles = async (scope: "mine" | "team") =>
        (await events(await share(me, scope))).map(({ title }) => title);
      expect(await titles("mine")).toEqual(["See to mine", "See to about me"]);
      expect(await titles("team")).toEqual(["See to mine", "See to about me", "See to theirs"]);
    },
  );

  it("is listed to its maker, and to those who organise for all", async () => {
    await share(team.member, "mine");
    await share(team.viewer);
    const makers = async (actor: Member) =>
      (await listCalendarFeeds(actor)).map(({ madeBy }) => madeBy.id).toSorted();
    const both = [team.member.personId, team.viewer.personId].toSorted();
    expect(await makers(team.member)).toEqual([team.member.personId]);
    expect(await makers(team.lead)).toEqual(both);
    expect(await makers(team.colleague)).toEqual(both);
    expect(await makers(team.stranger)).toEqual([]);
  });

  it("notes its last reading to the hour", async () => {
    const secret = await share(team.member);
    const readAt = async () => (await listCalendarFeeds(team.member))[0]?.lastReadAt;
    const later = (minutes: number) => new Date(SAMPLE_NOW.getTime() + minutes * 60_000);
    expect(await readAt()).toBeNull();
    await serve(secret);
    await serve(secret, { ...program, now: later(59) });
    expect(await readAt()).toEqual(SAMPLE_NOW);
    await serve(secret, { ...program, now: later(61) });
    expect(await readAt()).toEqual(later(61));
  });
});

describe("a secret that shows nothing", () => {
  it.each(["", "x", "../../etc/passwd", "\0", "é".repeat(500), "A".repeat(43)])(
    "may be wrong or malformed: %j",
    async (secret) => {
      expect(await refusal(serve(secret))).toMatchObject({
        code: "NOT_FOUND",
        message: "There is no such calendar here.",
      });
    },
  );

  it("may be revoked, by its maker or by those who organise for all", async () => {
    const revoke = async (maker: Member, by: Member) => {
      const secret = await share(maker);
      const id = await idOfFeed(maker);
      await revokeCalendarFeed(by, { id });
      await revokeCalendarFeed(by, { id });
      expect(await refusal(serve(secret))).toMatchObject({ code: "NOT_FOUND" });
    };
    await revoke(team.viewer, team.viewer);
    await revoke(team.member, team.lead);
    const { teamId } = team.lead;
    const noted = { teamId, action: "calendar.revoked" };
    expect(await superuser.event.count({ where: noted })).toBe(2);
  });

  it("is not revoked by another member, nor by another team", async () => {
    const secret = await share(team.member);
    const id = await idOfFeed(team.member);
    expect(await refusal(revokeCalendarFeed(team.viewer, { id }))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusal(revokeCalendarFeed(team.stranger, { id }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await serve(secret)).text).toContain("BEGIN:VCALENDAR");
  });

  it("may be of somebody whose last day is over or who is no member any more", async () => {
    const [left, removed] = [await share(team.member), await share(team.viewer)];
    await superuser.person.update({
      where: { id: team.member.personId },
      data: { startsOn: dayToColumn(addDays(TODAY, -9)), endsOn: dayToColumn(addDays(TODAY, -1)) },
    });
    await superuser.membership.deleteMany({ where: { userId: team.viewer.userId } });
    const refusals = [await refusal(serve(left)), await refusal(serve(removed))];
    const wrong = await refusal(serve("wrong"));
    for (const each of refusals) expect(each).toMatchObject({ ...wrong, message: wrong.message });
  });

  it("is refused early when one client tries many, while right ones are served", async () => {
    const secret = await share(team.member);
    for (let tries = 0; tries < LIMITS.calendarFromIp.count; tries++) await refusal(serve("wrong"));
    expect(await refusal(serve("wrong"))).toMatchObject({ code: "LIMITED" });
    expect((await serve(secret)).text).toContain("BEGIN:VCALENDAR");
  });
});

describe("a served calendar", () => {
  it("rings when its reader is reminded: a person by their own schedule, a team by its own", async () => {
    await duty(team.member, "report", addDays(TODAY, 30));
    const alarms = async (scope: "mine" | "team") => {
      const { text } = await serve(await share(team.member, scope));
      const report = readCalendarFile(text).parts.find(
        ({ values }) => values.get("SUMMARY") === "See to report",
      );
      return report?.parts.map(({ values }) => values.get("TRIGGER"));
    };
    const all = { kind: "", after: "never" as const, version: 0 };
    await setSchedule(team.lead, { ...all, target: { level: "team" }, leads: [21] });
    expect(await alarms("mine")).toEqual(["-P20DT16H"]);
    await setSchedule(team.member, { ...all, target: { level: "person" }, leads: [5, 0] });
    expect(await alarms("mine")).toEqual(["-P4DT16H", "PT8H"]);
    expect(await alarms("team")).toEqual(["-P20DT16H"]);
  });

  it("is whole: neither cut to a page nor to the months that the page shows", async () => {
    const { teamId, personId: ownerId } = team.member;
    const many = Array.from({ length: 1_200 }, (_, index) => ({
      ...{ teamId, ownerId, subject: `many-${index}`, kind: "team_task", what: "See to it." },
      ...{ dueOn: dayToColumn(addDays(TODAY, index * 3 - 300)), rule: "Agreed", source: "Team" },
    }));
    await superuser.obligation.createMany({ data: many });
    expect(await events(await share(team.lead))).toHaveLength(1_200);
  });

  it("has the same tag as long as nothing changed, and another one after", async () => {
    const { id } = await duty(team.member, "report", addDays(TODAY, 30));
    const secret = await share(team.member);
    const first = await serve(secret);
    expect(first.etag).toMatch(/^"[\w-]{43}"$/);
    const later = { ...program, now: new Date(SAMPLE_NOW.getTime() + 7_200_000) };
    expect((await serve(secret, later)).etag).toBe(first.etag);
    await change(id, { what: "See to it now." });
    expect((await serve(secret)).etag).not.toBe(first.etag);
  });

  it("moves a duty under the same name with a higher number each time", async () => {
    const secret = await share(team.member);
    const first = await duty(team.member, "report", addDays(TODAY, 30));
    const [before] = await events(secret);
    expect(before).toMatchObject({ sequence: 0, on: addDays(TODAY, 30), status: "CONFIRMED" });
    const closed = { state: "not_applicable", closedOn: dayToColumn(TODAY), closedWhy: "moved" };
    await change(first.id, closed);
    const second = await duty(team.member, "report", addDays(TODAY, 60));
    const [after, ...others] = await events(secret);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ ...before, on: addDays(TODAY, 60), sequence: 2 });
    // And back again.
    await change(second.id, closed);
    await change(first.id, { state: "open", closedOn: null, closedWhy: null });
    const [back] = await events(secret);
    expect(back).toMatchObject({ ...before, sequence: 4 });
  });

  it("cancels what applies no longer, ticks what was done, and forgets both after 90 days", async () => {
    const secret = await share(team.lead);
    const gone = await duty(team.member, "gone", addDays(TODAY, 5));
    const done = await duty(team.member, "done", addDays(TODAY, 6));
    const [first] = await events(secret);
    const closedOn = dayToColumn(TODAY);
    await change(gone.id, { state: "not_applicable", closedOn });
    await change(done.id, { state: "done", closedOn });
    expect(await events(secret)).toEqual([
      { ...first, sequence: 1, status: "CANCELLED" },
      expect.objectContaining({ title: "✓ See to done", status: "CONFIRMED", sequence: 1 }),
    ]);
    const daysLater = (days: number) => new Date(SAMPLE_NOW.getTime() + days * 86_400_000);
    expect(await events(secret, daysLater(90))).toHaveLength(2);
    expect(await events(secret, daysLater(91))).toEqual([]);
  });

  it("says when a duty was last changed, and not when it was only looked at", async () => {
    const { id, changedAt } = await duty(team.member, "report", addDays(TODAY, 30));
    const stored = () => superuser.obligation.findUniqueOrThrow({ where: { id } });
    await superuser.obligation.update({ where: { id }, data: { nextPlanAt: SAMPLE_NOW } });
    expect((await stored()).changedAt).toEqual(changedAt);
    await change(id, { what: "See to it now." });
    expect((await stored()).changedAt > changedAt).toBe(true);
  });

  it("tells the same duty in two teams apart", async () => {
    await duty(team.lead, "report", TODAY);
    await duty(team.stranger, "report", TODAY);
    const [ours] = await events(await share(team.lead));
    const [theirs] = await events(await share(team.stranger));
    expect(ours?.uid).toMatch(/^[0-9a-f]{32}@[\w.-]+$/);
    expect(theirs?.uid).not.toBe(ours?.uid);
  });
});
