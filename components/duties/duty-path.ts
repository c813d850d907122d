import { type DutyFilter, writeDutyFilter } from "@/lib/duties/filter";

function within(team: string): string {
  return `/t/${encodeURIComponent(team)}/duties`;
}

/** The address of the list of duties under a filter. */
export function dutiesPath(team: string, filter: Partial<DutyFilter> = {}): string {
  const query = writeDutyFilter(filter);
  return `${within(team)}${query && `?${query}`}`;
}

/** The address of the file with what the list shows under a filter, all pages. */
export function dutiesCsvPath(team: string, filter: Partial<DutyFilter>): string {
  const query = writeDutyFilter({ ...filter, page: 1 });
  return `/api/t/${encodeURIComponent(team)}/duties.csv${query && `?${query}`}`;
}

/** The address of the page of a duty. */
export function dutyPath(team: string, id: string): string {
  return `${within(team)}/${id}`;
}
