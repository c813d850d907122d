import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { SignedIn } from "../team/actor";
import { SAMPLE_NOW, sampleMember, sampleTeam } from "./sample-team";
import { createTeam, getTeam, homePathOf, listMyTeams, requireMember, updateTeam } from "./teams";

let superuser: PrismaClient;
let users = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

async function newUser(): Promise<SignedIn> {
  const email = `user-${++users}@example.org`;
  const { id } = await superuser.user.create({ data: { email } });
  return { kind: "signedIn", userId: id, email, name: email, now: SAMPLE_NOW };
}

const form = (name: string) => ({
  id: randomUUID(),
  userName: "Ana Silva",
  name,
  institution: "University of Lisbon",
  timeZone: "Pacific/Kiritimati",
});

const MISSING = { code: "NOT_FOUND", message: "There is no such team here." };

describe("a new team", () => {
  it("has its founder as lead and first person, from today on their own calendar", async () => {
    const user = await newUser();
    const slug = await createTeam(user, form("Silva Lab"));
    expect(slug).toBe("silva-lab");
    const member = await requireMember(user, slug);
    expect(member).toMatchObject({ role: "lead", userId: user.userId, name: "Ana Silva" });
    const person = await superuser.person.findUniqueOrThrow({ where: { id: member.personId } });
    expect(person).toMatchObject({
      email: user.email,
      institution: "University of Lisbon",
      timeZone: "Pacific/Kiritimati",
      startsOn: new Date("2026-11-22"),
    });
    const events = await superuser.event.findMany({
      where: { teamId: member.teamId },
      orderBy: { seq: "asc" },
    });
    expect(events[0]).toMatchObject({ action: "team.created", actorId: user.userId, seq: 1 });
    // Where everybody works is to be looked at once a year, from the first day on.
    expect(events.map(({ action }) => action)).toContain("obligation.opened");
  });

  it("gets an address of its own when the name is taken, also by teams one cannot see", async () => {
    await createTeam(await newUser(), form("Genome Group"));
    expect(await createTeam(await newUser(), form("Génome  group!"))).toBe("genome-group-2");
  });

  it("is made once, however often its form is sent", async () => {
    const user = await newUser();
    const sent = form("Twice");
    const slugs = await Promise.all(Array.from({ length: 5 }, () => createTeam(user, sent)));
    expect(new Set(slugs)).toEqual(new Set(["twice"]));
    expect(await listMyTeams(user)).toHaveLength(1);
  });

  it("cannot take over another team by its id", async () => {
    const other = await sampleTeam(superuser, "victims");
    const user = await newUser();
    const refusal = createTeam(user, { ...form("Thieves"), id: other.teamId });
    await expect(refusal).rejects.toMatchObject({ code: "INVALID" });
    expect(await listMyTeams(user)).toEqual([]);
  });
});

describe("a signed-in user", () => {
  it("starts at the page for newcomers, and with a team at its dashboard", async () => {
    const user = await newUser();
    expect(await homePathOf(user)).toBe("/welcome");
    const slug = await createTeam(user, form("Home"));
    expect(await homePathOf(user)).toBe(`/t/${slug}`);
  });

  it("is told the same of unknown teams and of teams of others", async () => {
    const user = await newUser();
    await sampleTeam(superuser, "others");
    for (const slug of ["others", "nowhere", "", "'; --", "OTHERS", "others\u0000", "\ud800"]) {
      await expect(requireMember(user, slug)).rejects.toMatchObject(MISSING);
    }
  });

  it("has in each team the role of that team, as it is now", async () => {
    const user = await newUser();
    const slug = await createTeam(user, form("Changing"));
    const { teamId } = await requireMember(user, slug);
    await superuser.membership.updateMany({ where: { teamId }, data: { role: "viewer" } });
    expect((await requireMember(user, slug)).role).toBe("viewer");
    await superuser.membership.deleteMany({ where: { teamId } });
    await expect(requireMember(user, slug)).rejects.toMatchObject(MISSING);
  });
});

describe("somebody whose last day is over", () => {
  const endOn = (personId: string, day: string) =>
    superuser.person.update({ where: { id: personId }, data: { endsOn: new Date(day) } });
  const asUser = async (userId: string): Promise<SignedIn> => {
    const { email } = await superuser.user.findUniqueOrThrow({ where: { id: userId } });
    return { kind: "signedIn", userId, email, name: email, now: SAMPLE_NOW };
  };

  it("opens nothing of the team any more, and did so on the last day", async () => {
    const { slug, teamId } = await sampleTeam(superuser, "leavers");
    const member = await sampleMember(superuser, teamId, "coordinator");
    const user = await asUser(member.userId);
    await endOn(member.personId, "2026-11-22");
    expect(await requireMember(user, slug)).toMatchObject({ role: "coordinator" });
    const tomorrow = { ...user, now: new Date("2026-11-23T09:00:00Z") };
    await expect(requireMember(tomorrow, slug)).rejects.toMatchObject(MISSING);
    expect(await listMyTeams(tomorrow)).toEqual([]);
    expect(await homePathOf(tomorrow)).toBe("/welcome");
  });

  it("as the last lead still lets others in, until there is another lead", async () => {
    const { slug, teamId, lead } = await sampleTeam(superuser, "leading");
    await superuser.person.update({
      where: { id: lead.personId },
      data: { startsOn: new Date("2026-11-01"), endsOn: new Date("2026-11-21") },
    });
    const user = await asUser(lead.userId);
    expect(await requireMember(user, slug)).toMatchObject({ role: "lead" });
    await sampleMember(superuser, teamId, "lead");
    await expect(requireMember(user, slug)).rejects.toMatchObject(MISSING);
  });
});

describe("a team's details", () => {
  it("are changed by its lead, with an event, and not over somebody else's change", async () => {
    const team = await sampleTeam(superuser, "renamed");
    const was = { name: "Team renamed", institution: "" };
    const input = { name: "New name", institution: "EMBL", was };
    expect(await updateTeam(team.lead, input)).toMatchObject({ slug: "renamed", name: "New name" });
    await expect(updateTeam(team.lead, { ...input, name: "Third" })).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { name: "New name", institution: "EMBL" } } },
    });
    const events = await superuser.event.findMany({
      where: { teamId: team.teamId, action: "team.updated" },
    });
    expect(events).toHaveLength(1);
    expect(await getTeam(team.lead)).toMatchObject({ name: "New name" });
  });

  it("are not changed by any other role", async () => {
    const team = await sampleTeam(superuser, "guarded");
    for (const role of ["coordinator", "member", "viewer"] as const) {
      const actor = await sampleMember(superuser, team.teamId, role);
      const was = { name: "Team guarded", institution: "" };
      const refusal = updateTeam(actor, { name: "X", institution: "", was });
      await expect(refusal).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
