import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { REQUEST_LIST } from "../lists/requests";
import type { Member } from "../team/actor";
import { answerRows } from "./import-answers";
import { undoImport } from "./import-undo";
import { getImport } from "./imports";
import { reconcileDuties } from "./reconcile";
import { listRequests } from "./request-list";
import { sampleImporting } from "./sample-importing";
import { sampleTeams } from "./sample-requests";

const JOB = { kind: "job", name: "reconcile_duties" } as const;

let superuser: PrismaClient;
let lead: Member;
let member: Member;
let on: ReturnType<typeof sampleImporting>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, member } = await sampleTeams(superuser));
  on = sampleImporting(superuser, lead);
});

describe("a PhysioNet page", () => {
  const PAGE = [
    "Data Use Agreements",
    "You have signed the following Data Use Agreements:",
    "Date of Agreement\tAgreement\tProject\tView Agreement",
    "Oct. 11, 2024\tPhysioNet Credentialed Health Data Use Agreement 1.5.0\tMIMIC-IV (v3.1)\tView",
    "Sept. 2, 2023\tPhysioNet Credentialed Health Data Use Agreement 1.5.0\tNo Such Project (v1.0)\tView",
  ].join("\n");

  it("of agreements opens the data of the person whose page it is, and is taken back whole", async () => {
    // What follows from people who were written past the services.
    await reconcileDuties({ ...JOB, now: lead.now }, { teamId: lead.teamId });
    const before = await on.dump();
    const id = await on.read("physionet_agreements", PAGE, { personId: member.personId });
    const [mimic, unknown] = await on.rowsOf(id);
    expect(mimic?.fields.map(({ field }) => field)).toEqual([
      ...["request", "item", "step", "decidedOn", "endsOn"],
    ]);
    expect(unknown?.questions[0]?.about).toBe("unit");
    expect(await on.acceptAll(id)).toEqual({ applied: 1, overtaken: 0, left: 0 });
    const { rows } = await listRequests(lead, readView(REQUEST_LIST, {}));
    expect(rows[0]?.units).toHaveLength(1);
    expect(await on.approvals()).toEqual([["2024-10-11", null]]);
    expect(await superuser.signature.count({ where: { teamId: lead.teamId } })).toBe(1);
    expect(
      await on.rowsOf(await on.read("physionet_agreements", PAGE, { personId: member.personId })),
    ).toHaveLength(1);
    await undoImport(lead, { importId: id });
    expect(await on.dump()).toBe(before);
  });

  it("of credentialing and of training tell what the person holds", async () => {
    // What follows from people who were written past the services.
    await reconcileDuties({ ...JOB, now: lead.now }, { teamId: lead.teamId });
    const before = await on.dump();
    const page = "Your account was successfully credentialed on Jan. 5, 2024, 3:04 p.m.";
    const credential = await on.read("physionet_credential", page, { personId: member.personId });
    expect((await on.acceptAll(credential)).applied).toBe(1);
    const training = await on.read(
      "physionet_training",
      "Active\nCITI Data or Specimens Only Research\tView",
      {
        personId: member.personId,
      },
    );
    await on.answer(training, { startsOn: day("2024-01-03") });
    expect((await on.acceptAll(training)).applied).toBe(1);
    const held = await superuser.qualification.findMany({ where: { teamId: lead.teamId } });
    expect(held.map(({ type, step }) => `${type} ${step}`).toSorted()).toEqual([
      "citi_data_only accepted",
      "physionet_credential accepted",
    ]);
    const again = await on.read("physionet_credential", page, { personId: member.personId });
    expect(await on.rowsOf(again)).toEqual([]);
    await undoImport(lead, { importId: training });
    await undoImport(lead, { importId: credential });
    expect(await on.dump()).toBe(before);
  });
});

describe("a list of EGA permissions", () => {
  it("names accounts, asks about strangers, and keeps one approval for each data set", async () => {
    const { code } = await superuser.accessUnit.findFirstOrThrow({
      where: { archive: "ega", code: { startsWith: "EGAD" }, teamId: null },
    });
    await superuser.person.update({
      where: { id: member.personId },
      data: { email: "ana@lab.example" },
    });
    const text = [
      "email,username,dataset,granted,expires",
      `ana@lab.example,ana.lab,${code},2025-03-14,2027-03-14`,
      `bo@lab.example,bo.lab,${code},2025-03-14,2027-03-14`,
      `ana@lab.example,ana.lab,${code},2025-03-14,2027-03-14`,
      "nobody,,EGA123,,",
    ].join("\n");
    const id = await on.read("ega_permissions", text);
    const page = await getImport(lead, 1);
    expect(page.counts).toMatchObject({ changes: 2, unchanged: 1, refused: 1 });
    const [, bo] = await on.rowsOf(id);
    await answerRows(lead, { importId: id, rows: [bo?.id ?? ""], choice: { person: "new" } });
    expect((await on.acceptAll(id)).applied).toBe(2);
    const grants = await superuser.grant.findMany({ where: { teamId: lead.teamId } });
    expect(grants).toHaveLength(1);
    const accounts = await superuser.identity.findMany({ where: { teamId: lead.teamId } });
    expect(accounts.map(({ value }) => value).toSorted()).toEqual(["ana.lab", "bo.lab"]);
    expect(await undoImport(lead, { importId: id })).toMatchObject({ kept: 0 });
    expect(
      await superuser.person.count({ where: { teamId: lead.teamId, email: "bo@lab.example" } }),
    ).toBe(0);
  });
});

describe("somebody new in several requests", () => {
  it("is entered once, and goes again with the import", async () => {
    const units = await superuser.accessUnit.findMany({
      where: { archive: "ega", code: { startsWith: "EGAD" }, teamId: null },
      distinct: ["dac"],
      take: 2,
    });
    expect(new Set(units.map(({ dac }) => dac)).size).toBe(2);
    // What follows from people who were written past the services.
    await reconcileDuties({ ...JOB, now: lead.now }, { teamId: lead.teamId });
    const before = await on.dump();
    const rows = units.map(({ code }) => `No Address Yet,${code},2026-03-14`);
    const text = ["username,dataset,granted", ...rows].join("\n");
    const id = await on.read("ega_permissions", text);
    await on.answer(id, { person: "new" });
    expect((await on.acceptAll(id)).applied).toBe(2);
    const people = await superuser.person.findMany({
      where: { teamId: lead.teamId, name: "No Address Yet" },
    });
    expect(people).toHaveLength(1);
    expect(await undoImport(lead, { importId: id })).toEqual({ undone: 2, kept: 0, left: 0 });
    expect(await on.dump()).toBe(before);
  });
});
