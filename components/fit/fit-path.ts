import type { FitFilter } from "@/lib/data-use/fit-filter";
import { fitQuery } from "@/lib/data-use/fit-query";

/** The address of the list under a filter. */
export function fitHref(team: string, filter: Partial<FitFilter>): string {
  const query = fitQuery(filter);
  return `/t/${encodeURIComponent(team)}/fit${query && `?${query}`}`;
}

/** The address of a purpose's form; `new` for one that is not written yet. */
export function purposeHref(team: string, id: string): string {
  return `/t/${encodeURIComponent(team)}/fit/purposes/${id}`;
}
