import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import type { ListPage } from "../lists/page";
import { PERSON_LIST } from "../lists/people";
import type { ListShape } from "../lists/shape";
import { UNIT_LIST } from "../lists/units";
import type { Member } from "../team/actor";
import { listAgreements, readAgreementsFound } from "./agreement-list";
import { readPeopleFound, searchPeople } from "./person-list";
import { sampleLargeTeam } from "./sample-large-team";
import { sampleTeams } from "./sample-requests";
import { listUnits, readUnitsFound } from "./unit-list";

const SIZE = { people: 120, units: 130, requests: 400 };

let superuser: PrismaClient;
let lead: Member;
let viewer: Member;
let stranger: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  ({ lead, viewer, stranger } = await sampleTeams(superuser));
  await sampleLargeTeam(superuser, lead, SIZE);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

type Asked = Record<string, string>;
const people = (asked: Asked = {}, actor = lead) =>
  searchPeople(actor, readView(PERSON_LIST, asked));
const units = (asked: Asked = {}, actor = lead) => listUnits(actor, readView(UNIT_LIST, asked));
const agreements = (asked: Asked = {}, actor = lead) =>
  listAgreements(actor, readView(AGREEMENT_LIST, asked));

/** All rows of a list, page by page. */
async function walk<Row>(
  shape: ListShape,
  list: (actor: Member, view: ReturnType<typeof readView>) => Promise<ListPage<Row>>,
  asked: Asked,
): Promise<Row[]> {
  const rows: Row[] = [];
  let view = readView(shape, asked);
  for (;;) {
    const page = await list(lead, view);
    rows.push(...page.rows);
    if (!page.next) return rows;
    view = { ...view, after: page.next };
  }
}

async function all<Row>(batches: Promise<AsyncIterable<Row[]>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of await batches) rows.push(...batch);
  return rows;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe.each([
  { name: "people", shape: PERSON_LIST, list: searchPeople, read: readPeopleFound, q: "member:1" },
  { name: "units", shape: UNIT_LIST, list: listUnits, read: readUnitsFound, q: "data:1" },
  {
    ...{ name: "agreements", shape: AGREEMENT_LIST, list: listAgreements },
    ...{ read: readAgreementsFound, q: "data:1" },
  },
])("the list of $name", ({ shape, list, read, q }) => {
  const ways = (shape as ListShape).columns.flatMap(({ id, sorts }) =>
    sorts ? [id, `-${id}`] : [],
  );

  it.each(ways)("shows each row once, page by page, in the order %s", async (sort) => {
    const rows = await walk<{ id: string }>(shape, list, { sort });
    const { total } = await list(lead, readView(shape, {}));
    expect(new Set(idsOf(rows)).size).toBe(total);
    expect(rows).toHaveLength(total);
    const back = await walk<{ id: string }>(shape, list, {
      sort: sort.startsWith("-") ? sort.slice(1) : `-${sort}`,
    });
    expect(idsOf(back)).toHaveLength(total);
  });

  it("is handed out whole as a file, in the order of its pages", async () => {
    const sort = ways[0] ?? "";
    const rows = await walk<{ id: string }>(shape, list, { sort, q });
    const file = await all<{ id: string }>(read(lead, readView(shape, { sort, q })));
    expect(idsOf(file)).toEqual(idsOf(rows));
    expect(rows.length).toBeGreaterThan(0);
  });

  it("is the same for a viewer, and another team's for a stranger", async () => {
    const ours = await list(lead, readView(shape, {}));
    expect(idsOf((await list(viewer, readView(shape, {}))).rows)).toEqual(idsOf(ours.rows));
    const theirs = await list(stranger, readView(shape, {}));
    const known = new Set(idsOf(ours.rows));
    expect(idsOf(theirs.rows).filter((id) => known.has(id))).toEqual([]);
  });

  it("asks what each field can be asked, and the opposite finds the rest", async () => {
    for (const field of (shape as ListShape).fields) {
      const value =
        field.kind === "choice" ? field.values[0] : field.kind === "day" ? "<400d" : "1";
      const yes = await list(lead, readView(shape, { q: `${field.name}:${value}` }));
      const no = await list(lead, readView(shape, { q: `-${field.name}:${value}` }));
      expect(yes.total + no.total, field.name).toBe((await list(lead, readView(shape, {}))).all);
    }
  });
});

describe("people", () => {
  it("are counted by whether they are on the team where they are", async () => {
    const { counts, all: everybody, total } = await people({ q: "presence:left" });
    expect(counts).toEqual({ here: 112, left: 12 });
    expect([everybody, total]).toEqual([124, 12]);
  });

  it("are found by what they are without", async () => {
    const without = await people({ q: "missing:citi_data_only presence:here" });
    const holding = await people({ q: "-missing:citi_data_only presence:here" });
    expect([without.total, holding.total]).toEqual([100, 12]);
    const found = holding.rows.find(({ name }) => name === "Person 1");
    expect(found?.holdings).toEqual({ current: 2 });
  });

  it("say in how many requests they have a part, what they do there and what ends next", async () => {
    const [first] = (await people({ sort: "-requests" })).rows;
    expect(first).toMatchObject({ id: lead.personId, requests: 300 });
    const named = await people({ q: '"Person 17"' });
    expect(named.rows).toMatchObject([
      { name: "Person 17", functions: [expect.any(String)], nextEnd: null },
    ]);
    const [ending] = (await people({ sort: "ends" })).rows;
    expect(ending?.nextEnd).toEqual({ on: "2027-01-01", what: "PhysioNet account" });
  });

  it("are found by archive and country, and oneself as me", async () => {
    expect((await people({ q: "member:me archive:dbgap" })).rows).toMatchObject([
      { id: lead.personId },
    ]);
    expect((await people({ q: "archive:ega" })).total).toBe(0);
    expect((await people({ q: "country:de,es" })).total).toBe(80);
  });
});

describe("units", () => {
  it("are those of requests and agreements, each with its requests, next end and next duty", async () => {
    const { rows, counts, total } = await units({ q: '"Study 7"', sort: "code" });
    expect(counts).toEqual({ dbgap: total });
    expect(rows[0]).toMatchObject({
      ...{ name: "Study 7 GRU", archiveName: "dbGaP", requestCount: 4 },
      requests: [{ number: 396 }, { number: 266 }, { number: 136 }],
      nextDuty: { name: expect.any(String) },
    });
    const soon = await units({ sort: "ends" });
    expect(soon.rows[0]?.endsOn).not.toBeNull();
  });
});

describe("agreements", () => {
  it("are found by whether anybody signed them", async () => {
    expect([(await agreements({ q: "signed:no" })).total, (await agreements()).total]).toEqual([
      40, 40,
    ]);
    const { rows } = await agreements({ q: "signed:yes" });
    expect(rows).toEqual([]);
  });
});
