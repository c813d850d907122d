import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { samplePdf } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import { holdingOf } from "../people/claims";
import { typeById } from "../people/qualification-types";
import { stateOf } from "../people/state";
import type { Member } from "../team/actor";
import { uploadDocument } from "./documents";
import { listQualifications, recordQualification, waiveQualification } from "./qualifications";
import { CITI, recorded, waived } from "./sample-qualifications";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let member: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  people = await sampleTeams(superuser);
  ({ member } = people);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const find = async (id: string) =>
  (await listQualifications(people.lead, member.personId)).find((each) => each.id === id);

async function upload(name: string, bytes = samplePdf()): Promise<string> {
  return (await uploadDocument(people.lead, { id: randomUUID(), name, bytes })).id;
}

describe("the paper of a training", () => {
  const attempt = (documentId: string) =>
    recordQualification(people.lead, recorded(member.personId, { documentId }));
  const refused = (sentence: string) => ({
    ...{ code: "INVALID", message: expect.stringContaining(sentence) },
    options: { field: "documentId" },
  });

  it("is a PDF of 1 MB at most", async () => {
    const large = await upload("large.pdf", samplePdf(1_048_577));
    await expect(attempt(large)).rejects.toMatchObject(refused("a PDF of 1 MB at most"));
    await attempt(await upload("just.pdf", samplePdf(1_048_576)));
  });

  it("is not the certificate, whether its name or an address in it says so", async () => {
    const named = await upload("citiCompletionCertificate_1_2.pdf");
    await expect(attempt(named)).rejects.toMatchObject(refused("This is the certificate."));
    const link = "https://www.citiprogram.org/verify/?w04e73368-7133-1";
    const showing = await upload("CITI.pdf", pdfWithLink(link));
    await expect(attempt(showing)).rejects.toMatchObject(refused("This is the certificate."));
    await attempt(await upload("CITI.pdf", pdfWithLink(link.replace("?w", "?k"))));
  });

  it("is of the team, and still there", async () => {
    await expect(attempt(randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const theirs = await uploadDocument(people.stranger, {
      ...{ id: randomUUID(), name: "report.pdf", bytes: samplePdf() },
    });
    await expect(attempt(theirs.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

function pdfWithLink(link: string): Uint8Array<ArrayBuffer> {
  const text = `%PDF-1.7\n1 0 obj << /S /URI /URI (${link}) >> endobj\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

describe("a waiver", () => {
  it("holds for its time, and says who waived and why, though nothing was begun", async () => {
    const { id } = await waiveQualification(people.lead, waived(member.personId));
    const row = await find(id);
    expect(row).toMatchObject({
      ...{ waivedOn: "2026-11-22", waivedUntil: "2026-12-31", waivedBy: people.lead.name },
      waivedWhy: "Letter is on its way",
    });
    const type = typeById("affiliation");
    if (!type || !row) throw new Error("gone");
    const at = (on: string) => stateOf(holdingOf(type, [row], {}), day(on)).state;
    expect([at("2026-11-21"), at("2026-12-31"), at("2027-01-01")]).toEqual([
      ...["not_yet", "waived", "expired"],
    ]);
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "qualification.waived",
      data: { endsOn: "2026-12-31", reason: "Letter is on its way" },
    });
  });

  it("is given once, and changed by waiving again in the version that was read", async () => {
    const input = waived(member.personId);
    const twice = await Promise.all([1, 2].map(() => waiveQualification(people.lead, input)));
    const [{ id } = { id: "" }] = twice;
    expect(twice).toEqual([{ id }, { id }]);
    const again = { row: { id, version: 1 }, until: "2026-11-30" };
    await waiveQualification(people.lead, waived(member.personId, again));
    expect(await find(id)).toMatchObject({ waivedUntil: "2026-11-30", version: 2 });
    const stale = waiveQualification(people.lead, waived(member.personId, again));
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
    const mixed = { row: { id, version: 2 } };
    await expect(
      waiveQualification(people.lead, waived(people.lead.personId, mixed)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused where it is the archive's own condition, and without an end", async () => {
    const own = waiveQualification(people.lead, waived(member.personId, { type: CITI }));
    await expect(own).rejects.toMatchObject({ code: "INVALID", options: { field: "type" } });
    expect(() => waived(member.personId, { until: "" })).toThrow("always has one");
    expect(() => waived(member.personId, { until: "2026-11-21" })).toThrow("before its first");
  });

  it("is given by a lead alone", async () => {
    for (const actor of [people.colleague, member, people.viewer]) {
      const refused = waiveQualification(actor, waived(member.personId));
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
