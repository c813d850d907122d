import type { Column } from "@/components/ui/data-table";
import { type ListColumn, shownColumns } from "@/lib/lists/shape";
import { changedHref, type ListPlace } from "./list-place";

/** The shown ones of a list's columns, each with the link that sorts by it. */
export function listColumns<Row>(place: ListPlace, columns: readonly Column<Row>[]): Column<Row>[] {
  return shownColumns(place.shape, place.view.columns).flatMap((shown) =>
    columns
      .filter(({ id }) => id === shown.id)
      .map((column) => ({ ...column, ...(shown.sorts && { sort: sortOf(place, shown) }) })),
  );
}

/** The other way round where the list is sorted by this column already. */
function sortOf(place: ListPlace, { id, sorts = "asc" }: ListColumn): Column<unknown>["sort"] {
  const { sort } = place.view;
  const isOn = sort.column === id;
  const direction = isOn ? (sort.direction === "asc" ? "desc" : "asc") : sorts;
  return {
    href: changedHref(place, { sort: { column: id, direction } }),
    ...(isOn && { now: sort.direction === "asc" ? "ascending" : "descending" }),
  };
}
