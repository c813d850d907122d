/** The address of the list of agreements under a filter. */
export function agreementsHref(
  team: string,
  filter: { archive?: string; after?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return `/t/${encodeURIComponent(team)}/agreements${query.size > 0 ? `?${query}` : ""}`;
}

/** The address of one agreement's page. */
export function agreementPath(team: string, id: string): string {
  return `${agreementsHref(team)}/${encodeURIComponent(id)}`;
}
