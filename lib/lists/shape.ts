/** The lists that can be narrowed, ordered, sent by their address and saved. */
export const LIST_IDS = ["requests", "people", "units", "agreements", "duties"] as const;
export type ListId = (typeof LIST_IDS)[number];

/**
 * A word that may stand before a colon in the search box. Its name is the same in every language, so
 * that an address and a saved view mean the same for everybody.
 * - `choice`: one of the codes in `values`
 * - `text`: found anywhere within, whatever the case
 * - `day`: `<60d`, `>2027-01-01`, `2026-12`, `past`, `none` (lib/lists/days.ts); `looks` says whether
 *   a number of days counts ahead from today (when something ends) or back (how long it waits)
 */
export type ListField =
  | { name: string; kind: "choice"; values: readonly string[] }
  | { name: string; kind: "text" }
  | { name: string; kind: "day"; looks: "ahead" | "back" };

export interface ListColumn {
  id: string;
  /** Always shown; the cell that names the row. */
  isFixed?: true;
  /** Shown only when somebody chose it. */
  isExtra?: true;
  /** Which way the first press of its header sorts; absent where it cannot be sorted by. */
  sorts?: Direction;
}

export type Direction = "asc" | "desc";

/** In which order the rows come: by a column, or by one of `orders` that no column shows. */
export interface ListSort {
  column: string;
  direction: Direction;
}

/** What can be asked of a list, and how it looks unasked. */
export interface ListShape {
  id: ListId;
  fields: readonly ListField[];
  columns: readonly ListColumn[];
  /** Orders beside those of the columns. */
  orders?: readonly string[];
  sort: ListSort;
  /** The field of kind `choice` whose values are tabs with counts. */
  tabs: string;
  /** What is asked where the address asks nothing at all. */
  start: string;
}

export function fieldOf(shape: ListShape, name: string): ListField | undefined {
  return shape.fields.find((field) => field.name === name);
}

/** The columns that are shown: the chosen ones in the list's own order, else all but the extra ones. */
export function shownColumns(shape: ListShape, chosen: readonly string[] | null): ListColumn[] {
  return shape.columns.filter((column) => {
    if (column.isFixed) return true;
    return chosen ? chosen.includes(column.id) : !column.isExtra;
  });
}

/** Whether the list can come in the order of this column. */
export function canSort(shape: ListShape, column: string): boolean {
  return (
    (shape.orders?.includes(column) ?? false) ||
    shape.columns.some(({ id, sorts }) => id === column && sorts !== undefined)
  );
}
