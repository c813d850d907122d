import { z } from "zod";
import { type Cursor, readCursor, writeCursor, writeSort } from "./cursor";
import { canSort, type ListShape, type ListSort } from "./shape";

/** Everything that makes a page of a list what it is; all of it stands in its address. */
export interface ListView {
  /** The search as it was typed, problems included. */
  q: string;
  sort: ListSort;
  /** The ids of the chosen columns; null for those of the list itself. */
  columns: string[] | null;
  /** Where the page begins; null for the first one. */
  after: Cursor | null;
  /** The id of the saved view that was opened, for as long as one narrows and sorts on from it. */
  opened: string | null;
}

/** More than anybody types; a longer search is cut. */
const LONGEST_QUERY = 1000;

const one = z
  .preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().max(4000))
  .optional()
  .catch(undefined);

const uuid = one.pipe(z.uuid().optional()).catch(undefined);

const address = z.object({ q: one, sort: one, columns: one, after: one, view: uuid });

/** The view of an address. Whatever cannot be read is as if it were not there; nothing throws. */
export function readView(shape: ListShape, query: unknown): ListView {
  const { q, sort, columns, after, view } = address.catch({}).parse(query);
  const order = readSort(shape, sort ?? "");
  const known = shape.columns.map(({ id }) => id);
  return {
    q: (q ?? shape.start).slice(0, LONGEST_QUERY),
    sort: order,
    columns: columns === undefined ? null : known.filter((id) => columns.split(",").includes(id)),
    after: after ? readCursor(after, order) : null,
    opened: view ?? null,
  };
}

/** What an address asks, without what the list shows by itself: `q=archive%3Aega&sort=-ends`. */
export function writeView(shape: ListShape, view: Partial<ListView>): string {
  const { q, sort, columns, after, opened } = view;
  const query = new URLSearchParams();
  if (q !== undefined && q.trim() !== shape.start) query.set("q", q.trim());
  if (sort && writeSort(sort) !== writeSort(shape.sort)) query.set("sort", writeSort(sort));
  if (columns) query.set("columns", columns.join(","));
  if (opened) query.set("view", opened);
  if (after) query.set("after", writeCursor(after));
  return query.toString();
}

/** The address of a list of a team under a view; of a view's parts, those that are not given are the list's own. */
export function listHref(team: string, shape: ListShape, view: Partial<ListView> = {}): string {
  const query = writeView(shape, view);
  return `/t/${encodeURIComponent(team)}/${shape.id}${query && `?${query}`}`;
}

function readSort(shape: ListShape, text: string): ListSort {
  const direction = text.startsWith("-") ? "desc" : "asc";
  const column = text.replace(/^-/, "");
  return canSort(shape, column) ? { column, direction } : shape.sort;
}
