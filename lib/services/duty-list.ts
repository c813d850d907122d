import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import type { ListView } from "../lists/address";
import { DUTY_LIST, type DUTY_LIST as DutyList } from "../lists/duties";
import { apart, everyPage, fitting, type ListPage } from "../lists/page";
import { type ListQuery, parseQuery } from "../lists/query";
import type { ListSort } from "../lists/shape";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { dutiesUnder, isLate } from "./duty-conditions";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { inOrder, type Key, type KeysetPage, keysetPage } from "./keyset";
import { dayKey, textKey } from "./list-conditions";
import { inTeam, type Tx } from "./transaction";

/** How many lines of a file are read at once. */
const BATCH = 1_000;

type Order =
  | Extract<(typeof DutyList)["columns"][number], { sorts: string }>["id"]
  | (typeof DutyList)["orders"][number];

/**
 * One page of the team's duties as the address asks for them; what of the search cannot be read
 * narrows nothing. `counts` are by state, under all of the search but its state; what is late counts
 * as open and as missed.
 */
export async function listDuties(actor: Member, view: ListView): Promise<ListPage<DutyLine>> {
  authorise(actor, "duty.read");
  const query = parseQuery(DUTY_LIST, view.q);
  const { rest, own } = apart(query, DUTY_LIST.tabs);
  return inTeam(actor, async (tx) => {
    const page = await findPage(tx, actor, query, view);
    const stored = await countByState(tx, actor, rest);
    const all = Object.values(stored).reduce((sum, count) => sum + count, 0);
    const { late = 0, ...counts } = stored;
    return {
      rows: await readRows(tx, actor, page.ids),
      ...{ previous: page.previous, next: page.next, all },
      counts: {
        ...counts,
        ...{ open: (counts.open ?? 0) + late, missed: (counts.missed ?? 0) + late },
      },
      total: fitting(stored, own, (state, value) =>
        state === "late" ? value === "open" || value === "missed" : state === value,
      ),
      hasAny: all > 0 || (await hasAny(tx, actor)),
    };
  });
}

/**
 * Everything that the list shows under this view, all pages, in batches as they are read.
 */
export async function readDuties(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<DutyLine[]>> {
  authorise(actor, "duty.read");
  const query = parseQuery(DUTY_LIST, view.q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const page = await findPage(tx, actor, query, { sort: view.sort, after }, BATCH);
      return { rows: await readRows(tx, actor, page.ids), next: page.next };
    }),
  );
}

function findPage(
  tx: Tx,
  actor: Member,
  query: ListQuery,
  { sort, after }: Pick<ListView, "sort" | "after">,
  size?: number,
): Promise<KeysetPage> {
  return keysetPage(tx, {
    id: Prisma.sql`o.id`,
    keys: keysOf(sort, todayFor(actor)),
    from: dutiesUnder(actor, query),
    ...{ sort, after, ...(size && { size }) },
  });
}

async function readRows(tx: Tx, actor: Member, ids: string[]): Promise<DutyLine[]> {
  const rows = await tx.obligation.findMany({
    where: { teamId: actor.teamId, id: { in: ids } },
    select: LINE_COLUMNS,
  });
  const today = todayFor(actor);
  return inOrder(
    ids,
    rows.map((row) => lineOf(row, today)),
  );
}

/** What an order compares. `next`: what is to be done, nearest first, then what is over, latest first. */
function keysOf({ column, direction }: ListSort, today: Day): Key[] {
  const date = (value: Prisma.Sql): Key => ({ value: dayKey(value, direction), type: "date" });
  const text = (value: Prisma.Sql): Key => ({ value: textKey(value, direction), type: "text" });
  const number = (value: Prisma.Sql): Key => ({ value, type: "integer" });
  const isOver = Prisma.sql`o.state in ('done', 'not_applicable')`;
  const keys: Record<Order, () => Key[]> = {
    next: () => [
      { value: isOver, type: "boolean" },
      number(Prisma.sql`(o."dueOn" - date '2000-01-01') * case when ${isOver} then -1 else 1 end`),
    ],
    duty: () => [number(Prisma.sql`coalesce(array_position(${KINDS_BY_NAME}::text[], o.kind), 0)`)],
    due: () => [date(Prisma.sql`o."dueOn"`)],
    owner: () => [text(Prisma.sql`p.name`)],
    state: () => [
      number(
        Prisma.sql`case when ${isLate(today)} then 0 else 1 + array_position(${STATES}::text[], o.state::text) end`,
      ),
    ],
    archive: () => [text(Prisma.sql`o.archive`)],
    closed: () => [date(Prisma.sql`o."closedOn"`)],
  };
  return keys[column as Order]();
}

/** Their names are code, not rows. */
const KINDS_BY_NAME = DUTY_KINDS.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);

/** In the order of the list's tabs. */
const STATES = ["open", "missed", "done", "not_applicable"];

async function countByState(
  tx: Tx,
  actor: Member,
  query: ListQuery,
): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ state: string; count: number }[]>`
    select case when ${isLate(todayFor(actor))} then 'late' else o.state::text end as state,
      count(*)::int as count
    from ${dutiesUnder(actor, query)} group by 1`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function hasAny(tx: Tx, { teamId }: Member): Promise<boolean> {
  const any = await tx.obligation.findFirst({ where: { teamId }, select: { id: true } });
  return any !== null;
}
