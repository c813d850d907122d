import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { acknowledgeDuties, snoozeDuties } from "./bulk-duties";
import { settleDuty } from "./duties";
import { listHistory } from "./history";
import { sampleDuty } from "./sample-duties";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const on = (days: number) => addDays(TODAY, days);
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

const duty = (owner: Member, subject: string, dueOn: Day = on(20)) =>
  sampleDuty(superuser, owner, { dueOn, subject });
const seenBy = async (ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { acknowledgedBy } = await superuser.obligation.findUniqueOrThrow({ where: { id } });
      return acknowledgedBy;
    }),
  );
const rests = (ids: readonly string[]) =>
  superuser.snooze.count({ where: { obligationId: { in: [...ids] } } });
const linesOf = async (id: string) => (await listHistory(team.lead, { subjectId: id })).length;

describe("seeing to several duties", () => {
  it("goes for each on its own; what was closed meanwhile is told with the reason", async () => {
    const { lead, member } = team;
    const ids = [await duty(member, "one"), await duty(lead, "closed"), await duty(lead, "two")];
    await settleDuty(lead, { id: ids[1] ?? "", doneOn: TODAY, how: "" });
    expect(await acknowledgeDuties(member, { ids })).toEqual([
      { id: ids[0], ok: true, message: "" },
      { id: ids[1], ok: false, message: "This duty is closed already." },
      { id: ids[2], ok: true, message: "" },
    ]);
    expect(await seenBy(ids)).toEqual([member.name, null, member.name]);
  });

  it("sent twice happens once, and is answered alike", async () => {
    const ids = [await duty(team.lead, "one"), await duty(team.lead, "two")];
    const first = await acknowledgeDuties(team.colleague, { ids });
    expect(await acknowledgeDuties(team.colleague, { ids })).toEqual(first);
    expect(await Promise.all(ids.map(linesOf))).toEqual([1, 1]);
  });

  it("is for everybody who works, and not for viewers", async () => {
    const ids = [await duty(team.lead, "one")];
    for (const actor of [team.lead, team.colleague, team.member]) {
      expect(await acknowledgeDuties(actor, { ids })).toMatchObject([{ ok: true }]);
    }
    expect((await refusal(acknowledgeDuties(team.viewer, { ids }))).code).toBe("FORBIDDEN");
  });
});

describe("letting the reminders of several duties rest", () => {
  it("goes for each until its due day at the latest; the others are told theirs", async () => {
    const ids = [
      await duty(team.lead, "far", on(40)),
      await duty(team.lead, "near", on(3)),
      await duty(team.lead, "that very day", on(10)),
    ];
    const outcomes = await snoozeDuties(team.member, { ids, until: on(10) });
    expect(outcomes).toMatchObject([
      { ok: true },
      { ok: false, message: expect.stringMatching(/^Reminders rest until .* at the latest/) },
      { ok: true },
    ]);
    expect(await superuser.snooze.findMany({ where: { obligationId: ids[1] ?? "" } })).toEqual([]);
    expect(await rests(ids)).toBe(2);
  });

  it("is one's own and happens once, also where what was refused is sent again", async () => {
    const ids = [await duty(team.lead, "far", on(40)), await duty(team.lead, "near", on(3))];
    await snoozeDuties(team.lead, { ids, until: on(10) });
    await snoozeDuties(team.lead, { ids, until: on(10) });
    await snoozeDuties(team.lead, { ids: ids.slice(1), until: on(2) });
    expect(await rests(ids)).toBe(2);
    expect(await Promise.all(ids.map(linesOf))).toEqual([1, 1]);
    for (const actor of [team.colleague, team.member, team.viewer]) {
      expect(await snoozeDuties(actor, { ids: ids.slice(0, 1), until: on(9) })).toMatchObject([
        { ok: true },
      ]);
    }
    expect(await rests(ids)).toBe(5);
  });

  it("refuses a day that is there already at its question, before anything is done", async () => {
    const ids = [await duty(team.lead, "one")];
    expect(await refusal(snoozeDuties(team.lead, { ids, until: TODAY }))).toMatchObject({
      ...{ code: "INVALID", options: { field: "until" } },
    });
    // It is tomorrow there already.
    const inAuckland = { ...team.lead, timeZone: "Pacific/Auckland" };
    const late = { ...inAuckland, now: new Date(`${TODAY}T20:00:00Z`) };
    expect(await refusal(snoozeDuties(late, { ids, until: on(1) }))).toMatchObject({
      code: "INVALID",
    });
    expect(await rests(ids)).toBe(0);
  });
});

it("knows no duty of another team, and does nothing where one is among the others", async () => {
  const theirs = await duty(team.stranger, "theirs");
  const ids = [await duty(team.lead, "ours"), theirs];
  const input = { ids, until: on(5) };
  expect((await refusal(acknowledgeDuties(team.lead, input))).code).toBe("NOT_FOUND");
  expect((await refusal(snoozeDuties(team.lead, input))).code).toBe("NOT_FOUND");
  expect(await seenBy(ids)).toEqual([null, null]);
  expect(await rests(ids)).toBe(0);
});
