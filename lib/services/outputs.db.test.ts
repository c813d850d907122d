import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { addOutput, changeOutput, listOutputs, removeOutput } from "./outputs";
import { getRenewal } from "./renewals";
import { getRequest } from "./requests";
import { sampleReport } from "./sample-renewals";
import {
  sampleMove as move,
  refusal,
  sampleDraft,
  sampleFiling,
  sampleTeams,
} from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;
let requestId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000424.c1"]));
  await sampleFiling(lead, 1, "2025-11-18");
  const decision = { decidedOn: "2025-12-20", startsOn: "2025-12-20", endsOn: "2026-12-20" };
  await move(lead, 1, "approve", { decision: { ...decision, documentId: "" } });
  requestId = (await getRequest(lead, 1)).id;
});

const output = (title = "Genes of age") => ({
  ...{ kind: "publication" as const, title, reference: "10.1000/xyz", on: day("2026-05-03") },
  requestIds: [requestId],
});
const log = (title?: string) => addOutput(lead, { commandId: randomUUID(), output: output(title) });
const reported = async () => (await listOutputs(lead)).map(({ uses }) => uses[0]?.reportedIn);

describe("an output", () => {
  it("is logged once, however often it is sent", async () => {
    const commandId = randomUUID();
    const send = () => addOutput(lead, { commandId, output: output() });
    expect(await send()).toEqual(await send());
    expect(await listOutputs(lead)).toMatchObject([
      { title: "Genes of age", uses: [{ number: 1, reportedIn: null }], version: 1 },
    ]);
  });

  it("is corrected by whoever saw its newest version", async () => {
    const { id } = await log();
    await changeOutput(lead, { id, version: 1, output: output("Genes of old age") });
    const late = changeOutput(lead, { id, version: 1, output: output("Late") });
    expect(await refusal(late)).toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { title: "Genes of old age", version: 2 } } },
    });
  });

  it("is out already, and rests on a request of the team", async () => {
    const to = (change: object) =>
      addOutput(lead, { commandId: randomUUID(), output: { ...output(), ...change } });
    expect(await refusal(to({ on: day("2027-01-01") }))).toMatchObject({ code: "INVALID" });
    expect(await refusal(to({ requestIds: [randomUUID()] }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is recorded by those who work, and read by all", async () => {
    await log();
    expect(await listOutputs(people.viewer)).toHaveLength(1);
    const writing = addOutput(people.viewer, { commandId: randomUUID(), output: output() });
    expect(await refusal(writing)).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a progress report", () => {
  const begin = () => move(lead, 1, "begin_renewal");
  const file = () => move(lead, 1, "file_renewal", { answers: { on: "2026-11-10" } });

  it("proposes what was logged since the last one, as its first text", async () => {
    const { id } = await log();
    await begin();
    const { report, isSaved } = await getRenewal(lead, 1);
    expect(isSaved).toBe(false);
    expect(report).toEqual({
      answers: { publications: "Genes of age (3 May 2026). 10.1000/xyz" },
      told: [id],
    });
  });

  it("tells an output once the renewal is filed, and no longer when it is given up", async () => {
    await log();
    await begin();
    await sampleReport(lead, 1);
    expect(await reported()).toEqual([null]);
    await file();
    expect(await reported()).toEqual([2]);
    await move(lead, 1, "withdraw_renewal", { answers: { on: "2026-11-11" } });
    expect(await reported()).toEqual([null]);
  });

  it("leaves out what was ticked out, for the next one to tell", async () => {
    await log("Told");
    const { id: left } = await log("Left for later");
    await begin();
    const { tellable } = await getRenewal(lead, 1);
    await sampleReport(lead, 1, { told: tellable.flatMap(({ id }) => (id === left ? [] : id)) });
    await file();
    const lines = await listOutputs(lead);
    expect(lines.find(({ id }) => id === left)?.uses[0]?.reportedIn).toBeNull();
    expect(lines.find(({ id }) => id !== left)?.uses[0]?.reportedIn).toBe(2);
  });

  it("keeps what it told: an output that an archive knows of is not removed", async () => {
    const { id } = await log();
    await begin();
    await sampleReport(lead, 1);
    await file();
    expect(await refusal(removeOutput(lead, { id, version: 1 }))).toMatchObject({
      code: "CONFLICT",
    });
    expect(await listOutputs(lead)).toHaveLength(1);
  });
});

it("an output that was logged by mistake is removed, with its title in the history", async () => {
  const { id } = await log();
  await removeOutput(lead, { id, version: 1 });
  expect(await listOutputs(lead)).toEqual([]);
  const [line] = await superuser.event.findMany({
    where: { teamId: lead.teamId, action: "output.removed" },
  });
  expect(line?.data).toEqual({ name: "Genes of age" });
});
