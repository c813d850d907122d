import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { refusal, sampleTeams } from "./sample-requests";
import { changeView, listViews, removeView, saveView } from "./saved-views";

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

const view = (more: object = {}) => ({
  ...{ commandId: randomUUID(), list: "requests" as const, name: "Ends soon" },
  ...{ query: "sort=ends", isShared: false, ...more },
});

const shared = (more: object = {}) => view({ isShared: true, ...more });

const names = async (actor: Member, list: "requests" | "people" = "requests") =>
  (await listViews(actor, list)).map(({ name }) => name);

async function history(): Promise<string[]> {
  const rows = await superuser.event.findMany({
    where: { teamId: team.lead.teamId, subjectType: "view" },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ action }) => action);
}

describe("a saved view", () => {
  it("is seen by its maker alone, in its own list, and writes no history", async () => {
    for (const actor of [team.lead, team.colleague, team.member, team.viewer]) {
      await saveView(actor, view({ name: `Of a ${actor.role}` }));
    }
    expect(await names(team.viewer)).toEqual(["Of a viewer"]);
    expect(await names(team.lead)).toEqual(["Of a lead"]);
    expect(await names(team.lead, "people")).toEqual([]);
    expect(await history()).toEqual([]);
  });

  it("is shown to the whole team once it is shared, after one's own, with who shares it", async () => {
    await saveView(team.member, shared({ name: "At EGA" }));
    await saveView(team.viewer, view({ name: "Mine" }));
    const { personId: _id, name: by } = team.member;
    expect(await listViews(team.viewer, "requests")).toMatchObject([
      { name: "Mine", isMine: true, isShared: false, mayRemove: true },
      { name: "At EGA", isMine: false, isShared: true, mayRemove: false, by },
    ]);
    expect(await listViews(team.lead, "requests")).toMatchObject([{ mayRemove: true }]);
    expect(await names(team.stranger)).toEqual([]);
    expect(await history()).toEqual(["view.shared"]);
  });

  it("is shared by those who work, not by a viewer", async () => {
    expect((await refusal(saveView(team.viewer, shared()))).code).toBe("FORBIDDEN");
    const { id } = await saveView(team.viewer, view());
    const share = changeView(team.viewer, { id, version: 1, isShared: true });
    expect((await refusal(share)).code).toBe("FORBIDDEN");
    expect(await names(team.lead)).toEqual([]);
  });

  it("is saved once, however often the same form is sent", async () => {
    const form = view();
    const [first, second] = await Promise.all([
      saveView(team.member, form),
      saveView(team.member, form),
    ]);
    expect(second).toEqual(first);
    expect(await names(team.member)).toEqual(["Ends soon"]);
  });

  it("has a name of its own among one's views of a list", async () => {
    await saveView(team.member, view());
    const again = await refusal(saveView(team.member, view()));
    expect(again).toMatchObject({ code: "INVALID", options: { field: "name" } });
    expect(again.message).toBe("You have a view of this name in this list already.");
    await saveView(team.member, view({ list: "people" }));
    await saveView(team.lead, view());
    const { id } = await saveView(team.member, view({ name: "Other" }));
    const rename = changeView(team.member, { id, version: 1, name: "Ends soon" });
    expect((await refusal(rename)).options.field).toBe("name");
  });

  it("is offered to its maker however many views others share", async () => {
    const { teamId, personId, now: createdAt } = team.lead;
    await superuser.savedView.createMany({
      data: Array.from({ length: 210 }, (_, at) => ({
        ...{ id: randomUUID(), teamId, personId, createdAt, isShared: true },
        ...{ list: "requests", name: `A ${at}`, query: "" },
      })),
    });
    await saveView(team.member, view({ name: "Zebra" }));
    const offered = await names(team.member);
    expect([offered[0], offered.length]).toEqual(["Zebra", 201]);
  });

  it("is one of fifty at most", async () => {
    const { teamId, personId, now: createdAt } = team.member;
    await superuser.savedView.createMany({
      data: Array.from({ length: 50 }, (_, at) => ({
        ...{ id: randomUUID(), teamId, personId, createdAt },
        ...{ list: "requests", name: `View ${at}`, query: "" },
      })),
    });
    expect((await refusal(saveView(team.member, view()))).code).toBe("CONFLICT");
    await saveView(team.member, view({ list: "duties" }));
  });
});

