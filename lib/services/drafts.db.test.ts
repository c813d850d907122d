import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { REQUEST_LIST } from "../lists/requests";
import { itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { listRequests } from "./request-list";
import { getRequest } from "./requests";
import { refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;
let stranger: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 25 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer, stranger } = await sampleTeams(superuser));
});

const draft = (codes: string[], change?: Partial<Draft>) =>
  sampleDraft(superuser, { member, lead, colleague }, codes, change);

describe("a draft", () => {
  it("leaves what was handed in for one person as it is, while another's is written anew", async () => {
    const personIds = [member.personId, lead.personId];
    const both = await draft(["hirid/1.1.1"], { personIds });
    const [unitId = ""] = both.unitIds;
    const keys = personIds.map((personId) => itemKey({ unitId, personId }));
    const [answers = {}] = Object.values(both.itemAnswers);
    both.itemAnswers = Object.fromEntries(keys.map((key) => [key, answers]));
    await saveDraft(lead, both);
    await superuser.requestItem.updateMany({
      where: { requestId: both.id, personId: member.personId },
      data: { step: "pending", status: "in_review" },
    });
    await saveDraft(lead, { ...both, version: 1, title: "Again", itemAnswers: {} });
    const { items } = await getRequest(lead, 1);
    const of = (person: Member) => items.find(({ personId }) => personId === person.personId);
    expect(of(member)?.answers).toEqual(answers);
    expect(of(lead)?.answers).toEqual({});
  });

  it("keeps in its history what an edit found, entry by entry", async () => {
    const asked = await draft(["hirid/1.1.1"], { title: "First" });
    await saveDraft(lead, asked);
    await saveDraft(lead, { ...asked, version: 1, title: "Second" });
    const [newest] = await listHistory(lead, { requestId: asked.id, actions: ["request.edited"] });
    expect(newest?.data).toEqual({ fields: ["title"], was: { title: "First" } });
    const moves = await listHistory(lead, { requestId: asked.id, actions: ["request.moved"] });
    expect(moves).toEqual([]);
  });

  it("cannot ask for what is open to everybody", async () => {
    const asked = await draft(["eicu-crd-demo/2.0.1"]);
    expect(await refusal(saveDraft(lead, asked))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is saved unfinished, gets the team's next number, and is found again as typed", async () => {
    const first = await draft(["phs000424.c1"], {
      answers: { researchUse: "=1+1 <script>" },
      title: "",
    });
    expect(await saveDraft(lead, first)).toEqual({ number: 1, version: 1 });
    expect(await saveDraft(lead, await draft(["mimiciv/3.1"]))).toEqual({ number: 2, version: 1 });
    const stored = await getRequest(viewer, 1);
    expect(stored.answers).toEqual({ researchUse: "=1+1 <script>" });
    expect(stored.title).toMatch(/GTEx/i);
    expect(stored.status).toBe("draft");
  });

  it("saved twice by a double click is one request", async () => {
    const once = await draft(["phs000424.c1"]);
    const results = await Promise.all(Array.from({ length: 8 }, () => saveDraft(lead, once)));
    expect((await listRequests(lead, readView(REQUEST_LIST, {}))).rows).toHaveLength(1);
    expect(results).toEqual(Array(8).fill({ number: 1, version: 1 }));
  });

  it("based on an old version is refused with the stored text, and nothing is overwritten", async () => {
    const first = await draft(["phs000424.c1"], { answers: { researchUse: "first" } });
    await saveDraft(lead, first);
    await saveDraft(colleague, { ...first, version: 1, answers: { researchUse: "Bo's text" } });
    const error = await refusal(
      saveDraft(lead, { ...first, version: 1, answers: { researchUse: "mine" } }),
    );
    expect(error.code).toBe("CONFLICT");
    expect(error.options.details).toMatchObject({
      current: { version: 2, answers: { researchUse: "Bo's text" } },
    });
    expect((await getRequest(lead, 1)).answers).toEqual({ researchUse: "Bo's text" });
  });

  it("saved without a change stays at its version and writes no history", async () => {
    const first = await draft(["phs000424.c1"]);
    await saveDraft(lead, first);
    expect(await saveDraft(lead, { ...first, version: 1 })).toEqual({ number: 1, version: 1 });
    expect(await listHistory(lead)).toHaveLength(1);
  });

  it.each([
    ["a title of 10 000 characters", { title: "x".repeat(10_000) }, "title"],
    ["a title with control characters", { title: "a\u0000b" }, "title"],
    ["a title read backwards", { title: "abc\u202Edcba" }, "title"],
    ["an answer with NUL", { answers: { researchUse: "a\u0000b" } }, "researchUse"],
  ])("with %s is refused at the field", async (_name, change, field) => {
    const error = await refusal(saveDraft(lead, await draft(["phs000424.c1"], change)));
    expect(error).toMatchObject({ code: "INVALID", options: { field } });
  });

  it("cannot mix units that are asked for apart", async () => {
    const error = await refusal(saveDraft(lead, await draft(["mimiciv/3.1", "hirid/1.1.1"])));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "unitIds" } });
  });

  it("naming another team's person or an unknown unit is not found", async () => {
    const foreign = await draft(["mimiciv/3.1"], { personIds: [stranger.personId] });
    expect((await refusal(saveDraft(lead, foreign))).code).toBe("NOT_FOUND");
    const unknown = await draft(["phs000424.c1"], { unitIds: [randomUUID()] });
    expect((await refusal(saveDraft(lead, unknown))).code).toBe("NOT_FOUND");
    const pi = await draft(["phs000424.c1"], { answers: { pi: stranger.personId } });
    expect((await refusal(saveDraft(lead, pi))).code).toBe("NOT_FOUND");
  });

  it("is not a viewer's to write, and another team's looks unknown", async () => {
    const ours = await draft(["phs000424.c1"]);
    expect((await refusal(saveDraft(viewer, ours))).code).toBe("FORBIDDEN");
    await saveDraft(lead, ours);
    expect((await refusal(saveDraft(stranger, { ...ours, version: 1 }))).code).toBe("NOT_FOUND");
    expect((await refusal(saveDraft(stranger, ours))).code).toBe("NOT_FOUND");
    expect((await refusal(getRequest(stranger, 1))).code).toBe("NOT_FOUND");
    expect((await listRequests(stranger, readView(REQUEST_LIST, {}))).rows).toEqual([]);
  });
});
