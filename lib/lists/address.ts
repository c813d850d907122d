import { UUID } from "../uuid";
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

/** The longest part of an address that is read at all. */
const LONGEST_PART = 4_000;

// By hand, since every list would have to carry a library of schemas along for it.
function partsOf(query: unknown): (name: string) => string | undefined {
  const parts = typeof query === "object" && query !== null ? query : {};
  return (name) => {
    const value: unknown = Object.hasOwn(parts, name) ? Reflect.get(parts, name) : undefined;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === "string" && first.length <= LONGEST_PART ? first : undefined;
  };
}

/** The view of an address. Whatever cannot be read is as if it were not there; nothing throws. */
export function readView(shape: ListShape, query: unknown): ListView {
  const part = partsOf(query);
  const [q, columns, after, opened] = [part("q"), part("columns"), part("after"), part("view")];
  const order = readSort(shape, part("sort") ?? "");
  const known = shape.columns.map(({ id }) => id);
  return {
    q: (q ?? shape.start).slice(0, LONGEST_QUERY),
    sort: order,
    columns: columns === undefined ? null : known.filter((id) => columns.split(",").includes(id)),
    after: after ? readCursor(after, order) : null,
    opened: opened && UUID.test(opened) ? opened : null,
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
