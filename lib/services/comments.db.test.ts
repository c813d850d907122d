import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { samplePdf } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import { commentForm } from "../requests/comment-forms";
import type { Member } from "../team/actor";
import { addComment, listComments, retractComment } from "./comments";
import { uploadDocument } from "./documents";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { getRequest } from "./requests";
import { refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;
let requestId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 5 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer } = await sampleTeams(superuser));
  await saveDraft(
    lead,
    await sampleDraft(superuser, { member, lead, colleague }, ["phs000424.c1"]),
  );
  ({ id: requestId } = await getRequest(lead, 1));
});

const say = (actor: Member, text: string, commandId = randomUUID()) =>
  addComment(actor, commentForm.parse({ commandId, requestId, kind: "internal", text }));

const letter = (more: object = {}) =>
  commentForm.parse({
    ...{ commandId: randomUUID(), requestId, kind: "from_archive", text: "We are reading it." },
    ...{ on: "2026-11-20", documentId: "", ...more },
  });

const kindsAndTexts = async (actor: Member) =>
  (await listComments(actor, requestId)).map(({ kind, text, on }) => [kind, on, text]);

describe("comments on a request", () => {
  it("are read by everybody of the team, newest day first, and written by those who work", async () => {
    await say(member, "  Ask Cho first\r\nthen file.  ");
    await addComment(lead, letter());
    await addComment(lead, letter({ kind: "to_archive", on: "2026-11-21", text: "Any news?" }));
    expect(await kindsAndTexts(viewer)).toEqual([
      ["internal", "2026-11-22", "Ask Cho first\nthen file."],
      ["to_archive", "2026-11-21", "Any news?"],
      ["from_archive", "2026-11-20", "We are reading it."],
    ]);
    expect((await refusal(say(viewer, "May I?"))).code).toBe("FORBIDDEN");
  });

  it("are kept once, however often they are sent", async () => {
    const commandId = randomUUID();
    const [one, other] = await Promise.all([
      say(member, "Once", commandId),
      say(member, "Once", commandId),
    ]);
    expect(one).toEqual(other);
    expect(await kindsAndTexts(lead)).toHaveLength(1);
  });

  it("from the archive carry the day of the letter, which is not to come", async () => {
    const error = await refusal(addComment(lead, letter({ on: "2026-11-24" })));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "on" } });
  });

  it("may be a document of the same request, and of no other one", async () => {
    const upload = (id: string) =>
      uploadDocument(lead, { id, requestId, name: "letter.pdf", bytes: samplePdf() });
    const documentId = randomUUID();
    await upload(documentId);
    await addComment(lead, letter({ documentId }));
    const [line] = await listComments(viewer, requestId);
    expect(line?.document).toMatchObject({ id: documentId, name: "letter.pdf" });
    expect((await refusal(addComment(lead, letter({ documentId: randomUUID() })))).code).toBe(
      "NOT_FOUND",
    );
  });

  it("leave a line of history that does not hold their text", async () => {
    await say(member, "Between us only");
    const [line] = await listHistory(lead, { requestId });
    expect(line).toMatchObject({ action: "comment.added", data: { kind: "internal" } });
    expect(JSON.stringify(line)).not.toContain("Between us");
  });
});

describe("taking a comment back", () => {
  it("leaves its place without its text, once, and only whoever wrote it may", async () => {
    const { id } = await say(member, "Too hasty");
    expect((await refusal(retractComment(lead, { id }))).code).toBe("FORBIDDEN");
    await retractComment(member, { id });
    const [line] = await listComments(lead, requestId);
    expect(line).toMatchObject({ id, text: "", isRetracted: true });
    const stored = await superuser.comment.findFirstOrThrow({ where: { id } });
    expect(stored.text).toBe("");
    expect((await refusal(retractComment(member, { id }))).code).toBe("CONFLICT");
  });

  it("of two at once happens once", async () => {
    const { id } = await say(member, "Twice?");
    const outcomes = await Promise.allSettled([
      retractComment(member, { id }),
      retractComment(member, { id }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
