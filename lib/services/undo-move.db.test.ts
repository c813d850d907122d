import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { getRequest } from "./requests";
import { sampleMove as move, refusal, sampleDraft, sampleTeams } from "./sample-requests";
import { undoLastMove } from "./undo-move";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

/** A dbGaP project that lies with its committees since 3 October. */
beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  const codes = ["phs000007.c1", "phs000007.c2"];
  await saveDraft(lead, await sampleDraft(superuser, people, codes));
  await move(lead, 1, "submit");
  await move(lead, 1, "file", { answers: { on: "2026-10-01", projectNumber: "12345" } });
  await move(lead, 1, "so_approved", { answers: { on: "2026-10-03" } });
});

async function undo(actor: Member = lead, why = "recorded at the wrong request") {
  const { id, version } = await getRequest(lead, 1);
  return undoLastMove(actor, { commandId: randomUUID(), requestId: id, version, why });
}

const steps = async () => (await getRequest(lead, 1)).items.map((item) => item.step);
const stays = async () => {
  const { id } = await getRequest(lead, 1);
  const rows = await superuser.itemStep.findMany({
    where: { requestId: id },
    orderBy: [{ itemId: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id: _, ...row }) => row);
};
const sentBack = { answers: { on: "2026-10-10", reason: "Say more about the aims" } };

describe("taking back the last move", () => {
  it("puts the items and their stays back as they were, and tells both in the history", async () => {
    const before = await stays();
    const request = await getRequest(lead, 1);
    await move(lead, 1, "reject", { ...sentBack, codes: ["phs000007.c2"] });
    await undo();
    expect(await stays()).toEqual(before);
    const after = await getRequest(lead, 1);
    expect(after.items).toEqual(request.items);
    expect(after).toMatchObject({ status: "in_review", version: request.version + 2 });
    const [undone, moved] = (await listHistory(lead, { requestId: request.id })).filter(
      ({ action }) => action.startsWith("request."),
    );
    expect(moved).toMatchObject({ action: "request.moved", data: { move: "reject" } });
    expect(undone).toMatchObject({
      action: "request.moveUndone",
      data: {
        ...{ label: "Rejected", to: "DAC review", reason: "recorded at the wrong request" },
        units: ["phs000007.c2"],
      },
    });
  });

  it("may be repeated for the move before, and ends where nothing was recorded", async () => {
    await undo();
    expect(await steps()).toEqual(["so_review", "so_review"]);
    await undo();
    const request = await getRequest(lead, 1);
    expect(request).toMatchObject({ status: "draft", submittedOn: null });
    expect(await superuser.cycle.findFirst({ where: { requestId: request.id } })).toMatchObject({
      submittedOn: null,
      filed: [],
    });
    await undo();
    expect(await steps()).toEqual(["draft", "draft"]);
    expect(await refusal(undo())).toMatchObject({ code: "CONFLICT" });
  });

  it("forgets what was sent back, and opens again what a filing had answered", async () => {
    await move(lead, 1, "request_changes", sentBack);
    const { id } = await getRequest(lead, 1);
    const revisions = () => superuser.revision.findMany({ where: { requestId: id } });
    await move(lead, 1, "resubmit", { answers: { on: "2026-10-12" } });
    expect(await revisions()).toMatchObject([{ answeredOn: expect.any(Date) }]);
    await undo();
    expect(await revisions()).toMatchObject([{ answeredOn: null }]);
    expect((await getRequest(lead, 1)).submittedOn).toBe("2026-10-01");
    await undo();
    expect(await revisions()).toEqual([]);
    expect(await steps()).toEqual(["dac_review", "dac_review"]);
  });

  it("opens again the duties that the move closed", async () => {
    const { id } = await getRequest(lead, 1);
    const duty = await superuser.obligation.create({
      data: {
        ...{ teamId: lead.teamId, requestId: id, ownerId: lead.personId, subject: "test" },
        ...{
          kind: "answer",
          what: "Answer",
          dueOn: new Date("2026-12-01"),
          rule: "r",
          source: "s",
        },
      },
    });
    await move(lead, 1, "withdraw", { answers: { on: "2026-10-20" } });
    const state = async () =>
      (await superuser.obligation.findUniqueOrThrow({ where: { id: duty.id } })).state;
    expect(await state()).toBe("not_applicable");
    await undo();
    expect(await state()).toBe("open");
  });

  it("is refused where an approval hangs on the move", async () => {
    const decision = {
      ...{ decidedOn: "2026-11-01", startsOn: "2026-11-01", endsOn: "2027-11-01" },
      documentId: "",
    };
    await move(lead, 1, "approve", { decision });
    expect(await refusal(undo())).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/^An approval hangs on/),
    });
  });

  it("is refused once anything else has changed the request", async () => {
    await move(lead, 1, "request_changes", sentBack);
    const stored = await getRequest(lead, 1);
    await superuser.request.update({
      where: { id: stored.id },
      data: { version: { increment: 1 } },
    });
    expect((await refusal(undo())).message).toMatch(/^Something was changed/);
  });

  it("is for organisers, needs a reason's place in time, and happens once", async () => {
    expect((await refusal(undo(people.member))).code).toBe("FORBIDDEN");
    const { id, version } = await getRequest(lead, 1);
    const input = { commandId: randomUUID(), requestId: id, version, why: "twice" };
    const outcomes = await Promise.all([undoLastMove(lead, input), undoLastMove(lead, input)]);
    expect(outcomes).toEqual([{ version: version + 1 }, { version: version + 1 }]);
    expect(await steps()).toEqual(["so_review", "so_review"]);
    const late = undoLastMove(lead, { ...input, commandId: randomUUID() });
    expect((await refusal(late)).code).toBe("CONFLICT");
    const foreign = undoLastMove(people.stranger, { ...input, commandId: randomUUID() });
    expect((await refusal(foreign)).code).toBe("NOT_FOUND");
  });
});
