import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { updateAgreement } from "./agreement-changes";
import { getAgreement } from "./agreements";
import { agreementFields, sampleAgreement, sampleCopy, unitIds } from "./sample-agreements";
import { refusal, sampleTeams } from "./sample-requests";
import { recordSignature } from "./signatures";
import { inTeam } from "./transaction";

let superuser: PrismaClient;
let lead: Member;
let member: Member;
let viewer: Member;
let stranger: Member;
let units: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  units = await unitIds(superuser, "mimiciv/3.1");
});

beforeEach(async () => {
  ({ lead, member, viewer, stranger } = await sampleTeams(superuser));
});

const agree = (change: Parameters<typeof agreementFields>[1] = {}) =>
  sampleAgreement(lead, agreementFields(units, { archive: "physionet", ...change }));

const sign = (
  actor: Member,
  agreementId: string,
  more: {
    personId?: string | null;
    signatory?: string;
    signedOn?: string;
    documentId?: string;
  } = {},
  commandId = randomUUID(),
) => {
  const { personId = actor.personId, signatory = "", signedOn = "2026-03-14" } = more;
  const signature = {
    personId,
    signatory,
    function: "applicant" as const,
    signedOn: day(signedOn),
  };
  return recordSignature(actor, {
    ...{ commandId, agreementId },
    signature: { ...signature, documentId: more.documentId ?? null },
  });
};

const signaturesOf = async (id: string) => (await getAgreement(lead, id)).signatures;

describe("a signature", () => {
  it("keeps the hash of the text it was given for, its proof, and a line of history", async () => {
    const copy = await sampleCopy(lead);
    const { id } = await agree({ documentId: copy.id });
    await sign(member, id, { documentId: copy.id });
    expect(await signaturesOf(id)).toMatchObject([
      { personId: member.personId, textSha256: copy.sha256, document: { id: copy.id } },
    ]);
    expect(
      await superuser.event.findFirst({ where: { subjectId: id, action: "signature.recorded" } }),
    ).toMatchObject({ data: { name: member.name, on: "2026-03-14" } });
  });

  it("is recorded by members for themselves, and by organisers for everybody", async () => {
    const { id } = await agree();
    const other = await refusal(sign(member, id, { personId: lead.personId }));
    expect(other).toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringMatching(/^Members record what is their own/),
    });
    const body = { personId: null, signatory: "The committee" };
    expect((await refusal(sign(member, id, body))).code).toBe("FORBIDDEN");
    expect((await refusal(sign(viewer, id))).code).toBe("FORBIDDEN");
    await sign(lead, id, body);
    await sign(lead, id, { personId: member.personId });
    expect(await signaturesOf(id)).toHaveLength(2);
  });

  it("is of somebody of the team, on one of its agreements", async () => {
    const { id } = await agree();
    const { id: documentId } = await sampleCopy(stranger);
    const foreign = [
      () => sign(stranger, id),
      () => sign(lead, id, { personId: stranger.personId }),
      () => sign(lead, id, { documentId }),
      () => sign(lead, randomUUID()),
    ];
    for (const work of foreign) expect((await refusal(work())).code).toBe("NOT_FOUND");
  });

  it("stands once, however often and however fast it is sent", async () => {
    const { id } = await agree();
    const commandId = randomUUID();
    await Promise.all([1, 2, 3].map(() => sign(member, id, {}, commandId)));
    const others = await Promise.allSettled([1, 2, 3].map(() => sign(lead, id)));
    expect(others.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await signaturesOf(id)).toHaveLength(2);
    const again = await refusal(sign(lead, id, { signedOn: "2026-05-01" }));
    expect(again).toMatchObject({ code: "INVALID", options: { field: "signature.personId" } });
    expect(again.message).toMatch(/^Ana \d+ signed this on 14 Mar 2026 already\. .* overlap\.$/);
  });

  it.each([
    ["2025-11-30", "The text is of 1 Dec 2025; nobody can have signed it before."],
    ["2026-11-23", "Today is 22 Nov 2026; a signature is recorded once it is given."],
    ["2027-01-01", "The agreement ended on 31 Dec 2026; sign its next version."],
  ])("of %s is refused with a sentence", async (signedOn, message) => {
    const { id } = await agree();
    const error = await refusal(sign(member, id, { signedOn }));
    expect(error).toMatchObject({ message, options: { field: "signature.signedOn" } });
  });

  it("is not given on what was ended before", async () => {
    const { id } = await agree();
    const ended = { endedOn: day("2026-03-14"), endedBy: "closed" as const };
    const report = { reportMonths: null, reportWhat: "" };
    const window = { renewsDaysBefore: null, renewsDaysAfter: null };
    const change = { ...ended, ...report, ...window, endsOn: null, parties: [], governingLaw: "" };
    await updateAgreement(lead, { id, version: 1, change });
    expect((await refusal(sign(member, id))).message).toBe(
      "The agreement was ended on 14 Mar 2026.",
    );
    await sign(member, id, { signedOn: "2026-03-13" });
  });
});

describe("what was signed", () => {
  const tampering: [string, (signatureId: string, agreementId: string) => Promise<unknown>][] = [
    ["another day", (id) => change({ id, data: { signedOn: new Date("2020-01-01") } })],
    ["no signature at all", (id) => inTeam(lead, (tx) => tx.signature.delete({ where: { id } }))],
    [
      "another text",
      (_, id) => inTeam(lead, (tx) => tx.agreement.update({ where: { id }, data: { name: "X" } })),
    ],
  ];
  const change = ({ id, data }: { id: string; data: object }) =>
    inTeam(lead, (tx) => tx.signature.update({ where: { id }, data }));

  it.each(tampering)("never becomes %s; whoever tries is told so", async (_what, tamper) => {
    const { id } = await agree({ documentId: (await sampleCopy(lead)).id });
    const { id: signatureId } = await sign(member, id);
    const before = await getAgreement(lead, id);
    const error = await refusal(tamper(signatureId, id));
    expect(error.code).toBe("CONFLICT");
    expect(error.message).toMatch(/sign.*\.$/);
    expect(await getAgreement(lead, id)).toEqual(before);
  });

  it("stays though somebody deletes the agreement", async () => {
    const { id } = await agree();
    await sign(member, id);
    await superuser.agreementUnit.deleteMany({ where: { agreementId: id } });
    await expect(superuser.agreement.delete({ where: { id } })).rejects.toThrow(/Signature/);
    expect(await signaturesOf(id)).toHaveLength(1);
  });

  it("takes a proof once, and an agreement its copy once, after the signature too", async () => {
    const { id } = await agree();
    const { id: signatureId } = await sign(member, id);
    const [one, two] = [await sampleCopy(lead), await sampleCopy(lead)];
    await change({ id: signatureId, data: { documentId: one.id } });
    const other = await refusal(change({ id: signatureId, data: { documentId: two.id } }));
    expect(other.code).toBe("CONFLICT");
    const keep = ({ id: documentId, sha256: textSha256 }: typeof one) =>
      inTeam(lead, (tx) =>
        tx.agreement.update({ where: { id }, data: { documentId, textSha256 } }),
      );
    await keep(one);
    expect((await refusal(keep(two))).code).toBe("CONFLICT");
  });
});
