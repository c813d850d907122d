import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import type { ImportKind } from "../archives/status-import";
import { type Day, day, dayFromColumn } from "../dates/day";
import { connect, setDb } from "../db";
import type { RowChoice } from "../imports/change";
import { type SampleDar, sampleReport } from "../imports/sample-report";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { verifyChain } from "./audit";
import { saveDraft } from "./drafts";
import { listHistory } from "./events";
import { answerRows } from "./import-answers";
import { applyImport } from "./import-apply";
import { previewImport } from "./import-preview";
import { undoImport } from "./import-undo";
import { decideRows, getImport, listImportRows } from "./imports";
import { getRequest, listRequests } from "./requests";
import { sampleMove as move, refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;

const TODAY = day("2026-11-22");

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member } = await sampleTeams(superuser));
});

async function read(
  kind: ImportKind,
  text: string,
  more: { personId?: string; seenOn?: Day } = {},
): Promise<string> {
  const { personId = null, seenOn = TODAY } = more;
  const input = { commandId: randomUUID(), kind, personId, seenOn };
  return (await previewImport(lead, input, text)).id;
}

const rowsOf = async (importId: string, show: "changes" | "unchanged" | "refused" = "changes") =>
  (await listImportRows(lead, { importId, show })).rows;

async function answer(importId: string, choice: RowChoice) {
  const open = (await rowsOf(importId)).filter(({ questions }) => questions.length > 0);
  await answerRows(lead, { importId, rows: open.map(({ id }) => id), choice });
}

async function acceptAll(importId: string) {
  await decideRows(lead, { importId, rows: "all", decision: "accept" });
  return applyImport(lead, { importId });
}

