import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { changeRole, listMembers, removeMember } from "./members";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;
let member: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

beforeEach(async () => {
  team = await sampleTeam(superuser, `lab-${++teams}`);
  member = await sampleMember(superuser, team.teamId, "member");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const roleOf = async ({ userId, teamId }: Member) =>
  (await superuser.membership.findUnique({ where: { teamId_userId: { teamId, userId } } }))?.role;

const promote = (actor: Member, of: Member, role: Member["role"], was = of.role) =>
  changeRole(actor, { userId: of.userId, role, was });

describe("the members of a team", () => {
  it("are listed for every member, and those of other teams are not", async () => {
    await sampleTeam(superuser, `neighbours-${teams}`);
    const viewer = await sampleMember(superuser, team.teamId, "viewer");
    const listed = await listMembers(viewer);
    expect(listed.map(({ userId }) => userId).sort()).toEqual(
      [team.lead, member, viewer].map(({ userId }) => userId).sort(),
    );
    expect(listed[0]).toMatchObject({ name: team.lead.name, role: "lead" });
  });
});

describe("a role", () => {
  it("is changed by the lead, with an event", async () => {
    await promote(team.lead, member, "coordinator");
    expect(await roleOf(member)).toBe("coordinator");
    expect(await superuser.event.findFirst({ where: { subjectId: member.userId } })).toMatchObject({
      action: "member.roleChanged",
      data: { from: "member", to: "coordinator" },
    });
  });

  it("is not changed by anybody else, least of all one's own", async () => {
    for (const role of ["coordinator", "member", "viewer"] as const) {
      const actor = await sampleMember(superuser, team.teamId, role);
      const refusal = promote(actor, actor, "lead");
      await expect(refusal).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("is not changed over somebody else's change", async () => {
    await promote(team.lead, member, "viewer");
    await expect(promote(team.lead, member, "coordinator")).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: "viewer" } },
    });
  });

  it("of the last lead stays, but the first lead may hand over", async () => {
    const LAST = { code: "INVALID", options: { field: "role" } };
    await expect(promote(team.lead, team.lead, "member")).rejects.toMatchObject(LAST);
    await promote(team.lead, member, "lead");
    await promote(team.lead, team.lead, "member");
    expect([await roleOf(team.lead), await roleOf(member)]).toEqual(["member", "lead"]);
  });

  it("of two leads who both step down at once stays with one of them", async () => {
    const second = await sampleMember(superuser, team.teamId, "lead");
    const tries = await Promise.allSettled([
      promote(team.lead, team.lead, "member"),
      promote(second, second, "member"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await roleOf(team.lead), await roleOf(second)].sort()).toEqual(["lead", "member"]);
  });

  it("of another team's member or of nobody cannot be changed", async () => {
    const other = await sampleTeam(superuser, `others-${teams}`);
    const missing = { code: "NOT_FOUND" };
    await expect(promote(team.lead, other.lead, "viewer")).rejects.toMatchObject(missing);
    const nobody = { ...member, userId: randomUUID() };
    await expect(promote(team.lead, nobody, "viewer")).rejects.toMatchObject(missing);
    expect(await roleOf(other.lead)).toBe("lead");
  });
});

describe("removing a member", () => {
  it("ends the membership and keeps the person, until today", async () => {
    await superuser.session.create({
      data: { sessionToken: randomUUID(), userId: member.userId, expires: new Date("2027-01-01") },
    });
    await removeMember(team.lead, { userId: member.userId });
    expect(await roleOf(member)).toBeUndefined();
    const person = await superuser.person.findUniqueOrThrow({ where: { id: member.personId } });
    expect(person.endsOn).toEqual(new Date("2026-11-22"));
    expect(await superuser.session.count({ where: { userId: member.userId } })).toBe(1);
  });

  it("keeps the last day open of a person with ties, since what follows from it is shown before it is set", async () => {
    const { teamId, requestId } = team;
    const { personId, userId } = member;
    await superuser.requestPerson.create({
      data: { teamId, requestId, personId, function: "internal_collaborator" },
    });
    await removeMember(team.lead, { userId });
    expect(await roleOf(member)).toBeUndefined();
    const person = await superuser.person.findUniqueOrThrow({ where: { id: personId } });
    expect(person.endsOn).toBeNull();
  });

  it("gives a person who has not begun yet no end before the start", async () => {
    const startsOn = new Date("2027-01-01");
    await superuser.person.update({ where: { id: member.personId }, data: { startsOn } });
    await removeMember(team.lead, { userId: member.userId });
    const person = await superuser.person.findUniqueOrThrow({ where: { id: member.personId } });
    expect(person.endsOn).toEqual(startsOn);
  });

  it("never takes the last lead, nor anybody on another's word", async () => {
    const lead = removeMember(team.lead, { userId: team.lead.userId });
    await expect(lead).rejects.toMatchObject({ code: "INVALID" });
    const coordinator = await sampleMember(superuser, team.teamId, "coordinator");
    const refusal = removeMember(coordinator, { userId: member.userId });
    await expect(refusal).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await sampleTeam(superuser, `strangers-${teams}`);
    const stranger = removeMember(team.lead, { userId: other.lead.userId });
    await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
