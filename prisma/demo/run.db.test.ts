import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day, dayFromColumn } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import { freshDatabase, type TestDatabase } from "@/lib/launch/test-database";
import { letterOf } from "@/lib/readiness/status-letter";
import type { AccessStatus } from "@/lib/readiness/verdict";
import { accessCell, accessMatrix } from "@/lib/services/access";
import { requireMember } from "@/lib/services/teams";
import type { Member } from "@/lib/team/actor";
import { seed } from "../seed";
import { DEMO_SLUG } from "./people";

const TODAY = day("2026-11-22");

async function counts(database: TestDatabase) {
  const client = connect(database.superuserUrl, { max: 1 });
  const [row] = await client.$queryRaw<Record<string, bigint>[]>`
    select (select count(*) from "Event") events, (select count(*) from "Request") requests,
           (select count(*) from "Grant") grants, (select count(*) from "Document") documents,
           (select count(*) from "Obligation") obligations, (select count(*) from "Person") people,
           (select count(*) from "Purpose") purposes`;
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

  it("has grants ending in 6, 25 and 80 days and one that has lapsed", async () => {
    const client = connect(database.superuserUrl, { max: 1 });
    const grants = await client.grant.findMany({
      where: { endedOn: null },
      select: { endsOn: true },
    });
    await client.$disconnect();
    const ends = grants.flatMap(({ endsOn }) => (endsOn ? [dayFromColumn(endsOn)] : [])).sort();
    expect(ends).toEqual([-5, 6, 25, 80].map((days) => addDays(TODAY, days)));
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

  it("is told once: seeding again changes nothing", async () => {
    const before = await counts(database);
    await seed({ ...database, demo: true, today: addDays(TODAY, 3) });
    expect(await counts(database)).toEqual(before);
  }, 60_000);
});
