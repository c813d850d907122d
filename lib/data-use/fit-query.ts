import type { FitFilter } from "./fit-filter";

/** The address's query for a view, without what is off. */
export function fitQuery(filter: Partial<FitFilter>): string {
  const query = new URLSearchParams();
  for (const name of ["purpose", "verdict", "archive", "q", "page"] as const) {
    const value = filter[name];
    if (value !== undefined && !(name === "page" && value === 1)) query.set(name, String(value));
  }
  return query.toString();
}
