import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Job, Member } from "../team/actor";
import { answerNewVersion, recordNewVersion, settleVersion } from "./new-versions";
import { getRequest } from "./requests";
import { sampleAccessUnit, sampleApproval, sampleHolder, samplePerson } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { inTeam } from "./transaction";
import { listHeldUnits, listNewVersions, requestNewVersion } from "./version-pages";
import { watchVersions } from "./version-watch";

const job: Job = { kind: "job", name: "watch_versions", now: SAMPLE_NOW };
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  lead = team.lead;
});

const record = (oldUnitId: string, typed: string, actor: Member = team.member) =>
  recordNewVersion(actor, { commandId: randomUUID(), oldUnitId, typed });
const duties = () =>
  superuser.obligation.findMany({
    where: { teamId: lead.teamId, subject: { startsWith: "version:" } },
    orderBy: { dueOn: "asc" },
  });

/** Two people who may open a version of a PhysioNet project today, and one who may not. */
async function openProject() {
  const unit = await sampleAccessUnit(superuser, "physionet", { version: "1.0" });
  const people = await Promise.all(
    ["Bo", "Cy", "Di"].map((name) => samplePerson(superuser, lead.teamId, name)),
  );
  const [bo = "", cy = "", di = ""] = people;
  for (const personId of [bo, cy]) {
    await sampleHolder(superuser, lead.teamId, personId);
    await sampleApproval(superuser, lead, { archive: "physionet", unitId: unit.id, personId });
  }
  return { unit, bo, cy, di };
}

