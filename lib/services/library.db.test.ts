import { randomUUID } from "node:crypto";
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
import { addAnswer, changeAnswer, listLibrary, readShelf, retireAnswer } from "./library";
import { getRequest } from "./requests";
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

const security = (change: object = {}) => ({
  ...{ commandId: randomUUID(), topic: "security_measures" as const, title: "Our cluster" },
  ...{ text: "Locked rooms.", ...change },
});

/** A dbGaP draft and an EGA draft that take their words on security from the library. */
async function twoDrafts() {
  const { id: answerId } = await addAnswer(member, security());
  const people = { member, lead, colleague };
  const take = async (code: string, entry: string): Promise<Draft> => {
    const draft = await sampleDraft(superuser, people, [code]);
    return {
      ...draft,
      answers: { ...draft.answers, [entry]: "Locked rooms." },
      uses: [{ entry, answerId, answerVersion: 1 }],
    };
  };
  const dbgap = await take("phs000424.c1", "storage");
  const ega = await take("EGAD00010000674", "securityAppendix");
  await saveDraft(lead, dbgap);
  await saveDraft(lead, ega);
  return { answerId, dbgap, ega };
}

const uses = async () => (await listLibrary(viewer)).flatMap((answer) => answer.uses);

describe("the answer library", () => {
  it("shows each answer with the questions of every archive that took it", async () => {
    await twoDrafts();
    expect(await listLibrary(viewer)).toMatchObject([
      {
        ...{ topic: "security_measures", title: "Our cluster", version: 1, isRetired: false },
        uses: [
          {
            request: { number: 2, archiveName: "EGA" },
            label: "Security appendix",
            usedVersion: 1,
          },
          { request: { number: 1, archiveName: "dbGaP" }, label: "Storage and computing" },
        ],
      },
    ]);
    expect((await uses()).every(({ isOpen, isStale }) => isOpen && !isStale)).toBe(true);
  });

  it("names the drafts that are out of date once an answer changes, and changes none of them", async () => {
    const { answerId } = await twoDrafts();
    await changeAnswer(colleague, {
      id: answerId,
      version: 1,
      title: "Our cluster",
      text: "Two doors.",
    });
    expect((await uses()).map(({ isStale, text }) => [isStale, text])).toEqual([
      [true, "Locked rooms."],
      [true, "Locked rooms."],
    ]);
  });

  it("never changes what was submitted, nor calls it out of date", async () => {
    const { answerId } = await twoDrafts();
    await sampleMove(lead, 1, "submit");
    await sampleMove(lead, 1, "file", { answers: { on: "2026-11-20", projectNumber: "12345" } });
    const before = await getRequest(lead, 1);
    await changeAnswer(lead, {
      id: answerId,
      version: 1,
      title: "Our cluster",
      text: "Two doors.",
    });
    await retireAnswer(lead, { id: answerId, isRetired: true });
    await retireAnswer(lead, { id: answerId, isRetired: false });
    expect(await getRequest(lead, 1)).toEqual(before);
    expect((await listFilings(lead, 1))[0]?.answers.storage).toBe("Locked rooms.");
    expect(
      (await uses()).map(({ request, isOpen, isStale }) => [request.number, isOpen, isStale]),
    ).toEqual([
      [2, true, true],
      [1, false, false],
    ]);
  });

  it("lets a draft keep its own words and says no more of the change", async () => {
    const { answerId, dbgap } = await twoDrafts();
    await changeAnswer(lead, {
      id: answerId,
      version: 1,
      title: "Our cluster",
      text: "Two doors.",
    });
    const kept = { ...dbgap, version: 1, uses: [{ entry: "storage", answerId, answerVersion: 2 }] };
    expect(await saveDraft(lead, kept)).toEqual({ number: 1, version: 1 });
    const [, first] = await uses();
    expect(first).toMatchObject({ usedVersion: 2, isStale: false, text: "Locked rooms." });
  });

  it("does not disturb drafts over another title", async () => {
    const { answerId } = await twoDrafts();
    await changeAnswer(lead, {
      id: answerId,
      version: 1,
      title: "The cluster",
      text: "Locked rooms.",
    });
    expect((await uses()).map(({ isStale }) => isStale)).toEqual([false, false]);
  });

  it("forgets a use once its question is empty", async () => {
    const { dbgap } = await twoDrafts();
    const { storage: _, ...answers } = dbgap.answers;
    await saveDraft(lead, { ...dbgap, version: 1, answers, uses: [] });
    expect((await uses()).map(({ request }) => request.number)).toEqual([2]);
  });

  it("offers a form its answers, and what it took of them", async () => {
    const { answerId, dbgap } = await twoDrafts();
    expect(await readShelf(member, dbgap.id)).toMatchObject({
      answers: [{ id: answerId }],
      uses: [{ entry: "storage", answerId, answerVersion: 1 }],
    });
    expect((await readShelf(member, null)).uses).toEqual([]);
  });

  it("refuses an answer to another question, or in a version that does not exist yet", async () => {
    const { answerId, dbgap } = await twoDrafts();
    for (const use of [
      { entry: "researchUse", answerId, answerVersion: 1 },
      { entry: "storage", answerId, answerVersion: 2 },
    ]) {
      const error = await refusal(saveDraft(lead, { ...dbgap, version: 1, uses: [use] }));
      expect(error.code).toBe("INVALID");
    }
    const foreign = { entry: "storage", answerId: randomUUID(), answerVersion: 1 };
    const error = await refusal(saveDraft(lead, { ...dbgap, version: 1, uses: [foreign] }));
    expect(error.code).toBe("NOT_FOUND");
  });

  it("keeps one answer of two editors, and gives the slower one both texts", async () => {
    const { id } = await addAnswer(lead, security());
    const change = (text: string) => ({ id, version: 1, title: "Our cluster", text });
    await changeAnswer(lead, change("Two doors."));
    const error = await refusal(changeAnswer(member, change("Three doors.")));
    expect(error).toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { text: "Two doors.", version: 2 } } },
    });
  });

  it("adds an answer once by a double click, and one title once per topic", async () => {
    const twice = security();
    const added = await Promise.all([addAnswer(lead, twice), addAnswer(lead, twice)]);
    expect(added[0]).toEqual(added[1]);
    expect(await refusal(addAnswer(member, security()))).toMatchObject({
      ...{ code: "INVALID", options: { field: "title" } },
    });
    const history = await listHistory(lead);
    expect(history.map(({ action }) => action)).toEqual(["library.added"]);
  });

  it("is read by the whole team, written by those who work, and unknown to others", async () => {
    const { id } = await addAnswer(member, security());
    expect((await refusal(addAnswer(viewer, security()))).code).toBe("FORBIDDEN");
    expect(await listLibrary(stranger)).toEqual([]);
    const change = { id, version: 1, title: "Mine", text: "Mine" };
    expect((await refusal(changeAnswer(stranger, change))).code).toBe("NOT_FOUND");
    const retire = { id, isRetired: true };
    expect((await refusal(retireAnswer(stranger, retire))).code).toBe("NOT_FOUND");
  });
});
