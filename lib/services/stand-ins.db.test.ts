import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { listHistory } from "./history";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW, sampleMember } from "./sample-team";
import { endStandIn, listStandIns, recordStandIn } from "./stand-ins";

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

function absence(who: Member, standIn: Member, startsOn: Day, endsOn: Day) {
  return {
    ...{ commandId: randomUUID(), personId: who.personId, standInId: standIn.personId },
    ...{ startsOn, endsOn, why: "On leave" },
  };
}

const away = (who: Member, standIn: Member, startsOn: Day, endsOn: Day, by = team.lead) =>
  recordStandIn(by, absence(who, standIn, startsOn, endsOn));

describe("an absence", () => {
  it("is recorded once with who stands in, shown to both, and has duties planned anew", async () => {
    const { member, colleague, lead } = team;
    const { id } = await superuser.obligation.create({
      data: {
        ...{ teamId: member.teamId, ownerId: member.personId, kind: "affiliation_check" },
        ...{ subject: "x", rule: "r", source: "s", dueOn: dayToColumn(on(60)) },
        nextPlanAt: dayToColumn(on(30)),
      },
    });
    const input = absence(member, colleague, on(0), on(27));
    const first = await recordStandIn(member, input);
    expect(await recordStandIn(member, input)).toEqual(first);
    const [line, ...others] = await listStandIns(lead, member.personId);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ startsOn: on(0), endsOn: on(27), why: "On leave" });
    expect(await listStandIns(lead, colleague.personId)).toEqual([line]);
    expect(await superuser.obligation.findUnique({ where: { id } })).toMatchObject({
      nextPlanAt: new Date(0),
    });
    const history = await listHistory(lead, { personId: member.personId });
    expect(history.map(({ action }) => action)).toEqual(["standIn.recorded"]);
  });

  it("is recorded by members for themselves, by organisers for all, by viewers for nobody", async () => {
    const { member, colleague, viewer, stranger } = team;
    const forbidden = { code: "FORBIDDEN" };
    expect(await refusal(away(viewer, member, on(0), on(1), viewer))).toMatchObject(forbidden);
    expect(await refusal(away(viewer, colleague, on(0), on(1), member))).toMatchObject(forbidden);
    await away(viewer, colleague, on(0), on(1), colleague);
    const foreign = { code: "NOT_FOUND" };
    expect(await refusal(away(stranger, member, on(0), on(1)))).toMatchObject(foreign);
    expect(await refusal(away(member, stranger, on(0), on(1)))).toMatchObject(foreign);
  });

  it("meets no other one of the same person, and says which", async () => {
    const { member, colleague, lead } = team;
    await away(member, colleague, on(10), on(20));
    for (const [from, to] of [
      [5, 10],
      [20, 25],
      [12, 13],
      [1, 30],
    ] as const) {
      const error = await refusal(away(member, lead, on(from), on(to)));
      expect(error).toMatchObject({ code: "INVALID", options: { field: "startsOn" } });
      expect(error.message).toContain(`${member.name} is away from 2 Dec 2026 to 12 Dec 2026`);
    }
    await away(member, lead, on(5), on(9));
    await away(member, lead, on(21), on(21));
  });

  it("is passed on by nobody: not to somebody away, and not by somebody who stands in", async () => {
    const { member, colleague, lead } = team;
    await away(colleague, lead, on(10), on(20));
    const error = await refusal(away(member, colleague, on(20), on(30)));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "standInId" } });
    expect(error.message).toContain(`${colleague.name} is away`);
    const task = await refusal(away(lead, member, on(15), on(15)));
    expect(task).toMatchObject({ code: "INVALID", options: { field: "startsOn" } });
    expect(task.message).toContain("cannot be passed on");
    await away(member, colleague, on(21), on(30));
  });

  it("cannot be passed on either when both are recorded at the same moment", async () => {
    const { member, colleague, lead } = team;
    const tries = await Promise.allSettled([
      away(member, colleague, on(1), on(5)),
      away(colleague, lead, on(5), on(9)),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("has somebody stand in who is on the team on all of its days", async () => {
    const leaver = await sampleMember(superuser, team.lead.teamId, "member");
    const endsOn = dayToColumn(on(10));
    await superuser.person.update({ where: { id: leaver.personId }, data: { endsOn } });
    const error = await refusal(away(team.member, leaver, on(5), on(11)));
    expect(error.message).toContain("not on the team on all of these days");
    await away(team.member, leaver, on(5), on(10));
  });

  it("that is over cannot be recorded", async () => {
    const error = await refusal(away(team.member, team.lead, on(-9), on(-1)));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "endsOn" } });
  });
});

describe("coming back early", () => {
  it("ends it at once, and takes one away that had not begun", async () => {
    const { member, colleague, viewer } = team;
    const startsOn = dayToColumn(on(-30));
    await superuser.person.updateMany({ where: { teamId: member.teamId }, data: { startsOn } });
    const { id: begun } = await away(member, colleague, on(-3), on(9));
    const { id: planned } = await away(member, colleague, on(20), on(29));
    expect(await refusal(endStandIn(viewer, { id: begun }))).toMatchObject({ code: "FORBIDDEN" });
    for (const id of [begun, planned]) await endStandIn(member, { id });
    expect(await listStandIns(member, member.personId)).toEqual([]);
    const rows = await superuser.standIn.findMany({ where: { teamId: member.teamId } });
    expect(rows).toMatchObject([{ id: begun, endsOn: dayToColumn(on(-1)) }]);
    await endStandIn(member, { id: begun });
    const history = await listHistory(member, { personId: member.personId });
    expect(history.filter(({ action }) => action === "standIn.ended")).toHaveLength(2);
    expect(await refusal(endStandIn(member, { id: planned }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
