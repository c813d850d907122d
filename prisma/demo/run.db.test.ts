import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day, dayFromColumn } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import { freshDatabase, type TestDatabase } from "@/lib/launch/test-database";
import { letterOf } from "@/lib/readiness/status-letter";
import type { AccessStatus } from "@/lib/readiness/verdict";
import { accessCell, accessMatrix } from "@/lib/services/access";
import { getCloseOut } from "@/lib/services/close-out";
import { listCopies } from "@/lib/services/copies";
import { listImports } from "@/lib/services/imports";
import { listIncidents } from "@/lib/services/incident-pages";
import { listLibrary } from "@/lib/services/library";
import { reconcileDuties } from "@/lib/services/reconcile";
import { getRenewal } from "@/lib/services/renewals";
import { listRevisions } from "@/lib/services/revisions";
import { listRosters } from "@/lib/services/rosters";
import { listRounds } from "@/lib/services/round-chain";
import { requireMember } from "@/lib/services/teams";
import { listNewVersions } from "@/lib/services/version-pages";
import type { Member } from "@/lib/team/actor";
import { seed } from "../seed";
import { MESA } from "./mesa";
import { DEMO_SLUG } from "./people";
import { knownRequest, requestOf } from "./stage";

const TODAY = day("2026-11-22");

async function counts(database: TestDatabase) {
  const client = connect(database.superuserUrl, { max: 1 });
  const [row] = await client.$queryRaw<Record<string, bigint>[]>`
    select (select count(*) from "Event") events, (select count(*) from "Request") requests,
           (select count(*) from "Grant") grants, (select count(*) from "Document") documents,
           (select count(*) from "Obligation") obligations, (select count(*) from "Person") people,
           (select count(*) from "Purpose") purposes, (select count(*) from "Comment") comments,
           (select count(*) from "DataCopy") copies, (select count(*) from "Output") outputs,
           (select count(*) from "ImportRow") rows, (select count(*) from "RosterEntry") members,
           (select count(*) from "Cycle") cycles, (select count(*) from "Certificate") certificates,
           (select count(*) from "LibraryAnswer") answers, (select count(*) from "NewVersion") versions`;
  await client.$disconnect();
  return row;
}

const letter = (status: string) => letterOf(status as AccessStatus);

async function demoMember(database: TestDatabase): Promise<Member> {
  const client = connect(database.superuserUrl, { max: 1 });
  const {
    id: userId,
    email,
    name,
  } = await client.user.findFirstOrThrow({ where: { email: "ana.ruiz@demo.gatebook.example" } });
  await client.$disconnect();
  return requireMember(
    { kind: "signedIn", userId, email, name: name ?? "", now: new Date(`${TODAY}T12:00:00Z`) },
    DEMO_SLUG,
  );
}

