import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import type { Member } from "../team/actor";
import { getDashboard } from "./dashboard";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { moveRequest } from "./moves";
import { getRequest } from "./requests";
import {
  sampleMove as move,
  refusal,
  sampleDraft,
  sampleFiling,
  sampleTeams,
} from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;
let stranger: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 25 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer, stranger } = await sampleTeams(superuser));
});

const draft = (codes: string[], change?: Partial<Draft>) =>
  sampleDraft(superuser, { member, lead, colleague }, codes, change);

const DECISION = {
  decidedOn: "2026-11-20",
  startsOn: "2026-11-20",
  endsOn: "2027-11-20",
  documentId: "",
};

describe("a move", () => {
  it("to submit needs a complete form and says what is missing", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"], { answers: {} }));
    const error = await refusal(move(lead, 1, "submit"));
    expect(error.code).toBe("INVALID");
    expect((error.options.details as { missing: unknown[] }).missing.length).toBeGreaterThan(5);
  });

  it("keeps the answers to its own questions, and nothing else that was sent along", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"]));
    await move(lead, 1, "submit", { answers: { noSuchQuestion: "\u0000" } });
    await move(lead, 1, "file", {
      answers: { on: " 2026-11-18 ", projectNumber: "12345", other: "\u202e" },
    });
    const { id } = await getRequest(lead, 1);
    const [filed, submitted] = await listHistory(lead, { requestId: id });
    expect(submitted?.data).toMatchObject({ answers: {} });
    expect(filed?.data).toMatchObject({ answers: { on: "2026-11-18", projectNumber: "12345" } });
    expect(JSON.stringify([filed, submitted])).not.toMatch(/noSuchQuestion|other/);
  });

  it("takes a dbGaP project to two outcomes, with grant, duty and history in one go", async () => {
    await saveDraft(lead, await draft(["phs000007.c1", "phs000007.c2"]));
    await sampleFiling(lead, 1, "2026-11-18");
    await move(lead, 1, "reject", {
      answers: { on: "2026-11-18", reason: "not fitting" },
      codes: ["phs000007.c2"],
    });
    await move(lead, 1, "approve", { decision: DECISION, codes: ["phs000007.c1"] });
    const request = await getRequest(viewer, 1);
    expect(request.archiveNumber).toBe("12345");
    expect(request.submittedOn).toBe("2026-11-18");
    expect(request.items.map((item) => [item.unit.code, item.step])).toEqual([
      ["phs000007.c1", "approved"],
      ["phs000007.c2", "rejected"],
    ]);
    expect(request.items[0]?.grants).toMatchObject([
      { startsOn: "2026-11-20", endsOn: "2027-11-20" },
    ]);
    expect(request.obligations.find(({ kind }) => kind === "dbgap_renewal")).toMatchObject({
      dueOn: "2027-11-20",
    });
    const actions = (await listHistory(lead, { requestId: request.id })).map((line) => line.action);
    expect(actions).toContain("grant.recorded");
    expect(actions.filter((action) => action === "request.moved")).toHaveLength(5);
    const { endsNext } = await getDashboard(viewer);
    expect(endsNext).toMatchObject([{ number: 1, endsOn: "2027-11-20" }]);
  });

  it("approves one person of a PhysioNet request and leaves the other", async () => {
    const both = await draft(["hirid/1.1.1"], { personIds: [member.personId, lead.personId] });
    const [unit = ""] = both.unitIds;
    const [answers] = Object.values(both.itemAnswers);
    both.itemAnswers[itemKey({ unitId: unit, personId: lead.personId })] = answers ?? {};
    await saveDraft(lead, both);
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-11-18" } });
    const request = await getRequest(lead, 1);
    const hers = request.items.find((item) => item.person?.id === member.personId);
    await moveRequest(lead, {
      commandId: randomUUID(),
      requestId: request.id,
      version: request.version,
      move: "accept",
      itemIds: [hers?.id ?? ""],
      answers: { durationDays: "0" },
      decision: { ...DECISION, endsOn: "" },
    });
    const after = await getRequest(lead, 1);
    expect(after.items.map((item) => item.step).sort()).toEqual(["accepted", "pending"]);
    // Only the reviewer is to be asked where nothing is heard of the other one.
    expect(after.obligations.map(({ kind }) => kind)).toEqual(["review_silence"]);
  });

  it.each([
    ["a decision on 30 February", { ...DECISION, decidedOn: "2026-02-30" }, "decidedOn"],
    ["a decision that lies ahead", { ...DECISION, decidedOn: "2026-12-24" }, "decidedOn"],
    ["an end before the start", { ...DECISION, endsOn: "2026-11-19" }, "endsOn"],
    ["a start years after the decision", { ...DECISION, startsOn: "2029-01-01" }, "startsOn"],
    ["an end in a hundred years", { ...DECISION, endsOn: "2126-11-20" }, "endsOn"],
  ])("refuses %s at the field and changes nothing", async (_name, decision, field) => {
    await saveDraft(lead, await draft(["EGAD00001002886"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-11-18" } });
    const error = await refusal(move(lead, 1, "grant", { decision }));
    expect(error).toMatchObject({ code: "INVALID", options: { field } });
    expect((await getRequest(lead, 1)).items[0]?.step).toBe("submitted");
  });

  it("sent 20 times by one form happens once, and each answer is the same", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"]));
    const { id, version } = await getRequest(lead, 1);
    const input = {
      commandId: randomUUID(),
      requestId: id,
      version,
      move: "submit",
      itemIds: [],
      answers: {},
    };
    const results = await Promise.all(Array.from({ length: 20 }, () => moveRequest(lead, input)));
    expect(new Set(results.map((result) => result.version))).toEqual(new Set([2]));
    const lines = await listHistory(lead, { requestId: id });
    expect(lines.filter((line) => line.action === "request.moved")).toHaveLength(1);
  });

  it("at HiRID must end when the days granted end", async () => {
    await saveDraft(lead, await draft(["hirid/1.1.1"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-10-01" } });
    const wrong = { answers: { durationDays: "14" }, decision: { ...DECISION, endsOn: "" } };
    expect(await refusal(move(lead, 1, "accept", wrong))).toMatchObject({
      message: "14 days from the decision end on 4 Dec 2026; correct the days or the end.",
      options: { field: "endsOn" },
    });
    await move(lead, 1, "accept", { ...wrong, decision: { ...DECISION, endsOn: "2026-12-04" } });
    expect((await getRequest(lead, 1)).obligations).toMatchObject([{ dueOn: "2026-12-04" }]);
  });

  it("may be entered long after it happened, but not before the step that went before", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2025-03-01", projectNumber: "12345" } });
    const early = move(lead, 1, "so_approved", { answers: { on: "2025-02-28" } });
    expect(await refusal(early)).toMatchObject({ code: "INVALID", options: { field: "on" } });
    await move(lead, 1, "so_approved", { answers: { on: "2025-03-20" } });
    expect((await getRequest(lead, 1)).items[0]?.stepSince).toBe("2025-03-20");
  });

  it("cannot approve before the day on which the request was handed in", async () => {
    await saveDraft(lead, await draft(["EGAD00001002886"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-11-21" } });
    expect(await refusal(move(lead, 1, "grant", { decision: DECISION }))).toMatchObject({
      code: "INVALID",
      options: { field: "decidedOn" },
    });
  });

  it("keeps a copy of what was handed in, each time", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-10-01", projectNumber: "12345" } });
    await move(lead, 1, "so_returned", { answers: { on: "2026-10-02", reason: "Say more" } });
    await move(lead, 1, "resubmit", { answers: { on: "2026-10-05" } });
    const { id } = await getRequest(lead, 1);
    const cycle = await superuser.cycle.findFirstOrThrow({ where: { requestId: id } });
    expect(cycle.filed).toMatchObject([{ on: "2026-10-01" }, { on: "2026-10-05" }]);
  });

  it("keeps the name of the paper that goes with it, and takes none of another team", async () => {
    await saveDraft(lead, await draft(["phs000424.c1"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-10-01", projectNumber: "12345" } });
    const { id: requestId } = await getRequest(lead, 1);
    const document = (actor: Member, request: string | null) =>
      superuser.document.create({
        data: {
          ...{ id: randomUUID(), teamId: actor.teamId, requestId: request, name: "mail.pdf" },
          ...{ type: "application/pdf", size: 1, sha256: "0".repeat(64), uploadedBy: actor.name },
          createdAt: actor.now,
        },
      });
    const ours = await document(lead, requestId);
    const theirs = await document(stranger, null);
    const answers = { on: "2026-10-02", reason: "Say more" };
    const returned = (documentId: string) => move(lead, 1, "so_returned", { answers, documentId });
    expect((await refusal(returned(theirs.id))).code).toBe("NOT_FOUND");
    await returned(ours.id);
    const [line] = await listHistory(lead, { requestId });
    expect(line?.data).toMatchObject({ move: "so_returned", paper: "mail.pdf" });
  });

  it("to record an approval at dbGaP is for lead and coordinator", async () => {
    await saveDraft(member, await draft(["phs000424.c1"]));
    await move(member, 1, "submit");
    await move(member, 1, "file", { answers: { on: "2026-11-18", projectNumber: "1" } });
    await move(member, 1, "so_approved", { answers: { on: "2026-11-18" } });
    expect((await refusal(move(member, 1, "approve", { decision: DECISION }))).code).toBe(
      "FORBIDDEN",
    );
    expect(
      (await refusal(move(viewer, 1, "withdraw", { answers: { on: "2026-11-18" } }))).code,
    ).toBe("FORBIDDEN");
    const { id, version, items } = await getRequest(lead, 1);
    const foreign = moveRequest(stranger, {
      commandId: randomUUID(),
      requestId: id,
      version,
      move: "withdraw",
      itemIds: items.map((item) => item.id),
      answers: { on: "2026-11-18" },
    });
    expect((await refusal(foreign)).code).toBe("NOT_FOUND");
  });
});
