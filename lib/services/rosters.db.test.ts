import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { compareList, getRoster, listRosters, makeRosterTasks } from "./rosters";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;
let other: SampleTeam;
let bo: Member;
let viewer: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
  other = await sampleTeam(superuser, "others");
  bo = await sampleMember(superuser, team.teamId, "member");
  viewer = await sampleMember(superuser, team.teamId, "viewer");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const TAKEN = day("2026-11-22");
const compare = (list: string, change = {}, actor = team.lead) =>
  compareList(actor, {
    ...{ commandId: randomUUID(), place: "gs://lab-data", unitIds: [team.unitId] },
    ...{ takenOn: TAKEN, list, ...change },
  });

describe("a list of members", () => {
  it("is compared with who may open the data, kept, and told in the history", async () => {
    const { id } = await compare(`${bo.name}\nmallory@example.org`);
    const roster = await getRoster(team.lead, id);
    expect(roster.lines.map(({ verdict, person }) => [verdict, person?.id ?? null])).toEqual([
      ["extra", bo.personId],
      ["unknown", null],
    ]);
    expect(roster.lines[0]?.reason.shut).toEqual([
      { unit: team.unitCode, status: expect.stringMatching(/never|blocked/) },
    ]);
    const listed = (await listRosters(viewer)).find((one) => one.id === id);
    expect(listed).toMatchObject({ counts: { expected: 0, missing: 0, extra: 1, unknown: 1 } });
    const event = await superuser.event.findFirst({ where: { subjectId: id } });
    expect(event).toMatchObject({ action: "roster.compared", data: { extra: 1, unknown: 1 } });
  });

  it("is kept once when its form is sent twice at once", async () => {
    const commandId = randomUUID();
    const both = await Promise.all([1, 2].map(() => compare(bo.name, { commandId })));
    expect(both[0]).toEqual(both[1]);
  });

  it("changes nothing else: the same list again is another comparison with the same answer", async () => {
    const [first, again] = [await compare(bo.name), await compare(bo.name)];
    const linesOf = async ({ id }: { id: string }) => (await getRoster(team.lead, id)).lines;
    expect(await linesOf(first)).toEqual(await linesOf(again));
  });

  it("is refused with a sentence where it cannot be", async () => {
    expect(await refusal(compare("\n\n"))).toMatchObject({ code: "INVALID" });
    expect(await refusal(compare(bo.name, { takenOn: day("2027-01-01") }))).toMatchObject({
      ...{ code: "INVALID", options: { field: "takenOn" } },
    });
    expect(await refusal(compare(bo.name, { unitIds: [randomUUID()] }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await refusal(compare(bo.name, {}, bo))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a task of a line", () => {
  it("is made once, with its owner and the place, and shows beside the line", async () => {
    const { id } = await compare(`${bo.name}\nmallory@example.org`);
    const make = () =>
      makeRosterTasks(team.lead, { rosterId: id, positions: [0, 1], ownerId: bo.personId });
    expect(await make()).toEqual({ made: 2 });
    expect(await make()).toEqual({ made: 0 });
    const { lines } = await getRoster(team.lead, id);
    expect(lines.map(({ task }) => task)).toEqual([
      { state: "open", dueOn: "2026-11-29", owner: bo.name },
      { state: "open", dueOn: "2026-11-29", owner: bo.name },
    ]);
    const duties = await superuser.obligation.findMany({
      where: { subject: { startsWith: `roster:${id}` } },
      orderBy: { subject: "asc" },
    });
    expect(duties.map(({ what }) => what)).toEqual([
      expect.stringContaining(`Take ${bo.name} off gs://lab-data`),
      expect.stringContaining("“mallory@example.org”"),
    ]);
  });

  it("is not made of another team's list, nor for another team's person", async () => {
    const { id } = await compare(bo.name);
    const task = { rosterId: id, positions: [0], ownerId: bo.personId };
    expect(await refusal(makeRosterTasks(other.lead, task))).toMatchObject({ code: "NOT_FOUND" });
    const foreign = { ...task, ownerId: other.lead.personId };
    expect(await refusal(makeRosterTasks(team.lead, foreign))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(getRoster(other.lead, id))).toMatchObject({ code: "NOT_FOUND" });
  });
});
