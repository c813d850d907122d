import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import type { ProvableKind } from "../documents/proof-forms";
import { samplePdf } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { verifyChain } from "./audit";
import { listDocuments, openDocument, uploadDocument } from "./documents";
import { attachProof, deleteDocument } from "./evidence";
import { listIdentities } from "./identities";
import { listQualifications } from "./qualifications";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;
let member: Member;
let coordinator: Member;
let viewer: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
  member = await sampleMember(superuser, team.teamId, "member");
  coordinator = await sampleMember(superuser, team.teamId, "coordinator");
  viewer = await sampleMember(superuser, team.teamId, "viewer");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

async function upload(name = "proof.pdf", requestId?: string): Promise<string> {
  const file = { id: randomUUID(), name, bytes: samplePdf(), ...(requestId && { requestId }) };
  return (await uploadDocument(team.lead, file)).id;
}

/** An agreement of the team that nobody signed yet, without a stored copy. */
async function agreement(): Promise<string> {
  const { teamId, lead } = team;
  const { id } = await superuser.agreement.create({
    data: {
      ...{ teamId, archive: "ega", name: "Data access agreement", parties: [] },
      ...{ startsOn: new Date("2026-01-01"), createdAt: lead.now },
    },
  });
  return id;
}

async function signatureOn(agreementId: string): Promise<string> {
  const { teamId, lead } = team;
  const { id } = await superuser.signature.create({
    data: {
      ...{ teamId, agreementId, personId: lead.personId, function: "applicant" },
      ...{ signedOn: new Date("2026-01-01"), createdAt: lead.now },
    },
  });
  return id;
}

const attach = (kind: ProvableKind, id: string, documentId: string, actor = team.lead) =>
  attachProof(actor, { kind, id, documentId });

