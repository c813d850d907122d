import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Draft } from "../requests/draft-form";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { listFilings } from "./filings";
import { listHistory } from "./history";
import { getRequest } from "./requests";
import { listRevisions, openSection } from "./revisions";
import { refusal, sampleDraft, sampleMove, sampleTeams } from "./sample-requests";

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

const on = "2026-11-20";

/** A project at dbGaP that its signing official has just sent back, with these sections. */
async function sentBack(sections?: { section: string; comment: string }[]): Promise<Draft> {
  const draft = await sampleDraft(superuser, { member, lead, colleague }, ["phs000007.c1"]);
  await saveDraft(lead, draft);
  await sampleMove(lead, 1, "submit");
  await sampleMove(lead, 1, "file", { answers: { on, projectNumber: "12345" } });
  await sampleMove(lead, 1, "so_returned", { answers: { on, reason: "Say more." }, sections });
  return { ...draft, version: (await getRequest(lead, 1)).version };
}

const answer = (draft: Draft, id: string, text: string): Draft => ({
  ...draft,
  answers: { ...draft.answers, [id]: text },
});

const PROJECT = [{ section: "project", comment: "Which groups?" }];

describe("what was sent back", () => {
  it("is kept with who asked, when, and what of which section", async () => {
    const { id } = await sentBack(PROJECT);
    const { items } = await getRequest(lead, 1);
    expect(await listRevisions(viewer, id)).toMatchObject([
      {
        ...{ number: 1, askedBy: "signing_official", askedOn: on, comment: "Say more." },
        ...{ sections: PROJECT, itemIds: items.map((item) => item.id), answeredOn: null },
      },
    ]);
  });

  it("is answered by filing it again, and the next round begins with nothing asked", async () => {
    const draft = await sentBack(PROJECT);
    await saveDraft(lead, answer(draft, "researchUse", "These groups."));
    await sampleMove(lead, 1, "resubmit", { answers: { on: "2026-11-21" } });
    expect(await listRevisions(lead, draft.id)).toMatchObject([{ answeredOn: "2026-11-21" }]);
    const filings = await listFilings(lead, 1);
    expect(filings.map(({ answers }) => answers.researchUse)).toEqual([
      draft.answers.researchUse,
      "These groups.",
    ]);
  });

  it("goes back only where it is chosen again; what is left out waits, and is not filed", async () => {
    const codes = ["phs000007.c1", "phs000007.c2"];
    const draft = await sampleDraft(superuser, { member, lead, colleague }, codes);
    await saveDraft(lead, draft);
    await sampleMove(lead, 1, "submit");
    await sampleMove(lead, 1, "file", { answers: { on, projectNumber: "12345" } });
    await sampleMove(lead, 1, "so_returned", { answers: { on, reason: "Say more." } });
    const again = { answers: { on: "2026-11-21" }, codes: codes.slice(0, 1) };
    await sampleMove(lead, 1, "resubmit", again);
    const { items } = await getRequest(lead, 1);
    expect(items.map(({ step }) => step)).toEqual(["so_review", "revision_requested"]);
    const filings = await listFilings(lead, 1);
    expect(filings.map((filing) => filing.items.map(({ unit }) => unit))).toEqual([
      codes,
      ["phs000007.c1"],
    ]);
    expect(await listRevisions(lead, draft.id)).toMatchObject([{ answeredOn: null }]);
  });

  it("is over once the request is withdrawn", async () => {
    const { id } = await sentBack(PROJECT);
    await sampleMove(lead, 1, "withdraw", { answers: { on: "2026-11-21" } });
    expect(await listRevisions(lead, id)).toMatchObject([{ answeredOn: "2026-11-21" }]);
  });

  it("cannot name a section that the form does not have, nor one twice", async () => {
    for (const sections of [[{ section: "secret", comment: "" }], [...PROJECT, ...PROJECT]]) {
      const { id } = await sampleDraft(superuser, { member, lead, colleague }, ["phs000007.c1"]);
      const error = await refusal(sentBack(sections));
      expect(error).toMatchObject({ code: "INVALID", options: { field: "sections" } });
      expect(await superuser.revision.count({ where: { requestId: id } })).toBe(0);
      ({ lead, colleague, member, viewer, stranger } = await sampleTeams(superuser));
    }
  });
});

