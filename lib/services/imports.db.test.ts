import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { type SampleDar, sampleReport } from "../imports/sample-report";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { REQUEST_LIST } from "../lists/requests";
import type { Member } from "../team/actor";
import { verifyChain } from "./audit";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { answerRows } from "./import-answers";
import { applyImport } from "./import-apply";
import { undoImport } from "./import-undo";
import { decideRows, dropImport, getImport } from "./imports";
import { listRequests } from "./request-list";
import { getRequest } from "./requests";
import { sampleImporting } from "./sample-importing";
import { sampleMove as move, refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let on: ReturnType<typeof sampleImporting>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member } = await sampleTeams(superuser));
  on = sampleImporting(superuser, lead);
});

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
    const before = await on.dump();
    const id = await on.read("dbgap_report", sampleReport(12345, [GTEX]));
    expect(await on.dump()).toBe(before);
    const [row] = await on.rowsOf(id);
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
    const id = await on.read("dbgap_report", text);
    const [row] = await on.rowsOf(id);
    const early = await refusal(
      decideRows(lead, { importId: id, rows: [row?.id ?? ""], decision: "accept" }),
    );
    expect(early.message).toMatch(/answer what is asked/);
    await on.answer(id, { decidedOn: day("2026-11-02") });
    expect(await on.acceptAll(id)).toEqual({ applied: 1, overtaken: 0, left: 0 });
    const request = await getRequest(lead, number);
    expect(request.items[0]).toMatchObject({ step: "approved", archiveNumber: "100001-1" });
    expect(await on.approvals()).toEqual([["2026-11-02", "2027-11-02"]]);
    expect((await getImport(lead, 1)).state).toBe("applied");
    const history = await listHistory(lead, { requestId: request.id });
    expect(history.find(({ action }) => action === "import.placed")?.data).toMatchObject({
      name: "dbGaP project report, import 1",
      units: ["phs000424.c1"],
    });

    // The approval was written down, then seen to stand: that is all that is left to note.
    const again = await on.read("dbgap_report", text);
    expect(await on.rowsOf(again)).toEqual([]);
    await on.acceptAll(again);
    const third = await on.read("dbgap_report", text);
    expect(await getImport(lead, 3)).toMatchObject({ toApply: 0, counts: { unchanged: 1 } });
    const before = await on.dump();
    expect(await on.acceptAll(third)).toEqual({ applied: 0, overtaken: 0, left: 0 });
    expect(await on.dump()).toBe(before);
  });

  it("makes the project, its requests and a unit that nobody knew, and takes all of it back", async () => {
    await superuser.accessUnit.findFirstOrThrow({ where: { code: "phs000424.c1" } });
    const before = await on.dump();
    const text = sampleReport(77001, [
      GTEX,
      FRAMINGHAM,
      { phs: "phs999001", group: 2, dar: 100003, status: "approved", consent: "HMB-IRB" },
    ]);
    const id = await on.read("dbgap_report", text);
    const [, , own] = await on.rowsOf(id);
    expect(own?.questions[0]?.options[0]?.value).toBe("own:phs999001.c2");
    await answerRows(lead, {
      importId: id,
      rows: [own?.id ?? ""],
      choice: { ownUnit: "phs999001.c2" },
    });
    await on.answer(id, { decidedOn: day("2026-03-02") });
    expect(await on.acceptAll(id)).toEqual({ applied: 3, overtaken: 0, left: 0 });
    const { rows } = await listRequests(lead, readView(REQUEST_LIST, {}));
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
    expect(await on.dump()).toBe(before);
    expect((await verifyChain(lead)).broken).toBeUndefined();
  });

  it("restores what was there to the byte", async () => {
    await fileProject(["phs000424.c1", "phs000007.c1"]);
    const before = await on.dump();
    const text = sampleReport(12345, [GTEX, { ...FRAMINGHAM, status: "rejected" }]);
    const id = await on.read("dbgap_report", text);
    await on.answer(id, { decidedOn: day("2026-11-02") });
    expect((await on.acceptAll(id)).applied).toBe(2);
    expect(await on.dump()).not.toBe(before);
    expect(await undoImport(lead, { importId: id })).toMatchObject({ undone: 2, kept: 0 });
    expect(await on.dump()).toBe(before);
    expect((await on.rowsOf(id)).map(({ state }) => state)).toEqual(["undone", "undone"]);
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
    const id = await on.read("dbgap_report", text);
    const rows = await on.rowsOf(id);
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
    expect((await on.rowsOf(id)).map(({ state }) => state)).toEqual([
      "applied",
      "applied",
      "declined",
    ]);
  });

  it("leaves a row alone that somebody has moved since it was shown", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await on.read(
      "dbgap_report",
      sampleReport(12345, [{ ...GTEX, status: "rejected" }]),
    );
    await decideRows(lead, { importId: id, rows: "all", decision: "accept" });
    await move(lead, number, "so_approved", { answers: { on: "2026-11-20" } });
    expect(await applyImport(lead, { importId: id })).toEqual({
      applied: 0,
      overtaken: 1,
      left: 0,
    });
    const [row] = await on.rowsOf(id);
    expect(row).toMatchObject({ state: "overtaken" });
    expect(row?.reason).toMatch(/changed after/);
    expect((await getRequest(lead, number)).items[0]?.step).toBe("dac_review");
  });

  it("keeps, when taken back, what somebody has changed since, and says which", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await on.read(
      "dbgap_report",
      sampleReport(12345, [{ ...GTEX, status: "new" }, FRAMINGHAM]),
    );
    const [, other] = await on.rowsOf(id);
    expect(other?.fields.map(({ field }) => field)).toContain("item");
    await on.answer(id, { decidedOn: day("2026-11-02") });
    await on.acceptAll(id);
    await move(lead, number, "so_approved", {
      answers: { on: "2026-11-20" },
      codes: ["phs000424.c1"],
    });
    expect(await undoImport(lead, { importId: id })).toMatchObject({ undone: 0, kept: 2 });
    const rows = await on.rowsOf(id);
    expect(rows.every(({ reason }) => /changed or used since/.test(reason))).toBe(true);
  });

  it("is applied once by two who press at the same moment", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const id = await on.read(
      "dbgap_report",
      sampleReport(12345, [{ ...GTEX, status: "rejected" }]),
    );
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

  it("is never applied after it was taken back or put away, whoever is faster", async () => {
    await fileProject(["phs000424.c1", "phs000007.c1"]);
    const rejected = { ...FRAMINGHAM, status: "rejected" };
    const id = await on.read(
      "dbgap_report",
      sampleReport(12345, [{ ...GTEX, status: "rejected" }, rejected]),
    );
    await decideRows(lead, { importId: id, rows: "all", decision: "accept" });
    await Promise.allSettled([
      applyImport(lead, { importId: id }),
      dropImport(colleague, { importId: id }),
      undoImport(lead, { importId: id }),
      applyImport(colleague, { importId: id }),
    ]);
    const { state, applied } = await getImport(lead, 1);
    expect(state === "applied" || applied === 0, `${state}, ${applied} applied`).toBe(true);
  });

  it("finds a request whose data set has left the catalogue since", async () => {
    const number = await fileProject(["phs000424.c1"]);
    const retire = (retiredAt: Date | null) =>
      superuser.accessUnit.updateMany({ where: { code: "phs000424.c1" }, data: { retiredAt } });
    await retire(new Date("2026-11-01T00:00:00Z"));
    const text = sampleReport(12345, [{ ...GTEX, status: "rejected" }]);
    const rows = await on.rowsOf(await on.read("dbgap_report", text));
    await retire(null);
    expect(rows).toMatchObject([{ questions: [], request: { number } }]);
  });
});