/** Everything that an import may write, but for the import itself, numbers given, and the history. */
async function dump(): Promise<string> {
  const tables = await superuser.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'teamId' order by 1`;
  const skipped = ["Import", "ImportRow", "Event", "EventChain", "Command"];
  const parts: string[] = [];
  for (const { name } of tables.filter((table) => !skipped.includes(table.name))) {
    const rows = await superuser.$queryRawUnsafe<{ row: string }[]>(
      `select to_jsonb(x)::text as row from "${name}" x where "teamId" = $1::uuid order by 1`,
      lead.teamId,
    );
    parts.push(`${name}: ${rows.map(({ row }) => row).join("\n")}`);
  }
  return parts.join("\n");
}

/** The days of all approvals of the team that nobody ended: decided, last. */
async function approvals() {
  const found = await superuser.grant.findMany({ where: { teamId: lead.teamId, endedOn: null } });
  return found.map(({ decidedOn, endsOn }) => [
    dayFromColumn(decidedOn),
    endsOn && dayFromColumn(endsOn),
  ]);
}

const GTEX: SampleDar = { phs: "phs000424", group: 1, dar: 100001, status: "approved" };
const FRAMINGHAM: SampleDar = { phs: "phs000007", group: 1, dar: 100002, status: "approved" };

async function fileProject(codes: string[]) {
  const draft = await sampleDraft(superuser, { member, lead, colleague }, codes);
  const { number } = await saveDraft(lead, draft);
  await move(lead, number, "submit");
  await move(lead, number, "file", { answers: { on: "2026-10-01", projectNumber: "12345" } });
  return number;
}

describe("a dbGaP report", () => {
  it("changes nothing by being read", async () => {
    await fileProject(["phs000424.c1"]);
    const before = await dump();
    const id = await read("dbgap_report", sampleReport(12345, [GTEX]));
    expect(await dump()).toBe(before);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ at: "project 12345, DAR 100001-1", state: "changes" });
    expect(row?.fields).toEqual([
      { field: "itemNumber", before: null, after: "100001-1" },
      { field: "step", before: "SO review", after: "Approved" },
    ]);
    expect(row?.questions.map(({ about }) => about)).toEqual(["decidedOn", "endsOn"]);
  });

  it("is applied once its questions are answered, and changes nothing the second time", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const text = sampleReport(12345, [GTEX]);
    const id = await read("dbgap_report", text);
    const [row] = await rowsOf(id);
    const early = await refusal(
      decideRows(lead, { importId: id, rows: [row?.id ?? ""], decision: "accept" }),
    );
    expect(early.message).toMatch(/answer what is asked/);
    await answer(id, { decidedOn: day("2026-11-02") });
    expect(await acceptAll(id)).toEqual({ applied: 1, overtaken: 0, left: 0 });
    const request = await getRequest(lead, number);
    expect(request.items[0]).toMatchObject({ step: "approved", archiveNumber: "100001-1" });
    expect(await approvals()).toEqual([["2026-11-02", "2027-11-02"]]);
    expect((await getImport(lead, 1)).state).toBe("applied");
    const history = await listHistory(lead, { requestId: request.id });
    expect(history.find(({ action }) => action === "import.placed")?.data).toMatchObject({
      name: "dbGaP project report, import 1",
      units: ["phs000424.c1"],
    });

    // The approval was written down, then seen to stand: that is all that is left to note.
    const again = await read("dbgap_report", text);
    expect(await rowsOf(again)).toEqual([]);
    await acceptAll(again);
    const third = await read("dbgap_report", text);
    expect(await getImport(lead, 3)).toMatchObject({ toApply: 0, counts: { unchanged: 1 } });
    const before = await dump();
    expect(await acceptAll(third)).toEqual({ applied: 0, overtaken: 0, left: 0 });
    expect(await dump()).toBe(before);
  });

  it("makes the project, its requests and a unit that nobody knew, and takes all of it back", async () => {
    await superuser.accessUnit.findFirstOrThrow({ where: { code: "phs000424.c1" } });
    const before = await dump();
    const text = sampleReport(77001, [
      GTEX,
      FRAMINGHAM,
      { phs: "phs999001", group: 2, dar: 100003, status: "approved", consent: "HMB-IRB" },
    ]);
    const id = await read("dbgap_report", text);
    const [, , own] = await rowsOf(id);
    expect(own?.questions[0]?.options[0]?.value).toBe("own:phs999001.c2");
    await answerRows(lead, {
      importId: id,
      rows: [own?.id ?? ""],
      choice: { ownUnit: "phs999001.c2" },
    });
    await answer(id, { decidedOn: day("2026-03-02") });
    expect(await acceptAll(id)).toEqual({ applied: 3, overtaken: 0, left: 0 });
    const { rows } = await listRequests(lead, {});
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ title: "dbGaP project 77001", status: "approved" });
    expect([...(rows[0]?.units ?? [])]).toHaveLength(3);
    const request = await getRequest(lead, rows[0]?.number ?? 0);
    expect(request.archiveNumber).toBe("77001");

    expect(await undoImport(lead, { importId: id })).toEqual({ undone: 3, kept: 0, left: 0 });
    const closedDuty = await superuser.obligation.findFirst({
      where: { teamId: lead.teamId, kind: "status_refresh" },
    });
    expect(closedDuty?.state).toBe("not_applicable");
    await superuser.obligation.deleteMany({
      where: { teamId: lead.teamId, kind: "status_refresh" },
    });
    expect(await dump()).toBe(before);
    expect((await verifyChain(lead)).broken).toBeUndefined();
  });

  it("restores what was there to the byte", async () => {
    await fileProject(["phs000424.c1", "phs000007.c1"]);
    const before = await dump();
    const text = sampleReport(12345, [GTEX, { ...FRAMINGHAM, status: "rejected" }]);
    const id = await read("dbgap_report", text);
    await answer(id, { decidedOn: day("2026-11-02") });
    expect((await acceptAll(id)).applied).toBe(2);
    expect(await dump()).not.toBe(before);
    expect(await undoImport(lead, { importId: id })).toMatchObject({ undone: 2, kept: 0 });
    await superuser.obligation.deleteMany({
      where: { teamId: lead.teamId, kind: "status_refresh" },
    });
    expect(await dump()).toBe(before);
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(["undone", "undone"]);
    const over = await refusal(applyImport(lead, { importId: id }));
    expect(over.code).toBe("CONFLICT");
  });

  it("applies only what was accepted", async () => {
    const number = await fileProject(["phs000424.c1", "phs000007.c1", "phs000007.c2"]);
    const text = sampleReport(12345, [
      { ...GTEX, status: "rejected" },
      { ...FRAMINGHAM, status: "rejected" },
      { ...FRAMINGHAM, group: 2, dar: 100004, status: "rejected" },
    ]);
    const id = await read("dbgap_report", text);
    const rows = await rowsOf(id);
    const ids = rows.map((row) => row.id);
    await decideRows(lead, { importId: id, rows: ids.slice(0, 2), decision: "accept" });
    await decideRows(lead, { importId: id, rows: ids.slice(2), decision: "decline" });
    expect(await applyImport(lead, { importId: id })).toEqual({
      applied: 2,
      overtaken: 0,
      left: 0,
    });
    const { items } = await getRequest(lead, number);
    expect(items.map(({ step }) => step)).toEqual(["rejected", "rejected", "so_review"]);
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual([
      "applied",
      "applied",
      "declined",
    ]);
  });

  it("leaves a row alone that somebody has moved since it was shown", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await read("dbgap_report", sampleReport(12345, [{ ...GTEX, status: "rejected" }]));
    await decideRows(lead, { importId: id, rows: "all", decision: "accept" });
    await move(lead, number, "so_approved", { answers: { on: "2026-11-20" } });
    expect(await applyImport(lead, { importId: id })).toEqual({
      applied: 0,
      overtaken: 1,
      left: 0,
    });
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ state: "overtaken" });
    expect(row?.reason).toMatch(/changed after/);
    expect((await getRequest(lead, number)).items[0]?.step).toBe("dac_review");
  });

  it("keeps, when taken back, what somebody has changed since, and says which", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await read(
      "dbgap_report",
      sampleReport(12345, [{ ...GTEX, status: "new" }, FRAMINGHAM]),
    );
    const [, other] = await rowsOf(id);
    expect(other?.fields.map(({ field }) => field)).toContain("item");
    await answer(id, { decidedOn: day("2026-11-02") });
    await acceptAll(id);
    await move(lead, number, "so_approved", {
      answers: { on: "2026-11-20" },
      codes: ["phs000424.c1"],
    });
    expect(await undoImport(lead, { importId: id })).toMatchObject({ undone: 0, kept: 2 });
    const rows = await rowsOf(id);
    expect(rows.every(({ reason }) => /changed or used since/.test(reason))).toBe(true);
  });

  it("is applied once by two who press at the same moment", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await read("dbgap_report", sampleReport(12345, [{ ...GTEX, status: "rejected" }]));
    await decideRows(lead, { importId: id, rows: "all", decision: "accept" });
    const both = await Promise.all([
      applyImport(lead, { importId: id }),
      applyImport(colleague, { importId: id }),
    ]);
    expect(both.map(({ applied }) => applied).toSorted()).toEqual([0, 1]);
    const { id: requestId } = await getRequest(lead, number);
    const told = await listHistory(lead, { requestId });
    expect(told.filter(({ action }) => action === "import.placed")).toHaveLength(1);
  });
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
    const before = await dump();
    const id = await read("physionet_agreements", PAGE, { personId: member.personId });
    const [mimic, unknown] = await rowsOf(id);
    expect(mimic?.fields.map(({ field }) => field)).toEqual([
      ...["request", "item", "step", "decidedOn", "endsOn"],
    ]);
    expect(unknown?.questions[0]?.about).toBe("unit");
    expect(await acceptAll(id)).toEqual({ applied: 1, overtaken: 0, left: 0 });
    const { rows } = await listRequests(lead, {});
    expect(rows[0]?.units).toHaveLength(1);
    expect(await approvals()).toEqual([["2024-10-11", null]]);
    expect(await superuser.signature.count({ where: { teamId: lead.teamId } })).toBe(1);
    expect(
      await rowsOf(await read("physionet_agreements", PAGE, { personId: member.personId })),
    ).toHaveLength(1);
    await undoImport(lead, { importId: id });
    expect(await dump()).toBe(before);
  });

  it("of credentialing and of training tell what the person holds", async () => {
    const before = await dump();
    const page = "Your account was successfully credentialed on Jan. 5, 2024, 3:04 p.m.";
    const credential = await read("physionet_credential", page, { personId: member.personId });
    expect((await acceptAll(credential)).applied).toBe(1);
    const training = await read(
      "physionet_training",
      "Active\nCITI Data or Specimens Only Research\tView",
      {
        personId: member.personId,
      },
    );
    await answer(training, { startsOn: day("2024-01-03") });
    expect((await acceptAll(training)).applied).toBe(1);
    const held = await superuser.qualification.findMany({ where: { teamId: lead.teamId } });
    expect(held.map(({ type, step }) => `${type} ${step}`).toSorted()).toEqual([
      "citi_data_only accepted",
      "physionet_credential accepted",
    ]);
    const again = await read("physionet_credential", page, { personId: member.personId });
    expect(await rowsOf(again)).toEqual([]);
    await undoImport(lead, { importId: training });
    await undoImport(lead, { importId: credential });
    expect(await dump()).toBe(before);
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
    const id = await read("ega_permissions", text);
    const page = await getImport(lead, 1);
    expect(page.counts).toMatchObject({ changes: 2, unchanged: 1, refused: 1 });
    const [, bo] = await rowsOf(id);
    await answerRows(lead, { importId: id, rows: [bo?.id ?? ""], choice: { person: "new" } });
    expect((await acceptAll(id)).applied).toBe(2);
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
