import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import {
  type ChangeFields,
  changeForm,
  type VersionFields,
  versionForm,
} from "../agreements/forms";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import type { Member } from "../team/actor";
import { addVersion, updateAgreement } from "./agreement-changes";
import { listAgreements } from "./agreement-list";
import { getAgreement } from "./agreements";
import { agreementFields, sampleAgreement, sampleCopy, unitIds } from "./sample-agreements";
import { refusal, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;
let stranger: Member;
let units: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  units = await unitIds(superuser, "EGAD00010000674", "EGAD00010000676");
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer, stranger } = await sampleTeams(superuser));
});

const listed = (actor: Member = lead, q = "") =>
  listAgreements(actor, readView(AGREEMENT_LIST, { q }));

const named = (personId: string, more: object = {}) => ({
  ...{ personId, function: "authorised_personnel" as const, startsOn: "", endsOn: "" },
  ...more,
});
const signed = (personId: string, more: object = {}) => ({
  ...{ personId, signatory: "", function: "legal_representative" as const, documentId: "" },
  signedOn: "2026-01-05",
  ...more,
});
const BY_COMMITTEE = signed("", { function: "committee", signatory: "Committee" });

const add = (change: Parameters<typeof agreementFields>[1] = {}, commandId?: string) =>
  sampleAgreement(lead, agreementFields(units, change), commandId);

const nextOf = (change: "major" | "minor", fields: Partial<VersionFields> = {}) =>
  versionForm.parse({
    ...{ name: "Data access agreement", textVersion: "3", textDate: "", documentId: "" },
    ...{ startsOn: "2026-06-01", endsOn: "2027-05-31", unitIds: units, change, ...fields },
  });

const addNext = (id: string, version: number, next: ReturnType<typeof nextOf>) =>
  addVersion(lead, { commandId: randomUUID(), id, version, next });

const changed = (fields: Partial<ChangeFields>) =>
  changeForm.parse({
    ...{ endsOn: "2026-12-31", endedOn: "", endedBy: "", parties: [], governingLaw: "" },
    ...fields,
  });

describe("an agreement", () => {
  it("is recorded with its copy's hash, units, names and signatures, and read back", async () => {
    const copy = await sampleCopy(lead);
    const { id } = await add({
      documentId: copy.id,
      people: [named(member.personId), named(colleague.personId, { startsOn: "2026-02-01" })],
      signatures: [signed(colleague.personId), BY_COMMITTEE],
    });
    expect(await getAgreement(viewer, id)).toMatchObject({
      ...{ name: "Data access agreement", textVersion: "2", textSha256: copy.sha256 },
      ...{ state: "in_force", on: "2026-12-31", isLatest: true, mustSign: [] },
      document: { id: copy.id, name: "agreement.pdf", deleted: null },
      units: [{ code: "EGAD00010000674" }, { code: "EGAD00010000676" }],
      people: [
        { personId: member.personId, startsOn: "2026-01-01", endsOn: null },
        { personId: colleague.personId, startsOn: "2026-02-01" },
      ],
      signatures: [
        { by: colleague.name, textSha256: copy.sha256, signedOn: "2026-01-05" },
        { by: "Committee", personId: null, textSha256: copy.sha256 },
      ],
    });
    expect(await listed(viewer, "archive:ega")).toMatchObject({
      rows: [{ id, signedBy: [colleague.name, "Committee"] }],
      total: 1,
    });
    expect(await listed(viewer, "archive:dbgap")).toMatchObject({ rows: [], total: 0, all: 1 });
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "agreement.recorded",
      data: { name: "Data access agreement", startsOn: "2026-01-01" },
    });
  });

  it("is recorded once when the form is sent five times at once", async () => {
    const commandId = randomUUID();
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => add({}, commandId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect((await listed()).total).toBe(1);
  });

  it("is recorded for units of its own archive only, and for people and copies of the team", async () => {
    const [gtex = ""] = await unitIds(superuser, "phs000424.c1");
    const wrong = await refusal(add({ unitIds: [...units, gtex] }));
    expect(wrong).toMatchObject({
      ...{ code: "INVALID", options: { field: "agreement.unitIds" } },
      message: "phs000424.c1 is of another archive; it needs an agreement of its own.",
    });
    const { id: documentId } = await sampleCopy(stranger);
    const lost = signed("", { signatory: "X", documentId: randomUUID() });
    for (const fields of [
      { unitIds: [randomUUID()] },
      { people: [named(stranger.personId)] },
      { signatures: [signed(stranger.personId)] },
      { signatures: [lost] },
      { documentId },
    ]) {
      expect((await refusal(add(fields))).code).toBe("NOT_FOUND");
    }
    expect((await listed()).total).toBe(0);
  });

  it("does not carry a signature of a day to come", async () => {
    const early = add({ signatures: [signed(lead.personId, { signedOn: "2026-11-23" })] });
    expect(await refusal(early)).toMatchObject({
      code: "INVALID",
      options: { field: "agreement.signatures.0.signedOn" },
    });
  });

  it("is listed newest first", async () => {
    for (let month = 1; month <= 3; month++) await add({ startsOn: `2026-0${month}-01` });
    const { rows } = await listed();
    expect(rows.map(({ startsOn }) => startsOn)).toEqual([
      "2026-03-01",
      "2026-02-01",
      "2026-01-01",
    ]);
  });

  it("is read by every role of the team, and recorded by leads and coordinators only", async () => {
    const { id } = await add();
    for (const actor of [member, viewer]) {
      expect((await getAgreement(actor, id)).id).toBe(id);
      const fields = agreementFields(units);
      expect((await refusal(sampleAgreement(actor, fields))).code).toBe("FORBIDDEN");
      const change = { id, version: 1, change: changed({}) };
      expect((await refusal(updateAgreement(actor, change))).code).toBe("FORBIDDEN");
    }
    expect((await refusal(getAgreement(stranger, id))).code).toBe("NOT_FOUND");
    await sampleAgreement(colleague, agreementFields(units));
  });
});

