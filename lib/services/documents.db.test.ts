import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { MAX_DOCUMENT_BYTES } from "../documents/kinds";
import { sampleDocx, samplePdf, samplePng, sampleZip } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import { listDocuments, openDocument, uploadDocument } from "./documents";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;
let other: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
  other = await sampleTeam(superuser, "neighbours");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const pdf = (name = "letter.pdf", bytes = samplePdf()) => ({ id: randomUUID(), name, bytes });

describe("an uploaded document", () => {
  it("is stored with its hash, its event and its bytes", async () => {
    const file = { ...pdf("../Zürich\u202E.pdf"), requestId: team.requestId };
    const stored = await uploadDocument(team.lead, file);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    expect(stored).toEqual({
      id: file.id,
      name: "Zürich.pdf",
      type: "application/pdf",
      size: file.bytes.length,
      sha256,
    });
    const opened = await openDocument(team.lead, file.id);
    expect(Buffer.from(opened.bytes).equals(Buffer.from(file.bytes))).toBe(true);
    expect(await superuser.event.findFirst({ where: { subjectId: file.id } })).toMatchObject({
      action: "document.uploaded",
      requestId: team.requestId,
      data: { name: "Zürich.pdf", sha256 },
    });
  });

  it("may have 25 MB", async () => {
    const file = pdf("large.pdf", samplePdf(MAX_DOCUMENT_BYTES));
    expect(await uploadDocument(team.lead, file)).toMatchObject({ size: MAX_DOCUMENT_BYTES });
    expect((await openDocument(team.lead, file.id)).bytes.byteLength).toBe(MAX_DOCUMENT_BYTES);
  });

  it("is listed with its request, newest first, and nowhere else", async () => {
    const file = { ...pdf("newest.pdf"), requestId: team.requestId };
    await uploadDocument({ ...team.lead, now: new Date("2026-11-23T00:00:00Z") }, file);
    await uploadDocument(team.lead, pdf("loose.pdf"));
    const names = (await listDocuments(team.lead, { requestId: team.requestId })).map(
      (line) => line.name,
    );
    expect(names[0]).toBe("newest.pdf");
    expect(names).not.toContain("loose.pdf");
  });

  it("is stored once however often it is sent", async () => {
    const file = { ...pdf(), requestId: team.requestId };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => uploadDocument(team.lead, file)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await superuser.event.count({ where: { subjectId: file.id } })).toBe(1);
  });

  it("is never replaced by another file", async () => {
    const file = pdf();
    await uploadDocument(team.lead, file);
    const replacement = uploadDocument(team.lead, { ...file, bytes: samplePdf(300) });
    await expect(replacement).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not handed out when its stored bytes have changed", async () => {
    const file = pdf();
    await uploadDocument(team.lead, file);
    await superuser.documentContent.update({
      where: { documentId: file.id },
      data: { bytes: samplePdf(201) },
    });
    await expect(openDocument(team.lead, file.id)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

it("documents are read by viewers, who may not upload", async () => {
  const viewer = { ...team.lead, role: "viewer" } as const;
  await expect(uploadDocument(viewer, pdf())).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await listDocuments(viewer, team)).not.toHaveLength(0);
});

describe("a file that is not taken", () => {
  it.each([
    ["an empty one", "a.pdf", new Uint8Array(0), "The file is empty"],
    ["a larger one", "a.pdf", samplePdf(MAX_DOCUMENT_BYTES + 1), "larger than 25 MB"],
    ["another kind", "a.svg", samplePdf(), "This kind of file is not taken"],
    ["one that lies", "a.pdf", samplePng(), "named .pdf but is a PNG image"],
    ["a spreadsheet", "a.docx", sampleZip({ "xl/workbook.xml": "" }), "not that of a Word"],
    ["a bomb", "a.docx", sampleDocx({ "word/a": "" }, { "word/a": 4e9 }), "larger than 50 MB"],
    ["half a ZIP", "a.docx", sampleDocx().slice(0, 60), "damaged"],
  ])("%s is refused with a sentence and leaves nothing", async (_what, name, bytes, sentence) => {
    const id = randomUUID();
    const refusal = uploadDocument(team.lead, { id, name, bytes });
    await expect(refusal).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(sentence),
    });
    expect(await superuser.document.count({ where: { id } })).toBe(0);
  });
});

describe("documents of another team", () => {
  it("cannot be opened, listed, added to or replaced, as if they were not there", async () => {
    const none = { code: "NOT_FOUND" };
    const { lead } = other;
    await expect(openDocument(lead, team.documentId)).rejects.toMatchObject(none);
    await expect(openDocument(lead, randomUUID())).rejects.toMatchObject(none);
    await expect(listDocuments(lead, team)).rejects.toMatchObject(none);
    const added = uploadDocument(lead, { ...pdf(), requestId: team.requestId });
    await expect(added).rejects.toMatchObject(none);
    const replaced = uploadDocument(lead, { ...pdf(), id: team.documentId });
    await expect(replaced).rejects.toMatchObject(none);
  });
});
