import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayFromColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { sampleReport as reportText } from "../imports/sample-report";
import type { RecordIncident } from "../incidents/forms";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { snoozeDuty } from "./duty-attention";
import { handOverRequest } from "./hand-over";
import { undoImport } from "./import-undo";
import { recordIncident } from "./incidents";
import { addOutput } from "./outputs";
import { recordQualification } from "./qualifications";
import { reconcileDuties } from "./reconcile";
import { getRequest } from "./requests";
import { agreementFields, sampleAgreement, unitIds } from "./sample-agreements";
import { amendmentStory } from "./sample-amendments";
import { sampleCloseOut } from "./sample-closing";
import { departureStory } from "./sample-departure";
import { sampleImporting } from "./sample-importing";
import { recorded } from "./sample-qualifications";
import { sampleRenewal } from "./sample-renewals";
import { sampleMove as move, sampleDraft, sampleFiling, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { recordSignature } from "./signatures";

const JOB = { kind: "job", name: "reconcile_duties", now: SAMPLE_NOW } as const;
const TODAY = day("2026-11-22");

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await loadCatalogue(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  await recompute();
});

const recompute = (teamId = lead.teamId) => reconcileDuties(JOB, { teamId });
/** Whatever a service did, there is nothing left for the night. */
const expectNothingLeft = async (teamId?: string) =>
  expect((await recompute(teamId)).changed).toEqual([]);
