import type { Prisma } from "@/prisma/client/client";
import type { ListView } from "../lists/address";
import type { Cursor } from "../lists/cursor";
import { apart, byTab, everyPage, fitting, type ListPage, type TabsOf } from "../lists/page";
import { type ListQuery, parseQuery } from "../lists/query";
import type { ListShape, ListSort } from "../lists/shape";
import type { Member } from "../team/actor";
import { type Key, keysetPage } from "./keyset";
import { inTeam, type Tx } from "./transaction";

/** How many lines of a file are read at once. */
const BATCH = 1_000;

/** How the rows of a list are found and read, in one transaction. */
interface Rows<Row> {
  /** The column with the id, of type uuid. */
  id: Prisma.Sql;
  /** What follows `from` under a search, with what this order compares; none where nothing is ordered. */
  from: (query: ListQuery, order?: string) => Prisma.Sql;
  keys: (sort: ListSort) => readonly Key[];
  /** What the rows are counted by for the tabs, as text. */
  countedBy: Prisma.Sql;
  /** The rows with these ids in their order; what was deleted meanwhile is left out. */
  read: (ids: readonly string[]) => Promise<Row[]>;
}

/** A list of the team. */
export interface TeamList<Row> {
  shape: ListShape;
  /** @param query the whole search, for what has to be looked up once before its rows are found */
  rows: (tx: Tx, actor: Member, query: ListQuery) => Rows<Row> | Promise<Rows<Row>>;
  /** The tabs that the rows counted under a name stand in; the one of that name, unless it says more. */
  tabsOf?: TabsOf;
}

/**
 * One page of a list as the address asks for it; what of the search cannot be read narrows nothing.
 * `counts` are by the tabs' field, under all of the search but what it says of that.
 */
export async function pageOf<Row>(
  actor: Member,
  view: ListView,
  list: TeamList<Row>,
): Promise<ListPage<Row>> {
  const { shape, tabsOf = (name) => [name] } = list;
  const query = parseQuery(shape, view.q);
  const { rest, own } = apart(query, shape.tabs);
  // Side by side, over a connection each: to count takes as long as to find.
  const [page, { counted, all, any }] = await Promise.all([
    inTeam(actor, async (tx) => findPage(tx, await list.rows(tx, actor, query), query, view)),
    inTeam(actor, async (tx) => {
      const rows = await list.rows(tx, actor, query);
      const counted = await count(tx, rows, rest);
      const all = Object.values(counted).reduce((sum, many) => sum + many, 0);
      return { counted, all, any: all > 0 || (await hasAny(tx, rows)) };
    }),
  ]);
  return {
    ...page,
    ...{ counts: byTab(counted, tabsOf), all, total: fitting(counted, own, tabsOf) },
    hasAny: any,
  };
}

/** Everything that a list shows under a view, all pages, in batches as they are read. */
export function allPagesOf<Row>(
  actor: Member,
  { q, sort }: Pick<ListView, "q" | "sort">,
  list: TeamList<Row>,
): AsyncIterable<Row[]> {
  const query = parseQuery(list.shape, q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const rows = await list.rows(tx, actor, query);
      return findPage(tx, rows, query, { sort, after, size: BATCH });
    }),
  );
}

async function findPage<Row>(
  tx: Tx,
  { id, from, keys, read }: Rows<Row>,
  query: ListQuery,
  { sort, after, size }: { sort: ListSort; after: Cursor | null; size?: number },
): Promise<Pick<ListPage<Row>, "rows" | "previous" | "next">> {
  const { ids, previous, next } = await keysetPage(tx, {
    ...{ id, keys: keys(sort), from: from(query, sort.column) },
    ...{ sort, after, ...(size && { size }) },
  });
  return { rows: await read(ids), previous, next };
}

async function count<Row>(
  tx: Tx,
  { countedBy, from }: Rows<Row>,
  query: ListQuery,
): Promise<Record<string, number>> {
  const counted = await tx.$queryRaw<{ name: string; many: number }[]>`
    select ${countedBy} as name, count(*)::int as many from ${from(query)} group by 1`;
  return Object.fromEntries(counted.map(({ name, many }) => [name, many]));
}

async function hasAny<Row>(tx: Tx, { from }: Rows<Row>): Promise<boolean> {
  const any = await tx.$queryRaw<unknown[]>`
    select 1 from ${from({ clauses: [], words: [] })} limit 1`;
  return any.length > 0;
}
