import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { settleDuty } from "./duties";
import { handOverRequest } from "./hand-over";
import { sampleStart, sampleSteps } from "./sample-closing";
import { type DepartureStory, departureStory, ownDuty, TODAY } from "./sample-departure";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let story: DepartureStory;
let bo: Member;
let cai: Member;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  story = await departureStory(superuser, `hand-${++teams}`);
  ({ bo, cai, team } = story);
});

describe("handing over a single request", () => {
  const version = async () =>
    (await superuser.request.findUniqueOrThrow({ where: { id: team.requestId } })).version;

  it("gives it and its open duties to somebody on the team, once", async () => {
    const input = { requestId: team.requestId, toPersonId: bo.personId, version: await version() };
    await handOverRequest(cai, input);
    expect(await story.openDuties()).toMatchObject([{ ownerId: bo.personId }]);
    expect(await refusal(handOverRequest(cai, input))).toMatchObject({ code: "CONFLICT" });
    const again = await refusal(handOverRequest(cai, { ...input, version: await version() }));
    expect(again).toMatchObject({ code: "INVALID", options: { field: "toPersonId" } });
  });

  it("refuses somebody who has left, and people of other teams", async () => {
    const yesterday = dayToColumn(addDays(TODAY, -1));
    await superuser.person.update({
      where: { id: bo.personId },
      data: { startsOn: yesterday, endsOn: yesterday },
    });
    const input = { requestId: team.requestId, toPersonId: bo.personId, version: await version() };
    expect(await refusal(handOverRequest(cai, input))).toMatchObject({ code: "INVALID" });
    const other = await sampleTeam(superuser, `leave-${++teams}`);
    const foreign = { ...input, toPersonId: other.lead.personId };
    expect(await refusal(handOverRequest(cai, foreign))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("settling a duty", () => {
  it("closes it once, with the day and a note, and refuses days to come", async () => {
    const id = await ownDuty(superuser, bo);
    const future = { id, doneOn: addDays(TODAY, 1), how: "" };
    expect(await refusal(settleDuty(bo, future))).toMatchObject({ code: "INVALID" });
    await settleDuty(bo, { id, doneOn: TODAY, how: "Reviewed" });
    expect(await superuser.obligation.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "done", closedOn: dayToColumn(TODAY), closedWhy: "Reviewed" },
    });
    expect(await refusal(settleDuty(bo, { ...future, doneOn: TODAY }))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is done by closing the request, where the duty was to close it", async () => {
    await story.leave();
    expect(await story.openDuties()).toHaveLength(4);
    await sampleStart(cai, 1);
    await sampleSteps(cai, 1, { until: "submission" });
    const moving = (await story.openDuties()).map(({ kind }) => kind);
    expect(moving).toContain("dbgap_close_out");
    await sampleSteps(cai, 1);
    expect(await story.openDuties()).toEqual([]);
    const where = { teamId: cai.teamId, kind: "dbgap_close_out" };
    expect(await superuser.obligation.findFirst({ where })).toMatchObject({
      ...{ state: "done", closedWhy: "the request was closed" },
    });
  });

  it("leaves the duty of an approval's end to the approval", async () => {
    const [{ id } = expect.fail()] = await story.openDuties();
    const error = await refusal(settleDuty(cai, { id, doneOn: TODAY, how: "" }));
    expect(error.message).toContain("closes by itself");
  });
});
