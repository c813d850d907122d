import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import type { RecordIncident } from "../incidents/forms";
import { freshDatabase } from "../launch/test-database";
import type { Job, Member } from "../team/actor";
import { settleDuty } from "./duties";
import { getIncident, listIncidents, listIncidentsOfRequest } from "./incident-pages";
import {
  closeIncident,
  incidentsOf,
  noteIncident,
  recordIncident,
  setMeasures,
  waiveIncidentDuty,
} from "./incidents";
import { reconcileIncidents } from "./reconcile-causes";
import { planReminders } from "./reminders";
import { sampleAccessUnit, sampleApproval } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { inTeam } from "./transaction";

const job: Job = { kind: "job", name: "plan_reminders", now: SAMPLE_NOW };
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;
let nih: { id: string };
let ega: { id: string };
let physionet: { id: string };
let projectId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  lead = { ...team.lead, timeZone: "Europe/Lisbon" };
  nih = await sampleAccessUnit(superuser, "dbgap");
  ega = await sampleAccessUnit(superuser, "ega");
  physionet = await sampleAccessUnit(superuser, "physionet");
  await superuser.accessUnit.update({ where: { id: nih.id }, data: { dac: "NHLBI" } });
  const project = await sampleApproval(superuser, lead, { archive: "dbgap", unitId: nih.id });
  projectId = project.requestId;
  await sampleApproval(superuser, team.colleague, { archive: "ega", unitId: ega.id });
});

const typed = (change: Partial<RecordIncident["incident"]> = {}): RecordIncident => ({
  commandId: randomUUID(),
  incident: {
    ...{ kind: "lost_device", title: "A laptop is gone", what: "It was stolen.", measures: "" },
    ...{ happenedOn: day("2026-11-21"), knownOn: day("2026-11-22"), knownTime: "08:30" },
    ...{ foundById: team.member.personId, unitIds: [nih.id, ega.id, physionet.id], ...change },
  },
});
const duties = () =>
  superuser.obligation.findMany({
    where: { teamId: lead.teamId, subject: { startsWith: "incident:" } },
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
  });

