import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { CalendarFilter } from "../calendar/filter";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { readCalendar } from "./calendar";
import { sampleTeams } from "./sample-requests";

const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
});

/** A duty of a member, as services store it. */
async function duty(owner: Member, subject: string, dueOn: Day, more: object = {}) {
  await superuser.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, subject, kind: "team_task" },
      ...{ dueOn: dayToColumn(dueOn), what: subject, rule: "Agreed in May", source: "Our wiki" },
      ...more,
    },
  });
}

async function shown(actor: Member, filter: CalendarFilter = {}) {
  const { overdue, lines } = await readCalendar(actor, filter);
  return { overdue: overdue.map(({ what }) => what), lines: lines.map(({ what }) => what) };
}

describe("the calendar", () => {
  it("shows eighteen months from the reader's month on, with what is overdue apart", async () => {
    await duty(team.member, "long ago", day("2024-02-29"));
    await duty(team.member, "yesterday", addDays(TODAY, -1));
    await duty(team.member, "today", TODAY);
    await duty(team.member, "last day", day("2028-04-30"));
    await duty(team.member, "too far", day("2028-05-01"));
    const calendar = await readCalendar(team.viewer, {});
    expect([calendar.months.length, calendar.months[0], calendar.months.at(-1)]).toEqual([
      ...[18, "2026-11", "2028-04"],
    ]);
    expect(await shown(team.viewer)).toEqual({
      overdue: ["long ago", "yesterday"],
      lines: ["today", "last day"],
    });
    expect(calendar.cutAt).toBeNull();
    expect(calendar.lines[0]).toMatchObject({
      ...{ rule: "Agreed in May", source: "Our wiki", state: "due_soon" },
      ifMissed: expect.stringMatching(/./),
    });
  });

  it("counts months and days as the reader's clock does", async () => {
    await duty(team.member, "on the last of November", day("2026-11-30"));
    const now = new Date("2026-11-30T20:00:00Z");
    const east = await readCalendar({ ...team.lead, now, timeZone: "Pacific/Kiritimati" }, {});
    const west = await readCalendar({ ...team.lead, now, timeZone: "Pacific/Pago_Pago" }, {});
    expect([east.months[0], east.overdue.length, east.lines.length]).toEqual(["2026-12", 1, 0]);
    expect([west.months[0], west.overdue.length, west.lines.length]).toEqual(["2026-11", 0, 1]);
  });

  it("shows what was done or missed in these months, and not what never applied", async () => {
    await duty(team.member, "done", TODAY, { state: "done" });
    await duty(team.member, "missed", TODAY, { state: "missed" });
    await duty(team.member, "never", TODAY, { state: "not_applicable" });
    await duty(team.member, "done before", day("2026-10-31"), { state: "done" });
    expect((await shown(team.lead)).lines.toSorted()).toEqual(["done", "missed"]);
  });

  it.each(["lead", "colleague", "member", "viewer"] as const)(
    "shows a %s the whole team's duties, and no other team's",
    async (who) => {
      await duty(team.member, "ours", TODAY);
      await duty(team.stranger, "theirs", TODAY);
      expect((await shown(team[who])).lines).toEqual(["ours"]);
    },
  );

  it("is narrowed to a person, an archive and what duties are about", async () => {
    const access = DUTY_KINDS.find(({ group }) => group === "access")?.id;
    await duty(team.member, "mine", TODAY);
    await duty(team.lead, "about me", TODAY, { personId: team.member.personId });
    await duty(team.lead, "of an archive", TODAY, { archive: "ega" });
    await duty(team.lead, "about access", TODAY, { kind: access });
    const lines = async (filter: CalendarFilter) => (await shown(team.member, filter)).lines;
    expect(await lines({ person: "me" })).toEqual(["mine", "about me"]);
    expect(await lines({ person: team.member.personId })).toEqual(["mine", "about me"]);
    expect(await lines({ person: team.stranger.personId })).toEqual([]);
    expect(await lines({ archive: "ega" })).toEqual(["of an archive"]);
    expect(await lines({ group: "access" })).toEqual(["about access"]);
    expect(await lines({ group: "access", person: "me" })).toEqual([]);
  });

  it("stops at 500 duties and says up to which day it is complete", async () => {
    const { teamId, personId: ownerId } = team.member;
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ teamId, ownerId, subject: `${count}-${index}`, kind: "team_task", what: "Do it." },
        ...{ dueOn: dayToColumn(addDays(TODAY, index)), rule: "Agreed", source: "Team" },
      }));
    await superuser.obligation.createMany({ data: many(500) });
    expect((await readCalendar(team.lead, {})).cutAt).toBeNull();
    await duty(team.member, "one more", addDays(TODAY, 501));
    const { lines, cutAt } = await readCalendar(team.lead, {});
    expect([lines.length, cutAt]).toEqual([500, addDays(TODAY, 498)]);
  });
});
