import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member, Role, SignedIn } from "../team/actor";
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  listMyInvitations,
  revokeInvitation,
} from "./invitations";
import { LIMITS } from "./limits";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { requireMember } from "./teams";

let superuser: PrismaClient;
let team: SampleTeam;
let made = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const newAddress = () => `guest-${++made}@example.org`;

async function signUp(email: string, days = 0): Promise<SignedIn> {
  const { id } = await superuser.user.upsert({
    where: { email },
    create: { email },
    update: {},
  });
  const now = new Date(SAMPLE_NOW.getTime() + days * 86_400_000);
  return { kind: "signedIn", userId: id, email, name: email, now };
}

const invite = (actor: Member, email: string, role: Role = "member", commandId = randomUUID()) =>
  inviteMember(actor, { email, role, commandId });

const accept = (user: SignedIn, invitationId: string) =>
  acceptInvitation(user, { invitationId, userName: "Guest", timeZone: "Europe/Berlin" });

/** Members of their own, so that no test uses up another's limits. */
const lead = () => sampleMember(superuser, team.teamId, "lead");

describe("an invitation", () => {
  it("is stored with its message and event, for seven days", async () => {
    const email = newAddress();
    const actor = await lead();
    const { id } = await invite(actor, email);
    expect(await superuser.notice.findUnique({ where: { key: `invitation:${id}` } })).toMatchObject(
      { kind: "invitation", subjectId: id, teamId: team.teamId, toAddress: email },
    );
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "member.invited",
      actorId: actor.userId,
    });
    expect(await listInvitations(actor)).toContainEqual({
      id,
      email,
      role: "member",
      invitedBy: actor.name,
      expiresAt: new Date("2026-11-29T09:00:00Z"),
      isExpired: false,
    });
  });

  it("is written by leads and coordinators, who never give a role above their own", async () => {
    const coordinator = await sampleMember(superuser, team.teamId, "coordinator");
    await invite(coordinator, newAddress(), "coordinator");
    await expect(invite(coordinator, newAddress(), "lead")).rejects.toMatchObject({
      code: "INVALID",
      options: { field: "role" },
    });
    for (const role of ["member", "viewer"] as const) {
      const actor = await sampleMember(superuser, team.teamId, role);
      await expect(invite(actor, newAddress())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listInvitations(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("is not written to a member", async () => {
    const actor = await lead();
    const { email } = await superuser.user.findUniqueOrThrow({ where: { id: actor.userId } });
    await expect(invite(actor, email)).rejects.toMatchObject({
      code: "INVALID",
      options: { field: "email" },
    });
  });

  it("is not needed by a member who left: the refusal says how they come back", async () => {
    const gone = await sampleMember(superuser, team.teamId, "member");
    const person = await superuser.person.update({
      where: { id: gone.personId },
      data: { startsOn: new Date("2026-01-01"), endsOn: new Date("2026-03-31") },
    });
    await expect(invite(await lead(), person.email ?? "")).rejects.toThrow(
      `${person.name} left the team on 31 Mar 2026 and needs no invitation`,
    );
  });

  it("is written once when its form is sent twice at once", async () => {
    const [actor, email, commandId] = [await lead(), newAddress(), randomUUID()];
    const sent = await Promise.all([1, 2, 3].map(() => invite(actor, email, "member", commandId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await superuser.notice.count({ where: { toAddress: email } })).toBe(1);
  });

  it("is limited per member and per address", async () => {
    const actor = await lead();
    for (let i = 0; i < LIMITS.invitationByActor.count; i++) await invite(actor, newAddress());
    await expect(invite(actor, newAddress())).rejects.toMatchObject({ code: "LIMITED" });
    const pestered = newAddress();
    const neighbours = await sampleTeam(superuser, "neighbours");
    const [one, two] = [neighbours.lead, await sampleMember(superuser, neighbours.teamId, "lead")];
    for (let i = 0; i < LIMITS.invitationToAddress.count; i++) {
      const now = new Date(SAMPLE_NOW.getTime() + i);
      await invite({ ...(i % 2 ? one : two), now }, pestered);
    }
    await expect(invite(one, pestered)).rejects.toMatchObject({ code: "LIMITED" });
  });
});

describe("whoever is invited", () => {
  it("sees the team, joins with the role offered, and becomes a person of the team", async () => {
    const email = newAddress();
    const actor = await lead();
    const { id } = await invite(actor, email, "viewer");
    const user = await signUp(email);
    expect(await listMyInvitations(user)).toMatchObject([
      { id, team: "Team lab", role: "viewer", invitedBy: actor.name },
    ]);
    expect(await accept(user, id)).toBe("lab");
    expect(await requireMember(user, "lab")).toMatchObject({ role: "viewer", name: "Guest" });
    expect(await listMyInvitations(user)).toEqual([]);
  });

  it("is linked to the person whom the team tracks under this address", async () => {
    const email = newAddress();
    const person = await superuser.person.create({
      data: { teamId: team.teamId, name: "Dr. Known", email, startsOn: new Date("2026-01-01") },
    });
    const { id } = await invite(await lead(), email);
    const user = await signUp(email);
    await accept(user, id);
    expect(await requireMember(user, "lab")).toMatchObject({
      personId: person.id,
      name: "Dr. Known",
    });
  });

  it("cannot join once whoever invited them could not invite them any more", async () => {
    const { teamId } = team;
    const refused = {
      code: "INVALID",
      message: expect.stringContaining("can no longer invite people to this team"),
    };
    const ends: [Role, Role | null][] = [
      ["member", "viewer"],
      ["member", "member"],
      ["lead", "coordinator"],
      ["viewer", null],
    ];
    for (const [role, becomes] of ends) {
      const actor = await lead();
      const email = newAddress();
      const { id } = await invite(actor, email, role);
      const where = { teamId_userId: { teamId, userId: actor.userId } };
      if (becomes) await superuser.membership.update({ where, data: { role: becomes } });
      else await superuser.membership.delete({ where });
      const user = await signUp(email);
      await expect(accept(user, id)).rejects.toMatchObject(refused);
      expect(await superuser.membership.count({ where: { userId: user.userId } })).toBe(0);
    }
  });

  it("joins when whoever invited them may still give that role", async () => {
    const actor = await lead();
    const email = newAddress();
    const { id } = await invite(actor, email, "member");
    await superuser.membership.update({
      where: { teamId_userId: { teamId: team.teamId, userId: actor.userId } },
      data: { role: "coordinator" },
    });
    expect(await accept(await signUp(email), id)).toBe("lab");
  });

  it("joins once when accepting twice at once", async () => {
    const email = newAddress();
    const { id } = await invite(await lead(), email);
    const user = await signUp(email);
    const answers = await Promise.all([1, 2, 3].map(() => accept(user, id)));
    expect(answers).toEqual(["lab", "lab", "lab"]);
    expect(await superuser.person.count({ where: { email, teamId: team.teamId } })).toBe(1);
  });

  it("cannot accept after seven days, after it was taken back, or an older one", async () => {
    const ENDED = { code: "INVALID" };
    const actor = await lead();
    const late = newAddress();
    const expired = await invite(actor, late);
    expect(await listMyInvitations(await signUp(late, 7))).toEqual([]);
    await expect(accept(await signUp(late, 7), expired.id)).rejects.toMatchObject(ENDED);
    const unwanted = newAddress();
    const revoked = await invite(actor, unwanted);
    await revokeInvitation(actor, { invitationId: revoked.id });
    await expect(accept(await signUp(unwanted), revoked.id)).rejects.toMatchObject(ENDED);
    const again = newAddress();
    const older = await invite(actor, again, "lead");
    const newer = await invite({ ...actor, now: new Date(SAMPLE_NOW.getTime() + 1) }, again);
    await expect(accept(await signUp(again), older.id)).rejects.toMatchObject(ENDED);
    await accept(await signUp(again), newer.id);
  });

  it("cannot accept what is addressed to somebody else", async () => {
    const { id } = await invite(await lead(), newAddress());
    const thief = await signUp(newAddress());
    const missing = { code: "NOT_FOUND" };
    await expect(accept(thief, id)).rejects.toMatchObject(missing);
    await expect(accept(thief, randomUUID())).rejects.toMatchObject(missing);
  });
});

describe("taking an invitation back", () => {
  it("happens once, and not to another team's", async () => {
    const actor = await lead();
    const { id } = await invite(actor, newAddress());
    const foreign = await sampleTeam(superuser, "foreign");
    const missing = { code: "NOT_FOUND" };
    const theirs = revokeInvitation(foreign.lead, { invitationId: id });
    await expect(theirs).rejects.toMatchObject(missing);
    await revokeInvitation(actor, { invitationId: id });
    await expect(revokeInvitation(actor, { invitationId: id })).rejects.toMatchObject(missing);
    expect((await listInvitations(actor)).map((line) => line.id)).not.toContain(id);
  });
});
