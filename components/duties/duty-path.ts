/** The address of the list of duties under a search; of those to be done without one. */
export function dutiesPath(team: string, q?: string): string {
  const query = q === undefined ? "" : `?${new URLSearchParams({ q })}`;
  return `/t/${encodeURIComponent(team)}/duties${query}`;
}

/** The address of the page of a duty. */
export function dutyPath(team: string, id: string): string {
  return `/t/${encodeURIComponent(team)}/duties/${id}`;
}
