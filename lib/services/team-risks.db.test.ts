import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { listRisks } from "./team-risks";
import { getTeamNumbers, listTeamNumbers } from "./teams-overview";

let superuser: PrismaClient;
let team: SampleTeam;
let lead: Member;
let others: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const on = (days: number) => dayToColumn(addDays(todayFor(lead), days));

/** A team whose only approval runs for a year, with nothing due. */
beforeEach(async () => {
  team = await sampleTeam(superuser, `lab-${randomUUID()}`);
  ({ lead } = team);
  others = (await sampleTeam(superuser, `other-${randomUUID()}`)).lead;
  const { teamId } = team;
  await superuser.notice.deleteMany({ where: { teamId } });
  await superuser.snooze.deleteMany({ where: { teamId } });
  await superuser.obligation.deleteMany({ where: { teamId } });
  await superuser.cycle.deleteMany({ where: { teamId, kind: "renewal" } });
  await superuser.grant.update({
    where: { id: team.grantId },
    data: { startsOn: on(-300), endsOn: on(300), confirmedOn: null },
  });
});

const kinds = async (who: Member) => (await listRisks(who)).risks.map(({ kind }) => kind);

function endIn(days: number) {
  return superuser.grant.update({ where: { id: team.grantId }, data: { endsOn: on(days) } });
}

async function overdue(days: number, more: { state?: "missed"; grantId?: string } = {}) {
  const { teamId } = team;
  await superuser.obligation.create({
    data: {
      ...{ teamId, ownerId: lead.personId, kind: "tell", subject: randomUUID(), what: "Tell them" },
      ...{ rule: "A rule.", source: "A page.", dueOn: on(-days), ...more },
    },
  });
}

describe("the risks of a team", () => {
  it("are none where all goes well", async () => {
    expect(await listRisks(lead)).toMatchObject({ risks: [] });
  });

  it.each([
    [-1, ["lapsed"]],
    [0, ["ending"]],
    [30, ["ending"]],
    [31, []],
  ])("name an approval that ends in %i days", async (days, expected) => {
    await endIn(days);
    expect(await kinds(lead)).toEqual(expected);
  });

  it("do not name one whose renewal is begun, nor one that is being closed", async () => {
    await endIn(5);
    const { teamId, requestId } = team;
    const renewal = await superuser.cycle.create({
      data: { teamId, requestId, number: 7, kind: "renewal", startedOn: on(-1) },
    });
    expect(await kinds(lead)).toEqual([]);
    await superuser.cycle.update({ where: { id: renewal.id }, data: { state: "withdrawn" } });
    expect(await kinds(lead)).toEqual(["ending"]);
    await superuser.request.update({ where: { id: requestId }, data: { status: "closing" } });
    expect(await kinds(lead)).toEqual([]);
  });

  it("name open duties that are late, not those that are closed or follow from an approval", async () => {
    await overdue(3);
    await overdue(0);
    await overdue(9, { state: "missed" });
    await overdue(9, { grantId: team.grantId });
    const { risks, counts } = await listRisks(lead);
    expect(risks).toMatchObject([{ kind: "overdue", what: "Tell them", owner: lead.name }]);
    expect(counts.overdue).toBe(1);
  });

  it("name a person whose training is over while they hold data that need it", async () => {
    const { teamId } = team;
    await superuser.qualification.updateMany({
      where: { teamId, personId: lead.personId },
      data: { startsOn: on(-900), endsOn: on(-2), reportEndsOn: on(-2), type: "citi_data_only" },
    });
    // The approval is of dbGaP, and the training PhysioNet's.
    expect(await kinds(lead)).toEqual([]);
    await superuser.request.update({
      where: { id: team.requestId },
      data: { archive: "physionet", lifecycle: "physionet-credentialed" },
    });
    const { risks } = await listRisks(lead);
    expect(risks).toMatchObject([
      { kind: "expired", name: lead.name, on: addDays(todayFor(lead), -2) },
    ]);
  });

  it("name approvals that nobody looked up for longer than the team allows", async () => {
    const seen = (days: number) =>
      superuser.grant.update({ where: { id: team.grantId }, data: { confirmedOn: on(-days) } });
    await seen(30);
    expect(await kinds(lead)).toEqual([]);
    await seen(31);
    expect((await listRisks(lead)).risks).toMatchObject([
      { kind: "unseen", archive: "dbgap", approvals: 1 },
    ]);
  });

  it("tell of mail only whom it concerns, and of no other team", async () => {
    const { teamId } = team;
    await superuser.notice.create({
      data: {
        ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", teamId },
        ...{ toAddress: "ana@lab.test", state: "failed", bounced: true },
        ...{ createdAt: lead.now, nextAttemptAt: lead.now },
      },
    });
    await endIn(-3);
    expect(await kinds(lead)).toEqual(["lapsed", "mail"]);
    expect(await kinds(await sampleMember(superuser, teamId, "viewer"))).toEqual(["lapsed"]);
    await superuser.grant.updateMany({
      where: { teamId: others.teamId },
      data: { endsOn: on(200) },
    });
    await superuser.obligation.deleteMany({
      where: { teamId: others.teamId, grantId: null },
    });
    expect(await kinds(others)).not.toContain("lapsed");
  });
});

describe("the numbers of several teams", () => {
  it("are those of every team that the user is in, and of no other", async () => {
    await endIn(-3);
    await overdue(3);
    await superuser.membership.create({
      data: { teamId: others.teamId, userId: lead.userId, role: "viewer" },
    });
    await superuser.person.create({
      data: { teamId: others.teamId, userId: lead.userId, name: lead.name, startsOn: on(-9) },
    });
    const { userId, name, now } = lead;
    const numbers = await listTeamNumbers({
      ...{ kind: "signedIn", userId, name, now, email: "ana@example.org" },
    });
    expect(numbers.map(({ role }) => role)).toEqual(["lead", "viewer"]);
    expect(numbers[0]).toMatchObject({ slug: team.slug, overdue: 1, risks: 2 });
    expect(numbers[0]?.ends.past).toBe(1);
    expect(numbers[0]?.worst).toMatchObject({ kind: "lapsed" });
    expect(numbers[0]).toMatchObject(await getTeamNumbers(lead));
  });
});
