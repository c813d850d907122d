import { Prisma } from "@/prisma/client/client";
import { isDay } from "../dates/day";
import { type Cursor, writeSort } from "../lists/cursor";
import type { ListSort } from "../lists/shape";
import type { Tx } from "./tx";

/** How many rows a page of a list shows. */
const PAGE_SIZE = 50;

/**
 * What a list is ordered by: SQL that is never null, with the type that its text is read back as.
 * Rows that are equal in all of it come in the order of their ids, so that every order is total.
 */
export interface Key {
  value: Prisma.Sql;
  type: keyof typeof READABLE;
}

const MOMENT =
  /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

/** What PostgreSQL can read back: an address may hold anything. */
const READABLE = {
  text: () => true,
  date: (text: string) => isDay(text) || /^-?infinity$/.test(text),
  integer: (text: string) => /^-?\d{1,9}$/.test(text),
  timestamptz: (text: string) => isDay(MOMENT.exec(text)?.[1] ?? ""),
  boolean: (text: string) => /^(true|false)$/.test(text),
} as const;

/** One page: the ids in their order, and where the pages beside it begin; null where there is none. */
export interface KeysetPage {
  ids: string[];
  previous: Cursor | null;
  next: Cursor | null;
}

export interface KeysetQuery {
  /** The column with the id, of type uuid. */
  id: Prisma.Sql;
  keys: readonly Key[];
  /** What follows `from`, its conditions included. */
  from: Prisma.Sql;
  sort: ListSort;
  after: Cursor | null;
  /** So many rows of a file, where nothing begins anew: what went on at the top would be there twice. */
  size?: number;
}

/**
 * The ids of one page, found by where it begins instead of by counting rows from the top: nothing is
 * shown twice or left out when rows come and go meanwhile. Where nothing lies behind its beginning
 * any more, it is the first page, and of a file nothing.
 */
export async function keysetPage(tx: Tx, query: KeysetQuery): Promise<KeysetPage> {
  const { after, size = PAGE_SIZE } = query;
  if (after && !isReadable(query.keys, after)) return keysetPage(tx, { ...query, after: null });
  const found = await tx.$queryRaw<{ id: string; values: string[] }[]>(pageSql(query, size + 1));
  if (found.length === 0 && after && query.size === undefined)
    return keysetPage(tx, { ...query, after: null });
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (after?.isBack) rows.reverse();
  const cursorAt = (index: number, isBack: boolean): Cursor | null => {
    const row = rows.at(index);
    return row ? { sort: writeSort(query.sort), values: row.values, id: row.id, isBack } : null;
  };
  return {
    ids: rows.map(({ id }) => id),
    previous: (after?.isBack ? hasMore : after) ? cursorAt(0, true) : null,
    next: hasMore || after?.isBack ? cursorAt(-1, false) : null,
  };
}

function pageSql({ id, keys, from, sort, after }: KeysetQuery, take: number): Prisma.Sql {
  const names = keys.map((_, index) => Prisma.raw(`k${index}`));
  const isUp = (sort.direction === "asc") !== (after?.isBack ?? false);
  const way = Prisma.raw(isUp ? "asc" : "desc");
  const columns = keys.map(({ value }, index) => Prisma.sql`${value} as ${names[index]}`);
  // By the uuid itself: a bare `id` would be the text that is given back.
  const order = [...names, Prisma.raw("listed.id")].map((name) => Prisma.sql`${name} ${way}`);
  return Prisma.sql`
    select id::text, array[${Prisma.join(names.map((name) => Prisma.sql`${name}::text`))}] as values
    from (select ${id} as id, ${Prisma.join(columns)} from ${from}) listed
    where ${after ? beyond(keys, names, after, isUp) : Prisma.sql`true`}
    order by ${Prisma.join(order)} limit ${take}`;
}

function isReadable(keys: readonly Key[], { values }: Cursor): boolean {
  return (
    values.length === keys.length &&
    keys.every(({ type }, index) => READABLE[type](values[index] ?? ""))
  );
}

function beyond(
  keys: readonly Key[],
  names: readonly Prisma.Sql[],
  { values, id }: Cursor,
  isUp: boolean,
): Prisma.Sql {
  const casts = keys.map(({ type }, index) => Prisma.sql`${values[index]}::${Prisma.raw(type)}`);
  const sign = Prisma.raw(isUp ? ">" : "<");
  return Prisma.sql`(${Prisma.join(names)}, id) ${sign} (${Prisma.join(casts)}, ${id}::uuid)`;
}

/** The rows in the order of the ids; what was deleted meanwhile is left out. */
export function inOrder<Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
