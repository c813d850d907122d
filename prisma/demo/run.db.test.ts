import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day, dayFromColumn } from "@/lib/dates/day";
import { connect } from "@/lib/db";
import { freshDatabase, type TestDatabase } from "@/lib/launch/test-database";
import { seed } from "../seed";

const TODAY = day("2026-11-22");

async function counts(database: TestDatabase) {
  const client = connect(database.superuserUrl, { max: 1 });
  const [row] = await client.$queryRaw<Record<string, bigint>[]>`
    select (select count(*) from "Event") events, (select count(*) from "Request") requests,
           (select count(*) from "Grant") grants, (select count(*) from "Document") documents,
           (select count(*) from "Obligation") obligations, (select count(*) from "Person") people`;
  await client.$disconnect();
  return row;
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

  it("is told once: seeding again changes nothing", async () => {
    const before = await counts(database);
    await seed({ ...database, demo: true, today: addDays(TODAY, 3) });
    expect(await counts(database)).toEqual(before);
  }, 60_000);
});
