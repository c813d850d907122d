import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { cancelCloseOut, getCloseOut, recordCloseOutStep, startCloseOut } from "./close-out";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { getRequest } from "./requests";
import {
  later,
  sampleCloseOut,
  sampleCopy,
  sampleDestruction,
  sampleStart,
  sampleSteps,
} from "./sample-closing";
import { refusal, sampleDraft, sampleMove, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;

const TODAY = day("2026-11-22");
const DECISION = { decidedOn: TODAY, startsOn: TODAY, endsOn: "2027-11-22", documentId: "" };
const ON = { answers: { on: TODAY } };

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 25 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer } = await sampleTeams(superuser));
});

async function write(codes: string[]) {
  await saveDraft(lead, await sampleDraft(superuser, { member, lead, colleague }, codes));
  await sampleMove(lead, 1, "submit");
}

async function project(codes = ["phs000007.c1"]) {
  await write(codes);
  await sampleMove(lead, 1, "file", { answers: { on: TODAY, projectNumber: "12345" } });
  await sampleMove(lead, 1, "so_approved", ON);
  await sampleMove(lead, 1, "approve", { decision: DECISION });
}

async function application() {
  await write(["EGAD00010001561", "EGAD00010001562"]);
  await sampleMove(lead, 1, "file", ON);
  await sampleMove(lead, 1, "grant", { decision: DECISION });
}

const view = async () => getCloseOut(viewer, (await getRequest(viewer, 1)).id);
const stepsOf = async () => (await getRequest(viewer, 1)).items.map(({ step }) => step);

async function next(
  step: string,
  answers: Record<string, string>,
  documentId: string | null = null,
) {
  const { open } = await view();
  const { id, version } = open ?? expect.fail();
  return recordCloseOutStep(lead, {
    commandId: randomUUID(),
    id,
    version,
    step,
    answers,
    documentId,
  });
}