describe("a form that was sent back in parts", () => {
  it("takes changes in the named section", async () => {
    const draft = await sentBack(PROJECT);
    await saveDraft(member, answer(draft, "researchUse", "These groups."));
    expect((await getRequest(lead, 1)).answers).toMatchObject({ researchUse: "These groups." });
  });

  it("refuses changes in every other one, naming it, and keeps what is stored", async () => {
    const draft = await sentBack(PROJECT);
    const error = await refusal(saveDraft(lead, answer(draft, "storage", "Elsewhere")));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "storage" } });
    expect(error.message).toMatch(/^“Where the data will lie” was not sent back/);
    expect((await getRequest(lead, 1)).answers).toMatchObject({ storage: draft.answers.storage });
  });

  it("refuses other data sets, unless what is asked for was sent back too", async () => {
    const draft = await sentBack(PROJECT);
    const more = await sampleDraft(superuser, { member, lead, colleague }, [
      "phs000007.c1",
      "phs000007.c2",
    ]);
    const error = await refusal(saveDraft(lead, { ...draft, unitIds: more.unitIds }));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "unitIds" } });
  });

  it("always takes another title, which is the team's own", async () => {
    const draft = await sentBack(PROJECT);
    await saveDraft(lead, { ...draft, title: "Another name" });
    expect((await getRequest(lead, 1)).title).toBe("Another name");
  });

  it("is open altogether where nobody said which part", async () => {
    const draft = await sentBack();
    await saveDraft(lead, answer(draft, "storage", "Elsewhere"));
    expect((await getRequest(lead, 1)).answers).toMatchObject({ storage: "Elsewhere" });
  });

  it("tells whoever was slower what is locked now, beside both texts", async () => {
    const draft = await sentBack(PROJECT);
    await saveDraft(colleague, answer(draft, "researchUse", "Bo's text"));
    const error = await refusal(saveDraft(lead, answer(draft, "storage", "Mine")));
    expect(error.code).toBe("CONFLICT");
    const { current } = error.options.details as { current: { locks: object } };
    expect(current).toMatchObject({ answers: { researchUse: "Bo's text" } });
    expect(current.locks).toMatchObject({ surroundings: "not_sent_back", items: "not_sent_back" });
    expect(current.locks).not.toHaveProperty("project");
  });
});

describe("opening one more section", () => {
  const opening = (requestId: string) => ({
    ...{ requestId, section: "surroundings", reason: "The comment speaks of the cloud." },
  });

  it("lets it be written in, and writes down who did it and why", async () => {
    const draft = await sentBack(PROJECT);
    await openSection(colleague, opening(draft.id));
    await saveDraft(lead, answer(draft, "storage", "Elsewhere"));
    const [revision] = await listRevisions(lead, draft.id);
    expect(revision?.sections).toMatchObject([
      ...PROJECT,
      { section: "surroundings", opened: { by: colleague.name, on: "2026-11-22" } },
    ]);
    const events = await listHistory(lead, { requestId: draft.id });
    expect(events.find(({ action }) => action === "revision.sectionOpened")?.data).toMatchObject({
      name: "Where the data will lie",
      reason: "The comment speaks of the cloud.",
    });
  });

  it("twice, or by two at once, opens it once", async () => {
    const { id } = await sentBack(PROJECT);
    await Promise.all([openSection(lead, opening(id)), openSection(colleague, opening(id))]);
    await Promise.all(
      ["people", "ethics"].map((section) => openSection(lead, { ...opening(id), section })),
    );
    const [revision] = await listRevisions(lead, id);
    expect(revision?.sections.map(({ section }) => section).sort()).toEqual([
      ...["ethics", "people", "project", "surroundings"],
    ]);
  });

  it("is for leads and coordinators, of this team, while something is sent back", async () => {
    const { id } = await sentBack(PROJECT);
    expect((await refusal(openSection(member, opening(id)))).code).toBe("FORBIDDEN");
    expect((await refusal(openSection(stranger, opening(id)))).code).toBe("NOT_FOUND");
    const unknown = { ...opening(id), section: "secret" };
    expect((await refusal(openSection(lead, unknown))).code).toBe("NOT_FOUND");
    await sampleMove(lead, 1, "resubmit", { answers: { on: "2026-11-21" } });
    expect((await refusal(openSection(lead, opening(id)))).code).toBe("CONFLICT");
  });
});