describe("a newer version at PhysioNet", () => {
  it("is a task of each person who may open the older one, until they have signed it", async () => {
    const { unit, bo, cy } = await openProject();
    const { id } = await record(unit.id, "1.1");
    const open = await duties();
    expect(open.map(({ ownerId, kind, dueOn }) => [ownerId, kind, dueOn])).toEqual(
      expect.arrayContaining(
        [bo, cy].map((who) => [who, "physionet_sign_new_version", dayToColumn(day("2026-12-06"))]),
      ),
    );
    expect(open).toHaveLength(2);
    const [line] = await listNewVersions(lead);
    expect(line).toMatchObject({ id, effect: "sign_again", settledOn: null, source: "hand" });
    const sign = (personId: string) =>
      inTeam(lead, (tx) => answerNewVersion(tx, lead, { unitId: line?.newer.id ?? "", personId }));
    await sign(bo);
    expect((await duties()).map(({ ownerId, state }) => [ownerId, state])).toEqual(
      expect.arrayContaining([
        [bo, "done"],
        [cy, "open"],
      ]),
    );
    expect((await listNewVersions(lead))[0]?.settledOn).toBeNull();
    await sign(cy);
    expect((await listNewVersions(lead))[0]?.settledOn).toBe("2026-11-22");
  });

  it("asks nobody who has left, whose own access to the older one goes on", async () => {
    const { unit, bo, cy } = await openProject();
    const endsOn = dayToColumn(day("2026-11-21"));
    await superuser.person.update({ where: { id: bo }, data: { endsOn } });
    await record(unit.id, "1.1");
    expect((await duties()).map(({ ownerId }) => ownerId)).toEqual([cy]);
  });

  it("is entered by the team where the catalogue lacks it, with the way of access of the older one", async () => {
    const { unit } = await openProject();
    await record(unit.id, "1.1");
    const own = await superuser.accessUnit.findFirstOrThrow({
      where: { teamId: lead.teamId, archive: "physionet" },
    });
    expect(own).toMatchObject({
      ...{ code: `${unit.slug}/1.1`, version: "1.1", accessClass: "credentialed" },
      ...{ policy: "credentialed", datasetId: unit.datasetId },
    });
  });

  it("can be asked for with the answers that are there, for the people chosen", async () => {
    const { unit, bo, cy } = await openProject();
    const { id } = await record(unit.id, "1.1");
    const request = { commandId: randomUUID(), id, personIds: [bo, cy] };
    const { number } = await requestNewVersion(team.member, request);
    expect(await requestNewVersion(team.member, request)).toMatchObject({ number });
    const draft = await getRequest(lead, number);
    expect(draft.items.map(({ unit: { code }, personId }) => [code, personId])).toEqual([
      [`${unit.slug}/1.1`, bo],
      [`${unit.slug}/1.1`, cy],
    ]);
    const nobody = { ...request, commandId: randomUUID(), personIds: [] };
    expect(await refusal(requestNewVersion(team.member, nobody))).toMatchObject({
      code: "INVALID",
    });
  });

  it("is refused where it is not newer or of another project, and is known once", async () => {
    const { unit } = await openProject();
    for (const typed of ["1.0", "0.9", "three", "other/2.0"]) {
      expect(await refusal(record(unit.id, typed))).toMatchObject({
        code: "INVALID",
        options: { field: "typed" },
      });
    }
    expect(await record(unit.id, "1.1")).toEqual(await record(unit.id, "1.1"));
    expect(await duties()).toHaveLength(2);
    expect(await refusal(record(randomUUID(), "1.1"))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(record(unit.id, "1.2", team.viewer))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a newer version at dbGaP and EGA", () => {
  it("of the same consent group asks for nothing, and stays as a note", async () => {
    const { datasetId } = await sampleAccessUnit(superuser, "dbgap");
    const group = await superuser.accessUnit.create({
      data: {
        ...{ datasetId, archive: "dbgap", code: "phs000777.c1", label: "GRU", version: "v1.p1" },
        ...{ consentCode: "GRU", accessClass: "controlled", landingUrl: "https://example.org" },
      },
    });
    await sampleApproval(superuser, lead, { archive: "dbgap", unitId: group.id });
    await record(group.id, "v2.p1");
    expect(await duties()).toEqual([]);
    expect(await listNewVersions(lead)).toMatchObject([
      {
        ...{ effect: "nothing", settledOn: "2026-11-22", tasks: [] },
        newer: { code: "phs000777.v2.p1.c1" },
      },
    ]);
    await record(group.id, "phs000777.v2.p1.c2");
    expect(await duties()).toMatchObject([
      { kind: "dbgap_request_new_version", ownerId: lead.personId },
    ]);
  });

  it("of EGA is a new request, one task of whoever looks after the old one, until declined", async () => {
    const unit = await sampleAccessUnit(superuser, "ega");
    const { requestId } = await sampleApproval(superuser, team.colleague, {
      ...{ archive: "ega", unitId: unit.id },
    });
    const { id } = await record(unit.id, "EGAD00009999991");
    expect(await duties()).toMatchObject([
      { kind: "ega_request_new_version", ownerId: team.colleague.personId, requestId },
    ]);
    await settleVersion(team.member, { id, version: 1, why: "We do not need it." });
    expect(await duties()).toMatchObject([
      { state: "not_applicable", closedWhy: "We do not need it." },
    ]);
    const again = settleVersion(lead, { id, version: 2, why: "Again" });
    expect(await refusal(again)).toMatchObject({ code: "CONFLICT" });
  });
});

describe("watching the catalogue", () => {
  it("finds the newest version of what the team has, once, and leaves others alone", async () => {
    const { unit, bo, cy } = await openProject();
    for (const version of ["1.2", "1.10", "0.9"]) {
      await sampleAccessUnit(superuser, "physionet", { datasetId: unit.datasetId, version });
    }
    const other = await sampleTeams(superuser);
    const watch = (teamId = lead.teamId) => watchVersions(job, { teamId });
    expect([await watch(), await watch(), await watch(other.lead.teamId)]).toEqual([1, 0, 0]);
    expect(await listNewVersions(lead)).toMatchObject([
      { newer: { code: `${unit.slug}/1.10` }, source: "catalogue" },
    ]);
    expect((await duties()).map(({ ownerId }) => ownerId).toSorted()).toEqual([bo, cy].toSorted());
    expect(await listNewVersions(other.lead)).toEqual([]);
    expect((await listHeldUnits(lead)).map(({ code, example }) => [code, example])).toEqual([
      [unit.code, "1.1"],
    ]);
  });

  it("is silent where everybody who has the older one has the newest too, or nothing is had any more", async () => {
    const { unit, bo, cy } = await openProject();
    const newest = await sampleAccessUnit(superuser, "physionet", {
      datasetId: unit.datasetId,
      version: "2.0",
    });
    for (const personId of [bo, cy]) {
      await sampleApproval(superuser, lead, { archive: "physionet", unitId: newest.id, personId });
    }
    expect(await watchVersions(job, { teamId: lead.teamId })).toBe(0);
    await superuser.grant.updateMany({
      where: { teamId: lead.teamId, unitId: newest.id, personId: cy },
      data: { endedOn: dayToColumn(day("2026-11-20")), endedBy: "revoked" },
    });
    await superuser.requestItem.updateMany({
      where: { teamId: lead.teamId, unitId: newest.id, personId: cy },
      data: { status: "closed" },
    });
    expect(await watchVersions(job)).toBeGreaterThan(0);
    expect((await duties()).map(({ ownerId }) => ownerId)).toEqual([cy]);
  });
});