describe("a dbGaP project", () => {
  it("is closed in dbGaP's order, and its approvals end with the last step", async () => {
    await project();
    await sampleCopy(lead, 1);
    await sampleStart(member, 1);
    expect(await view()).toMatchObject({ open: { reason: "completed", steps: [] }, refusal: null });
    await sampleSteps(member, 1, { until: "final_report" });
    expect(await stepsOf()).toEqual(["approved"]);
    await sampleDestruction(member, 1);
    await sampleSteps(member, 1, { until: "submission" });
    expect(await stepsOf()).toEqual(["closeout_submitted"]);
    expect(await sampleSteps(member, 1)).not.toBeNull();
    expect(await stepsOf()).toEqual(["closed"]);
    const request = await getRequest(viewer, 1);
    expect(request.status).toBe("closed");
    expect(request.items[0]?.grants).toMatchObject([{ endedOn: TODAY, endedBy: "closed" }]);
    expect(request.obligations).toEqual([]);
    const { open, past } = await view();
    expect([open, past]).toMatchObject([null, [{ completedOn: TODAY, steps: { length: 5 } }]]);
    const actions = (await listHistory(lead, { requestId: request.id })).map(
      ({ action }) => action,
    );
    expect(actions.filter((action) => action === "closeOut.stepRecorded")).toHaveLength(5);
    expect(actions).toEqual(expect.arrayContaining(["closeOut.completed", "certificate.issued"]));
  });

  it("takes no step before its turn, whatever page it comes from", async () => {
    await project();
    const direct = await refusal(sampleMove(lead, 1, "start_close_out", ON));
    expect([direct.code, direct.message]).toEqual([
      "CONFLICT",
      expect.stringContaining("begin it"),
    ]);
    await sampleStart(lead, 1);
    const early = await refusal(next("destruction", { on: TODAY }));
    expect(early).toMatchObject({ code: "CONFLICT" });
    expect(early.message).toContain("“Outputs are listed”");
    const moved = await refusal(sampleMove(lead, 1, "start_close_out", ON));
    expect(moved.message).toContain("“Outputs are listed”");
    expect(await stepsOf()).toEqual(["approved"]);
  });

  it("is refused while a copy is open, and names the copies; a model counts", async () => {
    await project();
    const raw = await sampleCopy(lead, 1);
    await sampleCopy(lead, 1, { kind: "model", what: "Weights", place: "gpu1", madeOfId: raw });
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "final_report" });
    const error = await refusal(next("destruction", { on: TODAY }));
    expect(error.code).toBe("CONFLICT");
    expect(error.message).toContain("“BAM files” (/data/bam) and “Weights” (gpu1)");
    expect(error.options.details).toMatchObject({ copies: [{ what: "BAM files" }, {}] });
    await sampleDestruction(lead, 1);
    await sampleSteps(lead, 1, { until: "submission" });
    // One that turns up in between stops the end.
    await sampleCopy(lead, 1, { what: "Old disk" });
    expect((await refusal(sampleSteps(lead, 1))).message).toContain("“Old disk”");
    expect(await stepsOf()).toEqual(["closeout_submitted"]);
  });

  it("is refused while anything made of its copies is open, wherever that is registered", async () => {
    await project();
    const raw = await sampleCopy(lead, 1);
    await sampleDestruction(lead, 1);
    const elsewhere = { requestId: null, madeOfId: raw };
    const weights = { ...elsewhere, kind: "model", what: "Weights", place: "gpu1" } as const;
    const distilled = { requestId: null, kind: "model", what: "Distilled", place: "gpu2" } as const;
    await sampleCopy(lead, 1, { ...distilled, madeOfId: await sampleCopy(lead, 1, weights) });
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "final_report" });
    const error = await refusal(next("destruction", { on: TODAY }));
    expect(error.message).toContain("“Weights” (gpu1) and “Distilled” (gpu2)");
    expect((await view()).copies.map(({ what }) => what)).toEqual([
      ...["BAM files", "Weights", "Distilled"],
    ]);
  });

  it("is refused while a copy of its data is open whose request nobody named", async () => {
    await project();
    await sampleCopy(lead, 1, { requestId: null, what: "Old disk" });
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "final_report" });
    expect((await refusal(next("destruction", { on: TODAY }))).message).toContain("“Old disk”");
  });

  it("needs each step's evidence", async () => {
    await project();
    await sampleStart(lead, 1);
    const fieldOf = async (work: Promise<unknown>) => (await refusal(work)).options.field;
    expect(await fieldOf(next("outputs", { on: TODAY }))).toBe("answers.note");
    await next("outputs", { on: TODAY, note: "Nothing came of it" });
    expect(await fieldOf(next("final_report", { on: TODAY, use: "Sepsis" }))).toBe(
      "answers.violations",
    );
    await sampleSteps(lead, 1, { until: "destruction" });
    expect(await fieldOf(next("submission", { on: "2026-11-21" }))).toBe("answers.on");
    await next("submission", { on: TODAY });
    expect(await fieldOf(next("confirmation", { on: TODAY, official: "Zoë" }))).toBe("documentId");
    expect(await stepsOf()).toEqual(["closeout_submitted"]);
  });

  it("can be renewed instead until dbGaP was told", async () => {
    await project();
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "destruction" });
    const before = (await view()).open ?? expect.fail();
    const { id, version } = before;
    expect((await getRequest(lead, 1)).obligations.map(({ kind }) => kind)).toContain(
      "dbgap_closing",
    );
    await cancelCloseOut(lead, { id, version, why: "We go on" });
    expect(await view()).toMatchObject({
      open: null,
      past: [{ cancelledOn: TODAY }],
      refusal: null,
    });
    expect((await getRequest(lead, 1)).obligations.map(({ kind }) => kind)).not.toContain(
      "dbgap_closing",
    );
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "submission" });
    const told = (await view()).open ?? expect.fail();
    const late = cancelCloseOut(lead, { id: told.id, version: told.version, why: "We go on" });
    expect((await refusal(late)).message).toContain("no way back");
  });

  it("is begun once, by who may, where an approval stands", async () => {
    await write(["phs000007.c1"]);
    expect((await refusal(sampleStart(lead, 1))).message).toContain("no approval");
    expect((await view()).refusal).toContain("no approval");
  });

  it("is begun and taken further by one of many who try at once", async () => {
    await project();
    expect(await refusal(sampleStart(viewer, 1))).toMatchObject({ code: "FORBIDDEN" });
    const { id: requestId } = await getRequest(lead, 1);
    const start = () =>
      startCloseOut(lead, { commandId: randomUUID(), requestId, reason: "moved", note: "" });
    const started = await Promise.allSettled(Array.from({ length: 8 }, start));
    expect(started.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id, version } = (await view()).open ?? expect.fail();
    const step = () =>
      recordCloseOutStep(lead, {
        ...{ commandId: randomUUID(), id, version, step: "outputs", documentId: null },
        answers: { on: TODAY, note: "None" },
      });
    const taken = await Promise.allSettled(Array.from({ length: 8 }, step));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await view()).open?.steps).toHaveLength(1);
  });
});