describe("a change of an agreement", () => {
  it("moves its end, parties and law, in the version that was read", async () => {
    const { id } = await add();
    const change = changed({
      endsOn: "2026-12-10",
      parties: ["A", "B"],
      governingLaw: "Scots law",
    });
    await updateAgreement(lead, { id, version: 1, change });
    expect(await getAgreement(lead, id)).toMatchObject({
      ...{ state: "ending", on: "2026-12-10", parties: ["A", "B"], version: 2 },
    });
    const stale = updateAgreement(lead, { id, version: 1, change: changed({}) });
    expect(await refusal(stale)).toMatchObject({
      ...{ code: "CONFLICT", options: { details: { current: { governingLaw: "Scots law" } } } },
    });
  });

  it("ends it on a day, with the word for it and a line of history", async () => {
    const { id } = await add();
    const change = changed({ endedOn: "2026-11-01", endedBy: "revoked" });
    await updateAgreement(lead, { id, version: 1, change });
    expect(await getAgreement(lead, id)).toMatchObject({ state: "revoked", on: "2026-11-01" });
    expect(
      await superuser.event.findFirst({ where: { subjectId: id, action: "agreement.ended" } }),
    ).toMatchObject({ data: { endedOn: "2026-11-01", was: { endsOn: "2026-12-31" } } });
  });

  it("cannot end it before it began", async () => {
    const { id } = await add();
    for (const [field, fields] of [
      ["change.endsOn", { endsOn: "2025-12-31" }],
      ["change.endedOn", { endedOn: "2025-12-31", endedBy: "closed" as const }],
    ] as const) {
      const error = await refusal(
        updateAgreement(lead, { id, version: 1, change: changed(fields) }),
      );
      expect(error).toMatchObject({
        message: "It cannot end before it began, on 1 Jan 2026.",
        options: { field },
      });
    }
  });
});

describe("the next version", () => {
  const start = () =>
    add({
      people: [named(member.personId), named(colleague.personId, { endsOn: "2026-03-31" })],
      signatures: [signed(colleague.personId), BY_COMMITTEE],
    });

  it("after a major change must be signed again, and names who is still named", async () => {
    const { id } = await start();
    const next = await addNext(id, 1, nextOf("major"));
    expect(await getAgreement(lead, id)).toMatchObject({ state: "replaced", isLatest: false });
    expect(await getAgreement(lead, next.id)).toMatchObject({
      ...{ state: "to_sign", signedBy: [], governingLaw: "English law", dac: "EGAC00001000205" },
      mustSign: [
        { function: "legal_representative", name: colleague.name },
        { function: "committee", name: "Committee" },
      ],
      people: [{ personId: member.personId, startsOn: "2026-06-01", endsOn: null }],
      versions: [
        { id, textVersion: "2" },
        { id: next.id, textVersion: "3", change: "major" },
      ],
    });
  });

  it("after a minor change keeps the signatures", async () => {
    const { id } = await start();
    const next = await addNext(id, 1, nextOf("minor"));
    expect(await getAgreement(lead, next.id)).toMatchObject({
      ...{ state: "in_force", on: "2027-05-31", mustSign: [] },
      signatures: [{ by: colleague.name, isCarriedOver: true }, { by: "Committee" }],
    });
  });

  it("asks for an office, not for its holder, once that one has left", async () => {
    const { id } = await start();
    const next = await addNext(id, 1, nextOf("major"));
    await superuser.person.update({
      where: { id: colleague.personId },
      data: { startsOn: new Date("2026-01-01"), endsOn: new Date("2026-11-21") },
    });
    const [first] = (await getAgreement(lead, next.id)).mustSign;
    expect(first).toMatchObject({ function: "legal_representative", personId: null, name: "" });
  });

  it("replaces the newest one only, in the state that was read, and begins after it", async () => {
    const { id } = await start();
    const early = await refusal(addNext(id, 1, nextOf("minor", { startsOn: "2026-01-01" })));
    expect(early.options.field).toBe("next.startsOn");
    const [one, two] = await Promise.allSettled([
      addNext(id, 1, nextOf("minor")),
      addNext(id, 1, nextOf("major")),
    ]);
    expect([one?.status, two?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await refusal(addNext(id, 2, nextOf("minor")))).code).toBe("CONFLICT");
    expect((await refusal(addNext(randomUUID(), 1, nextOf("minor")))).code).toBe("NOT_FOUND");
  });

  it("is none of an agreement that was ended", async () => {
    const { id } = await start();
    const change = changed({ endedOn: "2026-11-01", endedBy: "closed" });
    await updateAgreement(lead, { id, version: 1, change });
    expect((await refusal(addNext(id, 2, nextOf("minor")))).code).toBe("CONFLICT");
  });
});
