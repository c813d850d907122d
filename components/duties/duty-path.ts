import { listHref } from "@/lib/lists/address";
import { DUTY_LIST } from "@/lib/lists/duties";

/** The address of the list of duties under a search; of those to be done without one. */
export function dutiesPath(team: string, q?: string): string {
  return listHref(team, DUTY_LIST, q === undefined ? {} : { q });
}

/** The address of the page of a duty. */
export function dutyPath(team: string, id: string): string {
  return `/t/${encodeURIComponent(team)}/duties/${id}`;
}
