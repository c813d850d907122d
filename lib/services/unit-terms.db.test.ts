import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { TeamTerms } from "../data-use/team-terms-form";
import { dayFromColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { UNIT_LIST } from "../lists/units";
import type { Member } from "../team/actor";
import { recordNewVersion } from "./new-versions";
import { reconcileDuties } from "./reconcile";
import { sampleAccessUnit, sampleApproval } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { listUnits } from "./unit-list";
import { getUnitTerms, setUnitTerms } from "./unit-terms";

const JOB = { kind: "job", name: "reconcile_duties", now: SAMPLE_NOW } as const;
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;
let unit: { id: string };

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  lead = team.lead;
  unit = await sampleAccessUnit(superuser, "ega");
  await sampleApproval(superuser, lead, {
    ...{ archive: "ega", unitId: unit.id, startsOn: "2026-03-14", endsOn: "2029-03-13" },
  });
  // What a sample is written with past the services.
  await reconcileDuties(JOB, { teamId: lead.teamId });
});

const typed = (change: Partial<TeamTerms> = {}): TeamTerms => ({
  ...{ unitId: unit.id, version: 0, terms: ["TS"], values: { TS: "24" } },
  ...{ source: "The committee's letter", ...change },
});
const dueDays = async () => {
  const rows = await superuser.obligation.findMany({
    where: { teamId: lead.teamId, kind: "time_limited_use" },
    orderBy: { dueOn: "asc" },
  });
  return rows.map(({ dueOn, state }) => [dayFromColumn(dueOn), state]);
};

it("lets duties follow at once, also when the terms are changed and taken back", async () => {
  expect(await setUnitTerms(lead, typed())).toMatchObject({
    ...{ ours: ["DUO:0000025=24"], source: "The committee's letter", version: 1 },
  });
  expect(await dueDays()).toEqual([["2028-03-14", "open"]]);
  await setUnitTerms(lead, typed({ version: 1, values: { TS: "2027-12-31" } }));
  expect(await dueDays()).toEqual([
    ["2027-12-31", "open"],
    ["2028-03-14", "not_applicable"],
  ]);
  const back = await setUnitTerms(lead, typed({ version: 2, terms: [], values: {} }));
  expect(back).toMatchObject({ ours: [], source: "", version: 3 });
  expect((await dueDays()).map(([, state]) => state)).toEqual(["not_applicable", "not_applicable"]);
  expect((await reconcileDuties(JOB, { teamId: lead.teamId })).changed).toEqual([]);
  const told = await superuser.event.findMany({
    where: { teamId: lead.teamId, action: "unit.terms" },
    orderBy: { seq: "asc" },
  });
  expect(told.map(({ data }) => (data as { terms: string }).terms)).toEqual([
    ...["TS 24", "TS 2027-12-31", "none"],
  ]);
});

it("holds for a newer version, too, until the team enters others", async () => {
  const older = await sampleAccessUnit(superuser, "physionet", { version: "1.0" });
  await setUnitTerms(lead, typed({ unitId: older.id, terms: ["RTN", "TS"] }));
  await recordNewVersion(lead, {
    ...{ commandId: randomUUID(), oldUnitId: older.id, typed: "1.1" },
  });
  const [newer] = await superuser.newVersion.findMany({ where: { teamId: lead.teamId } });
  expect(await getUnitTerms(lead, newer?.newUnitId ?? "")).toMatchObject({
    ...{ ours: ["DUO:0000025=24", "DUO:0000029"], source: "The committee's letter", version: 1 },
  });
});

it("stands beside what the catalogue says, for this team alone", async () => {
  await superuser.accessUnit.update({ where: { id: unit.id }, data: { consentCode: "HMB-PUB" } });
  await setUnitTerms(lead, typed());
  const { rows } = await listUnits(lead, readView(UNIT_LIST, {}));
  expect(rows.find(({ id }) => id === unit.id)?.duo).toEqual(["DUO:0000025=24"]);
  const stranger = (await sampleTeams(superuser)).lead;
  expect(await getUnitTerms(stranger, unit.id)).toMatchObject({
    ...{ consentCode: "HMB-PUB", duo: [], ours: [], source: "", version: 0 },
  });
  for (const terms of [["PUB"], ["GRU"], ["NPOA", "POA"]]) {
    const refused = await refusal(setUnitTerms(lead, typed({ version: 1, terms })));
    expect(refused).toMatchObject({ code: "INVALID", options: { field: "terms" } });
  }
});

it("refuses two permissions, a viewer, and whoever is slower than somebody else", async () => {
  const none = await refusal(setUnitTerms(lead, typed({ terms: [], values: {} })));
  expect(none).toMatchObject({ code: "INVALID", options: { field: "terms" } });
  const two = await refusal(setUnitTerms(lead, typed({ terms: ["GRU", "HMB"] })));
  expect(two).toMatchObject({ code: "INVALID", options: { field: "terms" } });
  const reader = { ...team.member, role: "viewer" as const };
  expect(await refusal(setUnitTerms(reader, typed()))).toMatchObject({ code: "FORBIDDEN" });
  const both = await Promise.allSettled([
    setUnitTerms(lead, typed()),
    setUnitTerms(lead, typed({ values: { TS: "12" } })),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [slower] = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(slower).toMatchObject({
    code: "CONFLICT",
    options: { details: { current: { version: 1, source: "The committee's letter" } } },
  });
  const late = await refusal(setUnitTerms(lead, typed()));
  expect(late).toMatchObject({
    code: "CONFLICT",
    options: { details: { current: { version: 1 } } },
  });
});
