import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { unsubscribeUrl } from "../email/unsubscribe-link";
import { freshDatabase } from "../launch/test-database";
import type { Member, Visitor } from "../team/actor";
import { getMyMail, readUnsubscribing, unsubscribe, updateMyMail } from "./mail-preferences";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const visitor: Visitor = { kind: "visitor", ip: "192.0.2.1", now: SAMPLE_NOW };
let superuser: PrismaClient;
let team: SampleTeam;
let viewer: Member;
let token: string;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `lab-${++teams}`);
  viewer = await sampleMember(superuser, team.teamId, "viewer");
  token = new URL(unsubscribeUrl(viewer)).searchParams.get("token") ?? "";
});

const events = (action: string) =>
  superuser.event.findMany({ where: { teamId: team.teamId, action } });

/** A digest that waits, with one reminder in it. */
async function gather(person: Member, lockedUntil: Date | null = null) {
  const notice = (kind: string, digestId: string | null) => ({
    ...{ key: randomUUID(), messageId: randomUUID(), kind, teamId: team.teamId, digestId },
    ...{ personId: person.personId, toAddress: "ana@example.org" },
    ...{ nextAttemptAt: SAMPLE_NOW, createdAt: SAMPLE_NOW, lockedUntil },
  });
  const digest = await superuser.notice.create({ data: notice("digest", null) });
  const member = await superuser.notice.create({ data: notice("reminder", digest.id) });
  const { id: alone } = await superuser.notice.create({ data: notice("reminder", null) });
  const ids = [digest.id, member.id, alone];
  return async () => {
    const rows = await superuser.notice.findMany({ where: { id: { in: ids } } });
    return ids.map((id) => rows.find((row) => row.id === id)?.state);
  };
}

describe("what mail somebody wants", () => {
  it.each(["lead", "coordinator", "member", "viewer"] as const)(
    "is read and set by a %s, for nobody else",
    async (role) => {
      const actor = await sampleMember(superuser, team.teamId, role);
      expect(await getMyMail(actor)).toEqual({ digest: true, muted: [], version: 1 });
      const saved = await updateMyMail(actor, { digest: true, muted: ["x"], version: 1 });
      expect(saved).toEqual({ digest: true, muted: ["x"], version: 2 });
      expect(await getMyMail(actor)).toEqual(saved);
      expect((await getMyMail(viewer)).muted).toEqual([]);
      expect(await events("preference.updated")).toMatchObject([{ subjectId: actor.personId }]);
    },
  );

  it("is not overwritten unseen, and what was saved meanwhile is handed over", async () => {
    const saves = [["a"], ["b"]].map((muted) =>
      updateMyMail(viewer, { digest: true, muted, version: 1 }),
    );
    const answers = await Promise.allSettled(saves);
    const stored = await getMyMail(viewer);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [lost] = answers.filter((answer) => answer.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "CONFLICT",
      options: { details: { current: stored } },
    });
  });

  it("keeps a digest that waits from going once it is off, and only that", async () => {
    const [mine, others] = [await gather(viewer), await gather(team.lead)];
    await updateMyMail(viewer, { digest: false, muted: [], version: 1 });
    expect(await mine()).toEqual(["cancelled", "in_app", "pending"]);
    expect(await others()).toEqual(["pending", "pending", "pending"]);
  });
});

describe("the link of a daily mail", () => {
  it("shows whose mail it ends, and changes nothing by that", async () => {
    expect(await readUnsubscribing(visitor, token)).toEqual({
      ...{ name: viewer.name, team: `Team lab-${teams}`, digest: true },
    });
    expect((await getMyMail(viewer)).digest).toBe(true);
  });

  it("ends it without a session, once however often and by however many at once", async () => {
    const waiting = await gather(viewer);
    await Promise.all(Array.from({ length: 5 }, () => unsubscribe(visitor, token)));
    await unsubscribe(visitor, token);
    expect((await readUnsubscribing(visitor, token)).digest).toBe(false);
    expect(await waiting()).toEqual(["cancelled", "in_app", "pending"]);
    expect(await events("preference.unsubscribed")).toMatchObject([
      { actorId: null, subjectId: viewer.personId, data: { name: viewer.name } },
    ]);
    expect((await getMyMail(team.lead)).digest).toBe(true);
  });

  it("leaves what its reader muted, and a digest that is being sent", async () => {
    await updateMyMail(viewer, { digest: true, muted: ["x"], version: 1 });
    const waiting = await gather(viewer, SAMPLE_NOW);
    await unsubscribe(visitor, token);
    expect(await getMyMail(viewer)).toEqual({ digest: false, muted: ["x"], version: 3 });
    expect(await waiting()).toEqual(["pending", "pending", "pending"]);
  });

  it("does nothing when it was not made here, or names somebody of another team", async () => {
    const other = await sampleTeam(superuser, `other-${teams}`);
    const crossed = unsubscribeUrl({ teamId: team.teamId, personId: other.lead.personId });
    for (const wrong of ["", "x".repeat(86), new URL(crossed).searchParams.get("token") ?? ""]) {
      for (const attempt of [unsubscribe, readUnsubscribing]) {
        await expect(attempt(visitor, wrong)).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
  });
});
