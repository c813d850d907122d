import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import { Prisma, type PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { writeQuery } from "../lists/query";
import { REQUEST_LIST } from "../lists/requests";
import type { ListField } from "../lists/shape";
import type { Member } from "../team/actor";
import { keysetPage } from "./keyset";
import { requestKeys, requestsUnder } from "./request-facts";
import { listRequests, readRequests } from "./request-list";
import { sampleList } from "./sample-list";
import { plainlyFound, plainlyOrdered, plainRequests } from "./sample-plain-list";
import { sampleTeams } from "./sample-requests";
import { inTeam } from "./transaction";

const COUNT = 130;
let superuser: PrismaClient;
let lead: Member;
let rows: Awaited<ReturnType<typeof plainRequests>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await loadCatalogue(superuser);
  const teams = await sampleTeams(superuser);
  lead = { ...teams.lead, timeZone: "Pacific/Auckland" };
  await sampleList(superuser, lead, COUNT);
  // Another team's, which must never be seen.
  await sampleList(superuser, teams.stranger, 20);
  rows = await plainRequests(superuser, lead);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const dayValue = fc.constantFrom(
  ...[
    "<60d",
    "30d",
    ">30d",
    ">=2w",
    "<2m",
    "past",
    "none",
    "today",
    "2026",
    "2026-12",
    ">2026-11-22",
  ],
);
const text = fc.constantFrom(
  ...[
    "me",
    "ana",
    "Ruiz",
    "ö",
    "12",
    "lung",
    "EGAD1",
    "%",
    "_",
    'a "q',
    "draft",
    "GB-7",
    "approved",
  ],
);
function valuesOf(field: ListField): fc.Arbitrary<string> {
  if (field.kind === "choice") return fc.constantFrom(...field.values);
  return field.kind === "day" ? dayValue : text;
}
const clause = fc.constantFrom(...REQUEST_LIST.fields).chain((field) =>
  fc.record({
    field: fc.constant<string>(field.name),
    isNot: fc.boolean(),
    values: fc.uniqueArray(valuesOf(field), { minLength: 1, maxLength: 3 }),
  }),
);
const query = fc.record({
  clauses: fc.array(clause, { maxLength: 2 }),
  words: fc.array(text, { maxLength: 1 }),
});
const sort = fc.record({
  column: fc.constantFrom<string>(...REQUEST_LIST.columns.map(({ id }) => id), "needs"),
  direction: fc.constantFrom("asc" as const, "desc" as const),
});

describe("the list of requests", () => {
  it("shows what a plain look at every row finds, in its order, page by page there and back", async () => {
    await fc.assert(
      fc.asyncProperty(query, sort, async (asked, order) => {
        const expected = plainlyOrdered(plainlyFound(rows, asked, lead), order);
        const view = { ...readView(REQUEST_LIST, {}), q: writeQuery(asked), sort: order };
        const ids: string[] = [];
        let page = await listRequests(lead, view);
        expect(page.total).toBe(expected.length);
        expect(page.previous).toBeNull();
        ids.push(...page.rows.map(({ id }) => id));
        const sizes = [page.rows.length];
        while (page.next) {
          page = await listRequests(lead, { ...view, after: page.next });
          ids.push(...page.rows.map(({ id }) => id));
          sizes.push(page.rows.length);
        }
        expect(ids).toEqual(expected);
        for (let at = sizes.length - 1; page.previous; at--) {
          const end = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
          page = await listRequests(lead, { ...view, after: page.previous });
          const shown = page.rows.map(({ id }) => id);
          expect(shown).toEqual(expected.slice(end - shown.length, end));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts each status under the rest of the search", async () => {
    const view = readView(REQUEST_LIST, { q: "archive:ega status:draft" });
    const { counts, all, total } = await listRequests(lead, view);
    const fitting = rows.filter(({ archive }) => archive === "ega");
    expect(all).toBe(fitting.length);
    for (const [status, count] of Object.entries(counts)) {
      expect(count).toBe(fitting.filter(({ standing }) => standing.status === status).length);
    }
    expect(total).toBe(counts.draft);
  });

  it("marks the same rows as the reader's move as it finds by needs:me", async () => {
    const { rows: mine } = await listRequests(lead, readView(REQUEST_LIST, { q: "needs:me" }));
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every(({ isMyMove }) => isMyMove)).toBe(true);
  });

  it("hands out all pages for a file, in the list's order", async () => {
    const view = readView(REQUEST_LIST, { q: "", sort: "ends" });
    const ids: string[] = [];
    for await (const batch of await readRequests(lead, view))
      ids.push(...batch.map(({ id }) => id));
    expect(ids).toEqual(plainlyOrdered(rows, view.sort));
  });

  it("ends a file where the rows behind its last piece are gone meanwhile", async () => {
    const sort = { column: "request", direction: "asc" as const };
    const after = { sort: "request", values: ["999999"], id: rows[0]?.id ?? "", isBack: false };
    const asked = { id: Prisma.sql`r.id`, keys: requestKeys(sort), sort, after };
    const from = requestsUnder(lead, { clauses: [], words: [] }, "request");
    const pieceOf = (more: object) =>
      inTeam(lead, (tx) => keysetPage(tx, { ...asked, from, ...more }));
    expect(await pieceOf({ size: 10 })).toEqual({ ids: [], previous: null, next: null });
    expect((await pieceOf({})).ids).toHaveLength(50);
  });

  it("begins anew where an address holds what its order cannot compare", async () => {
    const view = readView(REQUEST_LIST, { sort: "ends" });
    const id = rows[0]?.id ?? "";
    for (const value of ["2026-02-30", "x", "", "1 or 1=1"]) {
      const after = { sort: "ends", values: [value], id, isBack: false };
      const { rows: shown, previous } = await listRequests(lead, { ...view, after });
      expect([shown.length, previous]).toEqual([50, null]);
    }
    const after = {
      sort: "ends",
      values: ["infinity"],
      id: "ffffffff-ffff-4fff-8fff-ffffffffffff",
      isBack: false,
    };
    expect((await listRequests(lead, { ...view, after })).rows).toHaveLength(50);
  });

  it("says of a team without requests that it has none", async () => {
    const { stranger } = await sampleTeams(superuser);
    const page = await listRequests(stranger, readView(REQUEST_LIST, { q: "archive:ega" }));
    expect(page).toMatchObject({ rows: [], hasAny: false, total: 0, next: null, previous: null });
  });
});
