import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member, SignedIn } from "../team/actor";
import { endFirstSteps, endTour, getFirstSteps, isTourDue } from "./first-run";
import { recordIdentity } from "./identities";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { createTeam, requireMember } from "./teams";

let superuser: PrismaClient;
let running: SampleTeam;
let user: SignedIn;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  running = await sampleTeam(superuser, "running");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  const email = `${randomUUID()}@lab.example.org`;
  const { id: userId } = await superuser.user.create({
    data: { email, emailVerified: SAMPLE_NOW, createdAt: SAMPLE_NOW },
  });
  user = { kind: "signedIn", userId, email, name: "Nia", now: SAMPLE_NOW };
  const slug = await createTeam(user, {
    ...{ id: randomUUID(), name: "New lab", institution: "Institute of Tests" },
    ...{ userName: "Nia New", timeZone: "Asia/Kathmandu" },
  });
  lead = await requireMember(user, slug);
});

describe("the tour", () => {
  it("opens for the lead of a new team until they leave it, once for all", async () => {
    expect(await isTourDue(lead)).toBe(true);
    await endTour(user);
    expect(await isTourDue(lead)).toBe(false);
    await endTour({ ...user, now: new Date("2027-01-01T00:00:00Z") });
    const stored = await superuser.user.findUniqueOrThrow({ where: { id: user.userId } });
    expect(stored.tourEndedAt).toEqual(SAMPLE_NOW);
  });

  it("opens for nobody in a team that is on its way, and for leads alone in a new one", async () => {
    expect(await isTourDue(running.lead)).toBe(false);
    expect(await isTourDue(await sampleMember(superuser, lead.teamId, "member"))).toBe(false);
  });

  it("is no team's business, so no history tells who left it", async () => {
    const events = () => superuser.event.count({ where: { teamId: lead.teamId } });
    const before = await events();
    await endTour(user);
    expect(await events()).toBe(before);
  });
});

describe("the first steps", () => {
  it("tick themselves from the team's facts", async () => {
    const begun = { mail: true, people: false, request: false, approval: false, number: null };
    expect(await getFirstSteps(lead)).toEqual(begun);
    await recordIdentity(lead, {
      ...{ commandId: randomUUID(), personId: lead.personId, scheme: "physionet" },
      ...{ documentId: null, identity: { value: "nia-new", verifiedOn: null, endsOn: null } },
    });
    expect(await getFirstSteps(lead)).toEqual({ ...begun, people: true });
  });

  it("ask to look at the address when a mail to it came back", async () => {
    const { teamId, personId, now } = lead;
    await superuser.notice.create({
      data: {
        ...{ teamId, personId, key: randomUUID(), messageId: randomUUID(), kind: "reminder" },
        ...{ toAddress: user.email, state: "failed", bounced: true },
        ...{ nextAttemptAt: now, createdAt: now },
      },
    });
    expect(await getFirstSteps(lead)).toMatchObject({ mail: false });
  });

  it("name the request in which an approval can be recorded, and are over when all is done", async () => {
    const { teamId, lead: theirs, requestId, unitId } = running;
    await superuser.user.update({
      where: { id: theirs.userId },
      data: { emailVerified: SAMPLE_NOW },
    });
    await superuser.grant.updateMany({ where: { teamId }, data: { endsOn: null } });
    expect(await getFirstSteps(theirs)).toMatchObject({
      approval: false,
      request: true,
      number: 1,
    });
    await superuser.grant.updateMany({
      where: { teamId, requestId, unitId },
      data: { endsOn: new Date("2027-03-31") },
    });
    expect(await getFirstSteps(theirs)).toBeNull();
  });

  it("are shown neither to viewers nor to whoever has put them away", async () => {
    expect(await getFirstSteps(await sampleMember(superuser, lead.teamId, "viewer"))).toBeNull();
    await endFirstSteps(user);
    expect(await getFirstSteps(lead)).toBeNull();
  });
});
