import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import {
  type CertificateBody,
  certificateText,
  certificateWithHash,
} from "../certificates/certificate";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { sha256Of } from "./certificate-issue";
import { listCertificates, openCertificate, verifyCertificate } from "./certificates";
import { saveDraft } from "./drafts";
import { requestPdf } from "./request-print";
import { sampleCloseOut, sampleCopy } from "./sample-closing";
import { sampleDraft, sampleFiling, sampleMove, sampleTeams } from "./sample-requests";

const TODAY = day("2026-11-22");

let superuser: PrismaClient;
let lead: Member;
let viewer: Member;
let stranger: Member;
let id: string;
let file: string;
let body: CertificateBody & { sha256: string };

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  const team = await sampleTeams(superuser);
  ({ lead, viewer, stranger } = team);
  await saveDraft(lead, await sampleDraft(superuser, team, ["phs000007.c1"]));
  await sampleFiling(lead, 1, TODAY);
  const decision = { decidedOn: TODAY, startsOn: TODAY, endsOn: "2027-11-22", documentId: "" };
  await sampleMove(lead, 1, "approve", { decision });
  const raw = await sampleCopy(lead, 1);
  await sampleCopy(lead, 1, { kind: "model", what: "Weights", place: "gpu1", madeOfId: raw });
  id = await sampleCloseOut(lead, 1);
  file = new TextDecoder().decode((await openCertificate(viewer, { id, format: "json" })).bytes);
  body = JSON.parse(file);
});

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

describe("a certificate", () => {
  it("holds all copies with how they ended, approvals, people, steps and the end of history", () => {
    expect(body).toMatchObject({
      request: { number: "GB-1", archiveNumber: "12345" },
      closeOut: { reason: "completed", startedOn: TODAY, completedOn: TODAY },
      approvals: [{ unit: "phs000007.c1", from: TODAY, until: "2027-11-22", endedOn: TODAY }],
      copies: [
        { what: "BAM files", kind: "copy", destroyedOn: TODAY, method: "Overwritten" },
        { what: "Weights", kind: "model", madeOf: "BAM files", witness: "Somebody else" },
      ],
      issued: { by: lead.name, at: lead.now.toISOString() },
    });
    expect(body.people.map(({ name }) => name)).toContain(lead.name);
    expect(body.people.flatMap(({ functions }) => functions)).not.toContain("signing_official");
    expect(body.steps.map(({ step }) => step)).toEqual([
      ...["outputs", "final_report", "destruction", "submission", "confirmation"],
    ]);
    expect(body.steps.at(-1)).toMatchObject({
      document: { name: "letter.pdf" },
      answers: [{ question: "Name of the signing official", answer: "None" }],
    });
    expect(body.history.events).toBeGreaterThan(10);
    expect(body.history.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it("verifies, for everybody of the team", async () => {
    expect(await verifyCertificate(viewer, { text: file })).toMatchObject({
      ...{ verdict: "verifies", id, number: "GB-1" },
    });
    expect(await listCertificates(viewer)).toMatchObject([{ id, number: 1, sha256: body.sha256 }]);
  });

  it("does not verify once anything in it was changed, and says where", async () => {
    const text = file.replace("Overwritten", "Sold");
    expect(await verifyCertificate(viewer, { text })).toMatchObject({
      ...{ verdict: "fails", differs: ["copies[0].method"] },
      why: expect.stringContaining("does not match its own hash"),
    });
  });

  it("does not verify where a forger took a new hash, nor at another team", async () => {
    const { sha256: _, ...rest } = body;
    const forged = certificateText({ ...rest, team: { name: "Ours", institution: "" } });
    const text = certificateWithHash(forged, sha256Of(forged));
    expect(await verifyCertificate(viewer, { text })).toMatchObject({
      ...{ verdict: "fails", why: expect.stringContaining("did not issue it so") },
      differs: ["team.name"],
    });
    expect(await verifyCertificate(stranger, { text: file })).toMatchObject({
      ...{ verdict: "fails", differs: [] },
    });
  });

  it("cannot be changed in the database, even past every service", async () => {
    const change = superuser.certificate.update({ where: { id }, data: { text: "{}" } });
    await expect(change).rejects.toThrow(/cannot be changed/);
  });

  it("is a paper that says the same, with its hash", async () => {
    const { name, bytes } = await openCertificate(viewer, { id, format: "pdf" });
    expect(name).toBe("close-out-GB-1.pdf");
    const text = await textOf(bytes);
    for (const words of ["BAM files", "Weights", "gpu1", "Overwritten", "Somebody else"]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("Trained model");
    expect(text.replaceAll(" ", "")).toContain(body.sha256);
  });
});

describe("a request as PDF", () => {
  it("says where it stands, whom it names, what was answered and filed", async () => {
    const { name, bytes } = await requestPdf(viewer, 1);
    expect(name).toBe("GB-1.pdf");
    const text = await textOf(bytes);
    for (const words of ["GB-1 · Sample", "phs000007.c1", lead.name, "Approvals", "Filed on"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("undefined");
  });

  it("leaves out what the team says among itself", async () => {
    const { id: requestId } = await superuser.request.findFirstOrThrow({
      where: { teamId: lead.teamId },
    });
    await superuser.comment.create({
      data: {
        ...{ teamId: lead.teamId, requestId, kind: "internal", text: "Between us" },
        ...{ on: lead.now, authorId: lead.personId, createdAt: lead.now },
      },
    });
    expect(await textOf((await requestPdf(viewer, 1)).bytes)).not.toContain("Between us");
  });
});
