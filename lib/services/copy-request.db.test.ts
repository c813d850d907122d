import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { REQUEST_LIST } from "../lists/requests";
import type { Member } from "../team/actor";
import { copyRequest } from "./copy-request";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { addAnswer, readShelf } from "./library";
import { listRequests } from "./request-list";
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

/** A filed dbGaP project whose words on storage come from the library. */
async function filed() {
  const { id: answerId } = await addAnswer(lead, {
    ...{ commandId: randomUUID(), topic: "security_measures", title: "Our cluster" },
    text: "Locked rooms.",
  });
  const draft = await sampleDraft(superuser, { member, lead, colleague }, ["phs000424.c1"]);
  await saveDraft(lead, {
    ...{ ...draft, answers: { ...draft.answers, storage: "Locked rooms." } },
    uses: [{ entry: "storage", answerId, answerVersion: 1 }],
  });
  await sampleMove(lead, 1, "submit");
  await sampleMove(lead, 1, "file", { answers: { on: "2026-11-20", projectNumber: "12345" } });
  return { ...draft, answerId };
}

const unitOf = async (code: string) =>
  (await superuser.accessUnit.findFirstOrThrow({ where: { code } })).id;

const copying = (requestId: string, unitIds: string[], personIds: string[] = []) => ({
  ...{ id: randomUUID(), requestId, unitIds, personIds },
});

describe("copying a request", () => {
  it("begins a draft of the same data, with its people, and without its ticks", async () => {
    const { id, unitIds } = await filed();
    const input = copying(id, unitIds);
    expect(await copyRequest(member, input)).toEqual({ number: 2 });
    const [before, copy] = [await getRequest(lead, 1), await getRequest(lead, 2)];
    const ticks = Object.entries(before.answers).filter(([, value]) => value === true);
    expect(ticks.length).toBeGreaterThan(0);
    expect(copy.answers).toEqual(
      Object.fromEntries(Object.entries(before.answers).filter(([, value]) => value !== true)),
    );
    expect(copy).toMatchObject({ title: before.title, status: "draft", archiveNumber: null });
    expect(copy.owner.id).toBe(member.personId);
    expect(copy.people.map(({ function: role }) => role).sort()).toEqual(
      before.people.map(({ function: role }) => role).sort(),
    );
  });

  it("to another archive takes what both forms ask, and its uses of the library", async () => {
    const { id, answerId } = await filed();
    const unitId = await unitOf("EGAD00010000674");
    const input = copying(id, [unitId]);
    await copyRequest(lead, input);
    const copy = await getRequest(lead, 2);
    expect(copy).toMatchObject({ archive: "ega", answers: { securityAppendix: "Locked rooms." } });
    expect((await readShelf(lead, input.id)).uses).toEqual([
      { entry: "securityAppendix", answerId, answerVersion: 1 },
    ]);
  });

  it("for one person each asks for whom", async () => {
    const { id } = await filed();
    const unitId = await unitOf("mimiciv/3.1");
    const error = await refusal(copyRequest(lead, copying(id, [unitId])));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "personIds" } });
    await copyRequest(lead, copying(id, [unitId], [member.personId]));
    expect((await getRequest(lead, 2)).items).toMatchObject([{ personId: member.personId }]);
  });

  it("leaves out who has left the team by now", async () => {
    const { id, unitIds } = await filed();
    const { people } = await getRequest(lead, 1);
    const gone = people.find(({ function: role }) => role === "pi")?.personId ?? "";
    await superuser.person.update({
      where: { id: gone },
      data: { startsOn: new Date("2026-01-01"), endsOn: new Date("2026-11-21") },
    });
    await copyRequest(lead, copying(id, unitIds));
    const copy = await getRequest(lead, 2);
    expect(copy.people.map(({ personId }) => personId)).not.toContain(gone);
  });

  it("says in the history of the copy where it comes from", async () => {
    const { id, unitIds } = await filed();
    const input = copying(id, unitIds);
    await copyRequest(lead, input);
    const history = await listHistory(lead, { requestId: input.id });
    expect(history.map(({ action, data }) => [action, data])).toMatchObject([
      ["request.copied", { name: "GB-1" }],
      ["request.created", { number: 2 }],
    ]);
  });

  it("by a double click is one copy, and never writes over a request that exists", async () => {
    const { id, unitIds } = await filed();
    const input = copying(id, unitIds);
    const copies = await Promise.all([copyRequest(lead, input), copyRequest(lead, input)]);
    expect(copies).toEqual([{ number: 2 }, { number: 2 }]);
    expect((await listRequests(lead, readView(REQUEST_LIST, {}))).rows).toHaveLength(2);
    const error = await refusal(copyRequest(lead, { ...input, id }));
    expect(error.code).toBe("CONFLICT");
  });

  it("is not a viewer's to do, nor another team's", async () => {
    const { id, unitIds } = await filed();
    expect((await refusal(copyRequest(viewer, copying(id, unitIds)))).code).toBe("FORBIDDEN");
    expect((await refusal(copyRequest(stranger, copying(id, unitIds)))).code).toBe("NOT_FOUND");
    const draft = await sampleDraft(superuser, { member, lead, colleague }, ["phs000424.c1"]);
    const own = { ...draft, personIds: [], answers: {} };
    await saveDraft(stranger, own);
    const taken = { ...copying(own.id, unitIds), id };
    expect((await refusal(copyRequest(stranger, taken))).code).toBe("NOT_FOUND");
  });
});
