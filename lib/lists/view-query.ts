/** Keys of an address that belong to one visit: which page of the list, and which view was opened. */
const OF_A_VISIT = ["after", "view"];

/**
 * What a list's address says without its page, each key once and in order, so that equal views are
 * equal texts. An empty search is one too: it shows what the list leaves out by itself.
 * @param search the part behind the question mark, with or without it
 */
export function viewQuery(search: string): string {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of [...new Set(given.keys())].toSorted()) {
    if (!OF_A_VISIT.includes(key)) kept.set(key, given.get(key) ?? "");
  }
  return kept.toString();
}

/** The address of a list as a view shows it; the view is named, so that changes to it can be saved over. */
export function viewHref(listPath: string, view: { id: string; query: string }): string {
  const address = new URLSearchParams(view.query);
  address.set("view", view.id);
  return `${listPath}?${address}`;
}