describe("a proof", () => {
  it("is attached with an event, once, and replaced by another", async () => {
    const [first, second] = [await upload("first.pdf"), await upload("second.pdf")];
    const { identityId: id, lead } = team;
    await attach("identity", id, first);
    await attach("identity", id, first);
    await attach("identity", id, second);
    const [stored] = await listIdentities(lead, lead.personId);
    expect(stored?.document).toEqual({ id: second, name: "second.pdf", deleted: null });
    const events = await superuser.event.findMany({
      where: { subjectId: id, action: "proof.attached" },
      orderBy: { seq: "asc" },
    });
    expect(events).toMatchObject([
      {
        data: {
          ...{ name: "first.pdf", units: ["PhysioNet account"], replaced: team.documentId },
          personId: lead.personId,
        },
      },
      { data: { name: "second.pdf", replaced: first } },
    ]);
  });

  it("of a qualification is the paper that its receiver takes", async () => {
    const certificate = await upload("citiCompletionCertificate_1.pdf");
    const refused = await refusal(attach("qualification", team.qualificationId, certificate));
    expect(refused).toMatchObject({ code: "INVALID", options: { field: "documentId" } });
    await attach("qualification", team.qualificationId, await upload("citiCompletionReport_1.pdf"));
    const [stored] = await listQualifications(team.lead, team.lead.personId);
    expect(stored?.document?.name).toBe("citiCompletionReport_1.pdf");
  });

  it("of an approval lies with its request or with none", async () => {
    await attach("grant", team.grantId, await upload("approval.pdf", team.requestId));
    await attach("grant", team.grantId, await upload("loose.pdf"));
    const { requestId } = await otherRequest();
    const elsewhere = await upload("elsewhere.pdf", requestId);
    expect(await refusal(attach("grant", team.grantId, elsewhere))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of an agreement is its copy, with its hash; once somebody signed, it stays", async () => {
    const id = await agreement();
    await attach("agreement", id, await upload("draft.pdf"));
    const copy = await upload("signed.pdf");
    await attach("agreement", id, copy);
    const stored = await superuser.agreement.findUniqueOrThrow({
      where: { id },
      include: { document: true },
    });
    expect(stored).toMatchObject({ documentId: copy, textSha256: stored.document?.sha256 });
    await signatureOn(id);
    expect(await refusal(attach("agreement", id, await upload()))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("of an agreement that was signed without a copy may still be added", async () => {
    const id = await agreement();
    await signatureOn(id);
    const copy = await upload("scan.pdf");
    await attach("agreement", id, copy);
    const stored = await superuser.agreement.findUniqueOrThrow({ where: { id } });
    expect(stored.documentId).toBe(copy);
  });

  it("of a signature is added once and stays", async () => {
    const id = await signatureOn(await agreement());
    const page = await upload("page.pdf");
    await attach("signature", id, page);
    await attach("signature", id, page);
    const refused = await refusal(attach("signature", id, await upload()));
    expect(refused).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("stays") });
  });

  it("is of the team, still there, and of something that is", async () => {
    const none = { code: "NOT_FOUND" };
    const stranger = await sampleTeam(superuser, "neighbours");
    const { identityId } = team;
    expect(await refusal(attach("identity", identityId, stranger.documentId))).toMatchObject(none);
    expect(await refusal(attach("identity", identityId, randomUUID()))).toMatchObject(none);
    expect(await refusal(attach("identity", randomUUID(), await upload()))).toMatchObject(none);
    const gone = await upload();
    await deleteDocument(team.lead, { id: gone, why: "Wrong file" });
    expect(await refusal(attach("identity", identityId, gone))).toMatchObject({
      ...{ code: "INVALID", options: { field: "documentId" } },
    });
  });

  it("is attached by members to what is their own and to approvals, by viewers to nothing", async () => {
    const own = await superuser.identity.create({
      data: {
        ...{ teamId: team.teamId, personId: member.personId, scheme: "ega", value: "own" },
        ...{ key: "own", createdAt: member.now },
      },
    });
    const outcome = async (actor: Member, kind: ProvableKind, id: string) =>
      attach(kind, id, await upload(), actor).then(
        () => "done",
        (error) => error.code,
      );
    expect(await outcome(member, "identity", own.id)).toBe("done");
    expect(await outcome(member, "grant", team.grantId)).toBe("done");
    expect(await outcome(member, "identity", team.identityId)).toBe("FORBIDDEN");
    expect(await outcome(member, "agreement", await agreement())).toBe("FORBIDDEN");
    expect(await outcome(coordinator, "identity", own.id)).toBe("done");
    expect(await outcome(viewer, "grant", team.grantId)).toBe("FORBIDDEN");
  });
});

async function otherRequest() {
  const { teamId, lead } = team;
  const { id: requestId } = await superuser.request.create({
    data: {
      ...{ id: randomUUID(), teamId, number: 900, archive: "dbgap", lifecycle: "dbgap-project" },
      ...{ title: "Other", status: "draft", ownerId: lead.personId },
      ...{ createdAt: lead.now, updatedAt: lead.now },
    },
  });
  return { requestId };
}

describe("a document that is deleted", () => {
  it("loses its bytes, and leaves who, when and why where it proved something", async () => {
    const id = await upload("letter.pdf", team.requestId);
    await attach("identity", team.identityId, id);
    await deleteDocument(coordinator, { id, why: "Holds somebody's address" });
    expect(await superuser.documentContent.count({ where: { documentId: id } })).toBe(0);
    const deleted = { on: "2026-11-22", by: coordinator.name, why: "Holds somebody's address" };
    const [account] = await listIdentities(team.lead, team.lead.personId);
    expect(account?.document).toEqual({ id, name: "letter.pdf", deleted });
    const lines = await listDocuments(viewer, team);
    expect(lines.find((line) => line.id === id)).toMatchObject({ name: "letter.pdf", deleted });
    expect(await refusal(openDocument(viewer, id))).toMatchObject({
      code: "NOT_FOUND",
      message: `“letter.pdf” was deleted on 22 Nov 2026 by ${coordinator.name}: Holds somebody's address`,
    });
    expect(
      await superuser.event.findFirst({ where: { action: "document.deleted", subjectId: id } }),
    ).toMatchObject({
      requestId: team.requestId,
      data: { reason: "Holds somebody's address", proved: { identities: 1 } },
    });
  });

  it("is deleted once: the first reason stays", async () => {
    const id = await upload();
    await Promise.all(["One", "Two", "Three"].map((why) => deleteDocument(team.lead, { id, why })));
    await deleteDocument(team.lead, { id, why: "Later" });
    const where = { subjectId: id, action: "document.deleted" };
    const [event, ...more] = await superuser.event.findMany({ where });
    const stored = await superuser.document.findUniqueOrThrow({ where: { id } });
    expect(more).toEqual([]);
    expect(event).toMatchObject({ data: { reason: stored.deletedWhy } });
    expect(stored.deletedWhy).not.toBe("Later");
  });

  it("cannot be brought back by the same upload", async () => {
    const file = { id: randomUUID(), name: "back.pdf", bytes: samplePdf() };
    await uploadDocument(team.lead, file);
    await deleteDocument(team.lead, { id: file.id, why: "Wrong file" });
    expect(await refusal(uploadDocument(team.lead, file))).toMatchObject({ code: "CONFLICT" });
  });

  it("may have proved anything, a signature too", async () => {
    const id = await upload("page.pdf");
    const signature = await signatureOn(await agreement());
    await attach("signature", signature, id);
    await deleteDocument(team.lead, { id, why: "Unreadable" });
    const stored = await superuser.signature.findUniqueOrThrow({ where: { id: signature } });
    expect(stored.documentId).toBe(id);
  });

  it("is deleted by those who organise", async () => {
    const id = await upload();
    for (const actor of [member, viewer]) {
      expect((await refusal(deleteDocument(actor, { id, why: "No" }))).code).toBe("FORBIDDEN");
    }
    const missing = await refusal(deleteDocument(team.lead, { id: randomUUID(), why: "No" }));
    expect(missing.code).toBe("NOT_FOUND");
  });

  it("leaves a whole history", async () => {
    expect((await verifyChain(team.lead)).broken).toBeUndefined();
  });
});
