import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { dayFromColumn, dayOf } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { lies, spanOf } from "../lists/days";
import { type ListQuery, writeQuery } from "../lists/query";
import { REQUEST_LIST } from "../lists/requests";
import type { ListSort } from "../lists/shape";
import { findLifecycle, OURS, PRESSING, summarise } from "../requests/lifecycle";
import { responsiblePersons } from "../requests/responsible";
import type { Member } from "../team/actor";
import { listRequests, readRequests } from "./request-list";
import { sampleList } from "./sample-list";
import { sampleTeams } from "./sample-requests";

const COUNT = 130;
let superuser: PrismaClient;
let lead: Member;
let rows: Plain[];

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
  rows = (await readAll(lead.teamId)).map((request) => plain(request, lead));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const ALL = {
  people: { include: { person: true } },
  items: {
    orderBy: { position: "asc" },
    include: { person: true, unit: { include: { dataset: true } } },
  },
  ...{ grants: true, obligations: true, owner: true },
} satisfies Prisma.RequestInclude;

function readAll(teamId: string) {
  return superuser.request.findMany({ where: { teamId }, include: ALL });
}

type Everything = Awaited<ReturnType<typeof readAll>>[number];
type Plain = ReturnType<typeof plain>;

/** A request as the list must see it, put together one by one. */
function plain(request: Everything, me: Member) {
  const archive = archiveByCode(request.archive);
  if (!archive) throw new Error("no such archive");
  const items = request.items.map((item) => ({
    ...item,
    stepSince: dayFromColumn(item.stepSince),
  }));
  const standing = summarise(findLifecycle(archive, request.lifecycle), items);
  const movers = items
    .filter(({ step }) => step === standing.step.id)
    .flatMap(({ personId }) =>
      responsiblePersons(
        { waitingOn: standing.waitingOn, personId },
        {
          ownerId: request.ownerId,
          people: request.people as { personId: string; function: PersonFunction }[],
        },
      ),
    );
  const first = (days: (Date | null)[]) =>
    days.flatMap((date) => (date ? [dayFromColumn(date)] : [])).sort()[0] ?? null;
  return {
    ...{ ...request, standing },
    isMine: movers.includes(me.personId),
    ends: first(request.grants.filter((grant) => !grant.endedOn).map(({ endsOn }) => endsOn)),
    duty: first(
      request.obligations.filter(({ state }) => state === "open").map(({ dueOn }) => dueOn),
    ),
    waiting: standing.waitingOn === "nobody" ? null : standing.waitingSince,
    changed: dayOf(request.updatedAt, me.timeZone ?? "UTC"),
    submitted: request.submittedOn && dayFromColumn(request.submittedOn),
    names: [
      request.owner,
      ...request.people.map(({ person }) => person),
      ...request.items.flatMap(({ person }) => person ?? []),
    ],
    data: request.items.flatMap(({ unit: { code, dataset } }) => [
      ...[code, dataset.title, dataset.shortTitle],
    ]),
    holder: items.flatMap(({ person }) => person?.name ?? [])[0] ?? null,
  };
}

const holds = (text: string | null, part: string) =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;

/** Whether a row fits one value of a field. */
function fits(row: Plain, field: string, value: string): boolean {
  const { waitingOn } = row.standing;
  switch (field) {
    case "status":
      return row.standing.status === value;
    case "archive":
      return row.archive === value;
    case "needs":
      if (value === "me") return row.isMine;
      if (value === "nobody") return waitingOn === "nobody";
      return waitingOn !== "nobody" && OURS.includes(waitingOn) === (value === "team");
    case "member":
      return row.names.some(({ id, name }) =>
        value === "me" ? id === lead.personId : holds(name, value),
      );
    case "data":
      return row.data.some((text) => holds(text, value));
    case "stage":
      return holds(row.standing.step.label, value);
    default: {
      const today = dayOf(lead.now, lead.timeZone ?? "UTC");
      const shape = REQUEST_LIST.fields.find(({ name }) => name === field);
      if (shape?.kind !== "day") throw new Error(`unknown field ${field}`);
      return lies(row[shape.name], spanOf(value, shape.looks, today));
    }
  }
}

function found({ clauses, words }: ListQuery): Plain[] {
  return rows.filter(
    (row) =>
      clauses.every(
        ({ field, isNot, values }) => values.some((value) => fits(row, field, value)) !== isNot,
      ) &&
      words.every(
        (word) =>
          [`GB-${row.number}`, String(row.number)].includes(word) ||
          [row.title, row.archiveNumber, ...row.data].some((text) => holds(text, word)),
      ),
  );
}

/** What a row is compared by; `null` is last, whichever way. */
function keyOf(row: Plain, column: string): (string | number | boolean | null)[] {
  const small = (text: string | null) => text?.toLowerCase() || null;
  switch (column) {
    case "needs":
      return [!row.isMine, row.ends];
    case "request":
      return [row.number];
    case "archive":
      return [row.archive];
    case "holders":
      return [small(row.holder)];
    case "stage":
      return [PRESSING.indexOf(row.standing.status)];
    case "changed":
      return [row.updatedAt.getTime()];
    case "owner":
      return [small(row.owner.name)];
    case "archiveNumber":
      return [small(row.archiveNumber)];
    default:
      return [row[column as "ends" | "duty" | "waiting" | "submitted"]];
  }
}

function ordered(of: readonly Plain[], { column, direction }: ListSort): string[] {
  const way = direction === "asc" ? 1 : -1;
  const compare = (a: Plain, b: Plain) => {
    const [left, right] = [keyOf(a, column), keyOf(b, column)];
    for (const [index, value] of left.entries()) {
      const other = right[index] ?? null;
      if (value === other) continue;
      if (value === null || other === null) return value === null ? 1 : -1;
      return value < other ? -way : way;
    }
    return a.id < b.id ? -way : way;
  };
  return of.toSorted(compare).map(({ id }) => id);
}

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
const clause = fc.constantFrom(...REQUEST_LIST.fields).chain((field) =>
  fc.record({
    field: fc.constant<string>(field.name),
    isNot: fc.boolean(),
    values: fc.uniqueArray<string>(
      field.kind === "choice"
        ? fc.constantFrom(...field.values)
        : field.kind === "day"
          ? dayValue
          : text,
      { minLength: 1, maxLength: 3 },
    ),
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
        const expected = ordered(found(asked), order);
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
    expect(ids).toEqual(ordered(rows, view.sort));
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