const duties = (kind: string) =>
  superuser.obligation.findMany({
    where: { teamId: lead.teamId, kind },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
const open = async (kind: string) =>
  (await duties(kind))
    .filter(({ state }) => state === "open")
    .map(({ dueOn }) => dayFromColumn(dueOn));

async function project(codes = ["phs000424.c1"]) {
  await saveDraft(lead, await sampleDraft(superuser, people, codes));
  await sampleFiling(lead, 1, "2025-11-18");
  const decision = { decidedOn: "2025-12-20", startsOn: "2025-12-20", endsOn: "2026-12-20" };
  await move(lead, 1, "approve", { decision: { ...decision, documentId: "" } });
  return getRequest(lead, 1);
}

async function application() {
  const codes = ["EGAD00010001561", "EGAD00010001562"];
  await saveDraft(lead, await sampleDraft(superuser, people, codes));
  await move(lead, 1, "submit");
  await move(lead, 1, "file", { answers: { on: TODAY } });
  const decision = { decidedOn: TODAY, startsOn: TODAY, endsOn: "2027-11-22", documentId: "" };
  await move(lead, 1, "grant", { decision });
  return getRequest(lead, 1);
}

async function paper(requestId: string, endsOn: string) {
  const days = { startsOn: "2026-01-31", endsOn, reference: "IRB 7" };
  const about = { type: "ethics_approval", step: "approved", requestId };
  await recordQualification(lead, recorded(null, about, days));
}

describe("the night finds nothing left", () => {
  it("after a renewal was filed, given up, filed again and approved", async () => {
    await project();
    await sampleRenewal(lead, 1, "2026-11-10");
    await expectNothingLeft();
    await move(lead, 1, "withdraw_renewal", { answers: { on: "2026-11-11" } });
    expect(await open("dbgap_renewal")).toEqual(["2026-12-20"]);
    await expectNothingLeft();
    await sampleRenewal(lead, 1, "2026-11-12");
    const decision = { decidedOn: "2026-11-20", startsOn: "2026-11-20", endsOn: "2027-11-20" };
    await move(lead, 1, "approve", { decision: { ...decision, documentId: "" } });
    expect(await open("dbgap_renewal")).toEqual(["2027-11-20"]);
    await expectNothingLeft();
  });

  it("after a close-out, which ends what papers and outputs of the request asked, for good", async () => {
    const { id: requestId } = await application();
    await paper(requestId, "2027-01-31");
    const output = { kind: "publication" as const, title: "Genes", reference: "", on: TODAY };
    await addOutput(lead, {
      commandId: randomUUID(),
      output: { ...output, requestIds: [requestId] },
    });
    expect(await open("acknowledge_output")).toEqual(["2026-12-22"]);
    expect(await open("ethics_approval_end")).toEqual(["2027-01-31"]);
    await sampleCloseOut(lead, 1);
    const ended = [
      ...(await duties("acknowledge_output")),
      ...(await duties("ethics_approval_end")),
    ];
    expect(ended.map(({ state }) => state)).toEqual(["not_applicable", "not_applicable"]);
    const subjectId = { in: ended.map(({ id }) => id) };
    const lines = await superuser.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } });
    // None was closed and opened again on the way.
    expect(lines.map(({ action }) => action).toSorted()).toEqual(
      ["closed", "closed", "opened", "opened"].map((verb) => `obligation.${verb}`),
    );
    await expectNothingLeft();
  });

  it("after a request was handed over, with what its agreement asks", async () => {
    const { id: requestId, version } = await application();
    const units = await unitIds(superuser, "EGAD00010001561");
    const { id } = await sampleAgreement(lead, agreementFields(units, { reportMonths: "12" }));
    await superuser.agreement.update({ where: { id }, data: { requestId } });
    await superuser.obligation.deleteMany({ where: { agreementId: id } });
    await recompute();
    const to = people.colleague.personId;
    await handOverRequest(lead, { requestId, version, toPersonId: to });
    expect((await duties("agreement_end")).map(({ ownerId }) => ownerId)).toEqual([to]);
    await expectNothingLeft();
  });

  it("after somebody signed, and after an incident", async () => {
    const { id: requestId, items } = await project();
    const { id: agreementId } = await superuser.agreement.findFirstOrThrow({
      where: { teamId: lead.teamId, requestId },
    });
    await recordSignature(lead, {
      ...{ commandId: randomUUID(), agreementId },
      signature: {
        ...{ personId: null, signatory: "Frank Mercer", function: "signing_official" },
        ...{ documentId: null, signedOn: TODAY },
      },
    });
    await expectNothingLeft();
    const incident: RecordIncident["incident"] = {
      ...{ kind: "lost_device", title: "A laptop is gone", what: "It was stolen.", measures: "" },
      ...{ happenedOn: TODAY, knownOn: TODAY, knownTime: "08:30" },
      ...{ foundById: lead.personId, unitIds: items.map(({ unitId }) => unitId) },
    };
    await recordIncident(
      { ...lead, timeZone: "Europe/Lisbon" },
      { commandId: randomUUID(), incident },
    );
    expect(await duties("dbgap_incident_notice")).toHaveLength(1);
    await expectNothingLeft();
  });

  it("after an import and after it was taken back, though somebody lets its duties rest", async () => {
    const on = sampleImporting(superuser, lead);
    await saveDraft(lead, await sampleDraft(superuser, people, ["phs000424.c1"]));
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-10-01", projectNumber: "12345" } });
    const before = await on.dump();
    const dar = { phs: "phs000424", group: 1, dar: 100001, status: "approved" } as const;
    const importId = await on.read("dbgap_report", reportText(12345, [dar]));
    await on.answer(importId, { decidedOn: day("2026-11-02") });
    await on.acceptAll(importId);
    await expectNothingLeft();
    for (const kind of ["dbgap_renewal", "dbgap_output_log"]) {
      const [duty] = await duties(kind);
      if (!duty) throw new Error(`The import brings ${kind}`);
      await snoozeDuty(lead, { id: duty.id, until: day("2026-12-24") });
    }
    expect(await undoImport(lead, { importId })).toMatchObject({ undone: 1, kept: 0 });
    expect(await superuser.snooze.count({ where: { teamId: lead.teamId } })).toBe(0);
    expect(await on.dump()).toBe(before);
    await expectNothingLeft();
  });

  it("after somebody left", async () => {
    const story = await departureStory(superuser, `left-${randomUUID()}`);
    await recompute(story.team.teamId);
    await story.leave();
    await expectNothingLeft(story.team.teamId);
    await story.leave(TODAY, story.bo);
    await expectNothingLeft(story.team.teamId);
  });

  it("after a project was amended", async () => {
    const story = await amendmentStory(superuser);
    const teamId = story.team.lead.teamId;
    const { requestId } = await story.approved("dbgap");
    await recompute(teamId);
    await story.consent(requestId, {
      ...{ kind: "people", effect: "add", personId: story.bo },
      ...{ function: "internal_collaborator", on: day("2026-12-01") },
    });
    await expectNothingLeft(teamId);
  });
});