describe("the demo team", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await seed({ ...database, demo: true, today: TODAY });
  }, 60_000);

  it("has grants ending in 6, 25, 70 and 80 days and one that has lapsed", async () => {
    const client = connect(database.superuserUrl, { max: 1 });
    const grants = await client.grant.findMany({
      where: { endedOn: null },
      select: { endsOn: true },
    });
    await client.$disconnect();
    const ends = grants.flatMap(({ endsOn }) => (endsOn ? [dayFromColumn(endsOn)] : [])).sort();
    expect(ends).toEqual([-5, 6, 25, 70, 80].map((days) => addDays(TODAY, days)));
  });

  it("has requests in every kind of state", async () => {
    const client = connect(database.superuserUrl, { max: 1 });
    const items = await client.requestItem.findMany({ select: { status: true } });
    await client.$disconnect();
    expect(new Set(items.map((item) => item.status))).toEqual(
      new Set([
        "draft",
        "internal_signoff",
        "in_review",
        "changes_requested",
        "approved",
        "rejected",
        "closed",
      ]),
    );
  });

  it("has somebody in nearly every state of access, each with its reasons", async () => {
    setDb(connect(database.appUrl, { max: 4 }));
    const ana = await demoMember(database);
    const { people, units, rows, on } = await accessMatrix(ana, { units: "ours", people: "here" });
    expect(new Set(rows.join(""))).toEqual(
      new Set(["ready", "ready_ending", "blocked", "lapsed", "closed", "never"].map(letter)),
    );
    const cell = (name: string, code: string) =>
      accessCell(ana, {
        personId: people.find((person) => person.name === name)?.id ?? "",
        unitId: units.find((unit) => unit.code === code)?.id ?? "",
        on,
      });
    const chidi = await cell("Chidi Okafor", "mimiciv/3.1");
    expect(chidi).toMatchObject({ status: "ready_ending", until: addDays(TODAY, 25) });
    const bo = await cell("Bo Lindqvist", "mimiciv/2.2");
    expect(bo).toMatchObject({ status: "blocked", reasons: [{ code: "in_review" }] });
    const newer = await cell("Ana Ruiz", "mimiciv/3.1");
    expect(newer.reasons).toMatchObject([
      { code: "other_version", otherVersions: ["mimiciv/2.2"] },
    ]);
    const framingham = await cell("Dana Levi", "phs000007.c1");
    expect(framingham).toMatchObject({ status: "ready_ending", until: addDays(TODAY, 6) });
  });

  it("has a project in its third year: sent back, renewed twice, the third renewal begun", async () => {
    const ana = await demoMember(database);
    const { id, number } = await knownRequest(ana, MESA.title);
    const states = (await listRounds(ana, number)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["approved", "approved", "approved", "open"]);
    expect(await listRevisions(ana, id)).toMatchObject([{ sections: [{ section: "people" }] }]);
    const { people, missing, report } = await getRenewal(ana, number);
    expect(people.map(({ name }) => name)).not.toContain("Chidi Okafor");
    expect(missing.map(({ fieldId }) => fieldId)).toEqual(["plans"]);
    expect(report.answers.violations).toContain("Laptop left on a train");
  });

  it("has ended one application with a certificate, and an incident", async () => {
    const ana = await demoMember(database);
    const leeds = await knownRequest(ana, "Leeds Melanoma: expression");
    const { past } = await getCloseOut(ana, leeds.id);
    expect(past).toMatchObject([{ certificate: { id: expect.any(String) } }]);
    const copies = await listCopies(ana, { requestId: requestOf(MESA.title) });
    expect(copies.map(({ kind, destroyedOn }) => [kind, destroyedOn])).toEqual([
      ["copy", null],
      ["model", addDays(TODAY, -292)],
      ["derivative", null],
    ]);
    expect(await listIncidents(ana)).toMatchObject([{ closedOn: addDays(TODAY, -12) }]);
  });

  it("has compared what others say: a report, a list of members, a newer version", async () => {
    const ana = await demoMember(database);
    const { imports } = await listImports(ana);
    expect(imports).toMatchObject([{ state: "applied", counts: { applied: 2, confirmed: 2 } }]);
    const [roster] = await listRosters(ana);
    expect(roster?.counts).toEqual({ expected: 2, missing: 1, extra: 1, unknown: 1 });
    expect(await listNewVersions(ana)).toMatchObject([
      { effect: "sign_again", settledOn: null, tasks: [{ state: "open" }, { state: "open" }] },
    ]);
    const uses = (await listLibrary(ana)).flatMap((answer) => answer.uses);
    expect(uses.map(({ isStale }) => isStale).sort()).toEqual([false, true]);
  });

  it("owes what its facts give, with nothing left for the night to repair", async () => {
    const job = { kind: "job", name: "reconcile_duties", now: new Date(`${TODAY}T12:00:00Z`) };
    const { teamId } = await demoMember(database);
    const { changed } = await reconcileDuties({ ...job, kind: "job" }, { teamId });
    expect(changed).toEqual([]);
  });

  it("is told once: seeding again changes nothing", async () => {
    const before = await counts(database);
    await seed({ ...database, demo: true, today: addDays(TODAY, 3) });
    expect(await counts(database)).toEqual(before);
  }, 60_000);
});
