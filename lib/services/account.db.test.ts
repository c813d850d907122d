import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member, SignedIn } from "../team/actor";
import { getMyAccount, updateMyAccount } from "./account";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { requireMember } from "./teams";

let superuser: PrismaClient;
let team: SampleTeam;
let member: Member;
let user: SignedIn;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `account-${++teams}`);
  member = await sampleMember(superuser, team.teamId, "viewer");
  const { id: userId, email } = await superuser.user.findUniqueOrThrow({
    where: { id: member.userId },
  });
  user = { kind: "signedIn", userId, email, name: "Ana", now: SAMPLE_NOW };
});

const GERMAN = { name: "Ana Ruiz", language: "de", timeZone: "Europe/Berlin" } as const;
const personOf = ({ personId: id }: Member) => superuser.person.findFirst({ where: { id } });

describe("an account", () => {
  it("is read and changed by its user, whatever their role", async () => {
    expect(await getMyAccount(user)).toMatchObject({ language: "en" });
    await updateMyAccount(user, GERMAN);
    expect(await getMyAccount(user)).toEqual({ ...GERMAN, email: user.email });
  });

  it("keeps language and clock with the person in each team, and not the name", async () => {
    const before = await personOf(member);
    await updateMyAccount(user, GERMAN);
    const { language, timeZone } = GERMAN;
    expect(await personOf(member)).toMatchObject({ language, timeZone, name: before?.name });
    const actor = await requireMember(user, team.slug);
    expect(actor).toMatchObject({ language, timeZone });
  });

  it("tells each team's history what changed, once", async () => {
    await updateMyAccount(user, GERMAN);
    await updateMyAccount(user, GERMAN);
    const events = await superuser.event.findMany({
      where: { teamId: team.teamId, action: "person.updated" },
    });
    expect(events.map(({ data }) => data)).toEqual([
      expect.objectContaining({ fields: ["language", "timeZone"] }),
    ]);
  });

  it("changes nothing in a team that the user has left", async () => {
    await superuser.person.updateMany({
      where: { id: member.personId },
      data: { startsOn: new Date("2026-01-01"), endsOn: new Date("2026-01-31") },
    });
    await updateMyAccount(user, GERMAN);
    expect(await personOf(member)).toMatchObject({ language: "en" });
  });
});
