/** The address of the imports, or of something below them: a number, `new`. */
export function importsHref(
  team: string,
  below: string | number = "",
  query: Record<string, string | number | undefined> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const path = `/t/${encodeURIComponent(team)}/imports${below === "" ? "" : `/${below}`}`;
  return search.size > 0 ? `${path}?${search}` : path;
}