describe("changing a view", () => {
  it("gives it another name and address, and tells history what the team sees", async () => {
    const { id } = await saveView(team.member, view());
    await changeView(team.member, { id, version: 1, name: "At EGA", query: "q=archive%3Aega" });
    expect(await history()).toEqual([]);
    await changeView(team.member, { id, version: 2, isShared: true });
    await changeView(team.member, { id, version: 3, query: "q=archive%3Adbgap" });
    expect(await listViews(team.viewer, "requests")).toMatchObject([
      { name: "At EGA", query: "q=archive%3Adbgap", version: 4 },
    ]);
    await changeView(team.member, { id, version: 4, isShared: false });
    expect(await names(team.viewer)).toEqual([]);
    expect(await history()).toEqual(["view.shared", "view.changed", "view.unshared"]);
  });

  it("is refused in a second window that does not know of the first", async () => {
    const { id } = await saveView(team.member, view());
    await changeView(team.member, { id, version: 1, query: "q=one" });
    const second = await refusal(changeView(team.member, { id, version: 1, query: "q=two" }));
    expect(second).toMatchObject({
      ...{ code: "CONFLICT", options: { details: { current: { query: "q=one", version: 2 } } } },
    });
    expect((await refusal(removeView(team.member, { id, version: 1 }))).code).toBe("CONFLICT");
    expect(await listViews(team.member, "requests")).toMatchObject([{ query: "q=one" }]);
  });

  it("takes one of two changes made at the same moment", async () => {
    const { id } = await saveView(team.member, view());
    const answers = await Promise.allSettled(
      ["q=one", "q=two"].map((query) => changeView(team.member, { id, version: 1, query })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is its maker's alone, who is named to others", async () => {
    const { id } = await saveView(team.member, shared());
    const refused = await refusal(changeView(team.lead, { id, version: 1, name: "Lead's" }));
    expect(refused.code).toBe("FORBIDDEN");
    expect(refused.message).toContain(team.member.name);
  });

  it("is not for whoever may share no longer, except to stop sharing", async () => {
    const { id } = await saveView(team.member, shared());
    const demoted: Member = { ...team.member, role: "viewer" };
    const change = changeView(demoted, { id, version: 1, query: "q=mine" });
    expect((await refusal(change)).code).toBe("FORBIDDEN");
    await changeView(demoted, { id, version: 1, isShared: false });
    expect(await names(team.lead)).toEqual([]);
  });
});

describe("deleting a view", () => {
  it("is for its maker, and for a lead where it is shared", async () => {
    const { id } = await saveView(team.member, shared());
    for (const actor of [team.colleague, team.viewer]) {
      expect((await refusal(removeView(actor, { id, version: 1 }))).code).toBe("FORBIDDEN");
    }
    await removeView(team.lead, { id, version: 1 });
    expect(await names(team.member)).toEqual([]);
    expect(await history()).toEqual(["view.shared", "view.removed"]);
  });

  it("finds no view that somebody keeps to themselves, nor one of another team", async () => {
    const { id } = await saveView(team.member, view());
    for (const actor of [team.lead, team.stranger]) {
      expect((await refusal(removeView(actor, { id, version: 1 }))).code).toBe("NOT_FOUND");
      const change = changeView(actor, { id, version: 1, name: "Taken" });
      expect((await refusal(change)).code).toBe("NOT_FOUND");
    }
    await removeView(team.member, { id, version: 1 });
    expect(await names(team.member)).toEqual([]);
  });
});