describe("recording an incident", () => {
  it("opens what must be told to each archive touched, by its own deadline, to the request's owner", async () => {
    await recordIncident(lead, typed());
    expect((await duties()).map((row) => [row.kind, row.dueOn, row.dueAt, row.ownerId])).toEqual([
      ["ega_incident_notice", dayToColumn(day("2026-11-22")), null, team.colleague.personId],
      [
        "dbgap_incident_notice",
        dayToColumn(day("2026-11-23")),
        new Date("2026-11-23T08:30:00Z"),
        lead.personId,
      ],
      ["dbgap_incident_report", dayToColumn(day("2026-11-25")), null, lead.personId],
    ]);
    const [, notice] = await duties();
    expect(notice?.requestId).toBe(projectId);
    expect(notice?.what).toContain("the data access committee of NHLBI");
    expect(notice?.rule).toBe(
      "The moment of knowing plus 24 hours. Known on 22 Nov 2026, 08:30 (Europe/Lisbon), so until 23 Nov 2026, 08:30.",
    );
  });

  it("mails what is due the same day, or within hours, at once", async () => {
    await recordIncident(lead, typed());
    const { selected } = await planReminders(job, { on: day("2026-11-22"), teamId: lead.teamId });
    const to = (what: string) => selected.filter(({ dataset }) => dataset.includes(what));
    expect(to("Tell the data access committee today").map(({ milestone }) => milestone)).toEqual([
      0, 0,
    ]);
    // 24 hours before its moment.
    expect(to("within 24 hours").map(({ milestone }) => milestone)).toEqual([1_024]);
    // Its first reminder comes two days before.
    expect(to("detailed report")).toEqual([]);
    // Nothing twice.
    const again = await planReminders(job, { on: day("2026-11-22"), teamId: lead.teamId });
    expect(again.selected).toEqual([]);
  });

  it("mails it also where the request has been closed since", async () => {
    await superuser.request.update({ where: { id: projectId }, data: { status: "closed" } });
    await recordIncident(lead, typed({ unitIds: [nih.id] }));
    const { selected } = await planReminders(job, { on: day("2026-11-22"), teamId: lead.teamId });
    expect(selected.map(({ dataset }) => dataset)).toContainEqual(
      expect.stringContaining("within 24 hours"),
    );
  });

  it("reads the moment on the reader's clock", async () => {
    const melbourne = { ...lead, timeZone: "Australia/Melbourne" };
    await recordIncident(melbourne, typed({ unitIds: [nih.id], knownTime: "19:30" }));
    expect((await duties())[0]?.dueAt).toEqual(new Date("2026-11-23T08:30:00Z"));
  });

  it("gives the same days and moments at night, where one was lost", async () => {
    const melbourne = { ...lead, timeZone: "Australia/Melbourne" };
    // Already the next day there.
    const change = { knownOn: day("2026-11-22"), knownTime: "08:30", happenedOn: null };
    await recordIncident(melbourne, typed(change));
    const facts = async () =>
      (await duties()).map(({ kind, dueOn, dueAt, rule, archive }) => ({
        ...{ kind, dueOn, dueAt, rule, archive },
      }));
    const before = await facts();
    await superuser.obligation.deleteMany({ where: { teamId: lead.teamId } });
    const night = { ...job, teamId: lead.teamId };
    expect(await inTeam(night, (tx) => reconcileIncidents(tx, night))).toBe(before.length);
    expect(await facts()).toEqual(before);
    expect(await inTeam(night, (tx) => reconcileIncidents(tx, night))).toBe(0);
  });

  it.each([
    [{ knownTime: "09:30" }, "incident.knownTime"],
    [{ knownOn: day("2026-11-23") }, "incident.knownTime"],
    [{ knownOn: day("2026-03-29"), knownTime: "01:30", happenedOn: null }, "incident.knownTime"],
    [{ knownOn: day("2026-11-20") }, "incident.happenedOn"],
  ])("refuses a moment that cannot be: %j", async (change, field) => {
    expect(await refusal(recordIncident(lead, typed(change)))).toMatchObject({
      code: "INVALID",
      options: { field },
    });
    expect(await duties()).toEqual([]);
  });

  it("sent twice records one; two at once get numbers of their own", async () => {
    const form = typed();
    expect(await recordIncident(lead, form)).toEqual(await recordIncident(lead, form));
    const more = await Promise.all([recordIncident(lead, typed()), recordIncident(lead, typed())]);
    expect(more.map(({ number }) => number).toSorted()).toEqual([2, 3]);
  });

  it("is for those who work, and knows no people or units of others", async () => {
    expect(await refusal(recordIncident(team.viewer, typed()))).toMatchObject({
      code: "FORBIDDEN",
    });
    for (const change of [{ foundById: team.stranger.personId }, { unitIds: [randomUUID()] }]) {
      expect(await refusal(recordIncident(lead, typed(change)))).toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});

describe("an incident", () => {
  it("shows for each archive what to tell, by which request, with a letter; and where nothing must be told, why", async () => {
    const { number } = await recordIncident(lead, typed());
    const { matters, foundBy, happenedOn } = await getIncident(lead, number);
    expect([foundBy.name, happenedOn]).toEqual([team.member.name, "2026-11-21"]);
    expect(
      matters.map(({ archive, duties: all, request }) => [archive, all.length, request !== null]),
    ).toEqual(
      expect.arrayContaining([
        ["dbgap", 2, true],
        ["ega", 1, true],
        ["physionet", 0, false],
      ]),
    );
    const at = (code: string) => matters.find(({ archive }) => archive === code);
    expect(at("physionet")?.otherwise).toContain("names nobody");
    expect(at("dbgap")?.letter).toContain("22 Nov 2026, 08:30 (Europe/Lisbon)");
    expect(at("dbgap")?.duties.map(({ unconfirmed }) => unconfirmed !== null)).toEqual([
      true,
      true,
    ]);
    expect(await listIncidents(lead)).toMatchObject([
      { number, openDuties: 3, dueOn: "2026-11-22" },
    ]);
  });

  it("is told of a request, and of the time since its last report", async () => {
    await recordIncident(lead, typed());
    expect(await listIncidentsOfRequest(lead, projectId)).toMatchObject([
      { number: 1, knownOn: "2026-11-22", closedOn: null },
    ]);
    const since = (from: string) =>
      inTeam(lead, (tx) => incidentsOf(tx, lead, projectId, day(from)));
    expect([(await since("2026-11-22")).length, (await since("2026-11-23")).length]).toEqual([
      1, 0,
    ]);
  });

  it("takes measures and notes, which stay in the history", async () => {
    const { number } = await recordIncident(lead, typed());
    const { id, version } = await getIncident(lead, number);
    await setMeasures(team.member, { id, version, measures: "Keys revoked." });
    expect(await refusal(setMeasures(lead, { id, version, measures: "Other." }))).toMatchObject({
      code: "CONFLICT",
    });
    const commandId = randomUUID();
    await noteIncident(lead, { commandId, id, text: "The police were told." });
    await noteIncident(lead, { commandId, id, text: "The police were told." });
    const after = await getIncident(lead, number);
    expect(after.measures).toBe("Keys revoked.");
    expect(after.notes.map(({ text, actorName }) => [text, actorName])).toEqual([
      ["The police were told.", lead.name],
    ]);
  });

  it("is closed by a lead or coordinator, once everybody was told or need not be", async () => {
    const { number } = await recordIncident(lead, typed());
    const { id, version, matters } = await getIncident(lead, number);
    const close = (actor: Member) => closeIncident(actor, { id, version, why: "Found again." });
    expect(await refusal(close(team.member))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(close(lead))).toMatchObject({ code: "CONFLICT" });
    const [first, ...others] = matters.flatMap((matter) => matter.duties.map((duty) => duty.id));
    await settleDuty(team.member, { id: first ?? "", doneOn: day("2026-11-22"), how: "By mail" });
    expect(
      await refusal(waiveIncidentDuty(team.member, { id: first ?? "", why: "No" })),
    ).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(waiveIncidentDuty(lead, { id: first ?? "", why: "No" }))).toMatchObject({
      code: "CONFLICT",
    });
    for (const duty of others) await waiveIncidentDuty(lead, { id: duty, why: "It was encrypted" });
    await close(team.colleague);
    expect(await getIncident(lead, number)).toMatchObject({
      closedOn: "2026-11-22",
      closedWhy: "Found again.",
    });
    expect(await refusal(close(lead))).toMatchObject({ code: "CONFLICT" });
    expect(await refusal(setMeasures(lead, { id, version: 2, measures: "x" }))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("waives no duty but its own", async () => {
    const duty = await superuser.obligation.create({
      data: {
        ...{ teamId: lead.teamId, ownerId: lead.personId, kind: "review", subject: "else" },
        ...{ dueOn: dayToColumn(day("2026-12-01")), rule: "r", source: "s" },
      },
    });
    expect(await refusal(waiveIncidentDuty(lead, { id: duty.id, why: "No" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
