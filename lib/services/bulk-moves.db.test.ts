import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { bulkMove, listForBulk } from "./bulk-moves";
import { saveDraft } from "./drafts";
import { getRequest } from "./requests";
import { sampleMove as move, refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

/** Three drafts of two archives, the last one unfinished. */
beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000424.c1"]));
  await saveDraft(lead, await sampleDraft(superuser, people, ["EGAD00001002886"]));
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000007.c1"], { answers: {} }));
});

async function chosen(...numbers: number[]) {
  const requests = await Promise.all(numbers.map((number) => getRequest(lead, number)));
  return requests.map(({ id, version }) => ({ id, version, commandId: randomUUID() }));
}
const statuses = async () =>
  Promise.all([1, 2, 3].map(async (number) => (await getRequest(lead, number)).status));

describe("one move of several requests", () => {
  it("goes for each on its own, and says of each what became of it", async () => {
    const requests = await chosen(1, 2, 3);
    const lines = await bulkMove(lead, { move: "submit", answers: {}, requests });
    expect(lines).toMatchObject([
      { number: 1, ok: true },
      { number: 2, ok: true },
      { number: 3, ok: false, message: expect.stringMatching(/answers are still missing/) },
    ]);
    expect(await statuses()).toEqual(["draft", "internal_signoff", "draft"]);
    expect((await getRequest(lead, 1)).items[0]?.step).toBe("ready_to_file");
  });

  it("sent twice happens once, and is answered alike", async () => {
    const input = { move: "submit", answers: {}, requests: await chosen(1, 2) };
    const first = await bulkMove(lead, input);
    expect(await bulkMove(lead, input)).toEqual(first);
    expect((await getRequest(lead, 1)).version).toBe(2);
  });

  it("leaves alone what somebody else has moved meanwhile", async () => {
    const requests = await chosen(1, 2);
    await move(lead, 1, "submit");
    const lines = await bulkMove(lead, { move: "submit", answers: {}, requests });
    expect(lines).toMatchObject([
      { ok: false, message: expect.stringMatching(/has changed since/) },
      { ok: true },
    ]);
  });

  it("refuses a wrong answer at its question, before anything is moved", async () => {
    const requests = await chosen(1, 2);
    const answers = { on: "2027-01-01" };
    expect(await refusal(bulkMove(lead, { move: "withdraw", answers, requests }))).toMatchObject({
      code: "INVALID",
      options: { field: "answers.on" },
    });
    expect(await statuses()).toEqual(["draft", "draft", "draft"]);
  });

  it("gives no approval, whatever is sent", async () => {
    await move(lead, 2, "submit");
    await move(lead, 2, "file", { answers: { on: "2026-11-18" } });
    const lines = await bulkMove(lead, { move: "grant", answers: {}, requests: await chosen(2) });
    expect(lines).toMatchObject([{ ok: false, message: expect.stringMatching(/own page/) }]);
  });

  it("is for those who may move requests of their own team", async () => {
    const requests = await chosen(1);
    const input = { move: "submit", answers: {}, requests };
    expect((await refusal(bulkMove(people.viewer, input))).code).toBe("FORBIDDEN");
    expect((await refusal(bulkMove(people.stranger, input))).code).toBe("NOT_FOUND");
    const ids = requests.map(({ id }) => id);
    expect(await listForBulk(people.stranger, ids)).toEqual([]);
    expect(await listForBulk(people.viewer, ids)).toMatchObject([{ number: 1, version: 1 }]);
  });
});