describe("an EGA application", () => {
  it("is closed with the statement to the committee", async () => {
    await application();
    await sampleCopy(lead, 1);
    expect(await sampleCloseOut(later(lead, 3), 1)).toBeTruthy();
    expect(await stepsOf()).toEqual(["closed", "closed"]);
  });

  it("lets one data set go alone, once no copy holds it", async () => {
    await application();
    const [one, other] = (await getRequest(lead, 1)).items.map(({ unitId }) => unitId);
    await sampleCopy(lead, 1, { unitIds: [one ?? ""], what: "The one" });
    await sampleCopy(lead, 1, { unitIds: [other ?? ""], what: "The other" });
    const close = () => sampleMove(lead, 1, "close", { ...ON, codes: ["EGAD00010001561"] });
    const error = await refusal(close());
    expect(error.message).toContain("The one");
    expect(error.message).not.toContain("The other");
    const [copy] = (await view()).copies;
    await superuser.dataCopy.updateMany({
      where: { id: copy?.id ?? "" },
      data: { destroyedOn: new Date(TODAY), method: "Overwritten", destroyedById: lead.personId },
    });
    await close();
    expect(await stepsOf()).toEqual(["closed", "granted"]);
    const last = await refusal(sampleMove(lead, 1, "close", { ...ON, codes: ["EGAD00010001562"] }));
    expect(last.message).toContain("end of a close-out");
  });

  it("lets no data set go alone while what was made of its copy is open", async () => {
    await application();
    const [one, other] = (await getRequest(lead, 1)).items.map(({ unitId }) => unitId);
    const raw = await sampleCopy(lead, 1, { unitIds: [one ?? ""], what: "The one" });
    await sampleDestruction(lead, 1);
    const made = { kind: "derivative", what: "Joined table", madeOfId: raw } as const;
    await sampleCopy(lead, 1, { ...made, unitIds: [other ?? ""] });
    const close = sampleMove(lead, 1, "close", { ...ON, codes: ["EGAD00010001561"] });
    expect((await refusal(close)).message).toContain("Joined table");
  });

  it("may keep an archival copy where somebody says what demands it", async () => {
    await application();
    await sampleCopy(lead, 1, { kind: "archival", what: "Audit copy" });
    await sampleStart(lead, 1);
    await sampleSteps(lead, 1, { until: "outputs" });
    const silent = await refusal(next("destruction", { on: TODAY }));
    expect(silent.options.field).toBe("answers.archival");
    await next("destruction", { on: TODAY, archival: "Good clinical practice, ten years" });
    expect(await sampleSteps(lead, 1)).toBeTruthy();
  });
});

describe("a PhysioNet request", () => {
  it("is ended without telling anybody, once no copy is left", async () => {
    await write(["mimiciv/3.1"]);
    await sampleMove(lead, 1, "already_met", ON);
    await sampleMove(lead, 1, "sign", { decision: { ...DECISION, endsOn: "" } });
    await sampleCopy(lead, 1);
    await sampleStart(lead, 1);
    expect((await refusal(sampleSteps(lead, 1))).message).toContain("“BAM files”");
    expect((await getRequest(lead, 1)).obligations).toEqual([]);
    await sampleDestruction(lead, 1);
    expect(await sampleSteps(lead, 1)).toBeTruthy();
    expect(await stepsOf()).toEqual(["closed"]);
  });
});
