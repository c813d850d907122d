import { type ListView, listHref, writeView } from "@/lib/lists/address";
import { parseQuery, withValues, writeQuery } from "@/lib/lists/query";
import type { ListShape } from "@/lib/lists/shape";

/** Which list is shown, and how: all that its parts need to lead to another look at it. */
export interface ListPlace {
  team: string;
  shape: ListShape;
  view: ListView;
}

/** The address of the same list, changed in these parts, from its first page on. */
export function changedHref({ team, shape, view }: ListPlace, change: Partial<ListView>): string {
  return listHref(team, shape, { ...view, after: null, ...change });
}

/** The address of the same list with these values of a field in place of what is said of it now. */
export function narrowedHref(place: ListPlace, field: string, values: readonly string[]): string {
  const query = withValues(parseQuery(place.shape, place.view.q), field, values);
  return changedHref(place, { q: writeQuery(query) });
}

/** The address where the list asks nothing of its rows, its order and columns kept. */
export function allHref(place: ListPlace): string {
  return changedHref(place, { q: "" });
}

/** What the address holds beside the search, for a form that sends the search alone. */
export function otherParts({ shape, view }: ListPlace): [string, string][] {
  const { sort, columns, opened } = view;
  return [...new URLSearchParams(writeView(shape, { sort, columns, opened }))];
}
