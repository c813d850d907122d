import { requestPath } from "@/components/requests/request-path";
import { type AccessFilter, writeAccessFilter } from "@/lib/readiness/access-query";
import type { Place } from "@/lib/readiness/verdict";

function within(team: string): string {
  return `/t/${encodeURIComponent(team)}`;
}

/** The address of the access page under a filter. */
export function accessPath(team: string, filter: Partial<AccessFilter> = {}): string {
  const query = writeAccessFilter(filter);
  return `${within(team)}/access${query && `?${query}`}`;
}

/** The address of the file with what the access page shows under a filter. */
export function accessCsvPath(team: string, filter: Partial<AccessFilter>): string {
  const query = writeAccessFilter(filter);
  return `/api${within(team)}/access.csv${query && `?${query}`}`;
}

/** The address of a unit's page; without a day as of today. */
export function unitPath(team: string, unitId: string, on?: string): string {
  return `${within(team)}/access/units/${unitId}${on ? `?on=${on}` : ""}`;
}

/** Where all that is known of one person and one unit is read from. */
export function cellPath(team: string, personId: string, unitId: string, on: string): string {
  return `/api${within(team)}/access/${personId}/${unitId}?on=${on}`;
}

/** Where a reason can be cured. */
export function placePath(team: string, place: Place): string {
  switch (place.kind) {
    case "person":
      return `${within(team)}/people/${place.id}`;
    case "institution":
      return `${within(team)}/institution`;
    case "request":
      return requestPath(team, place.number);
    case "agreement":
      return `${within(team)}/agreements/${place.id}`;
    case "newRequest":
      return `${within(team)}/requests/new?unit=${place.unitId}`;
    case "unit":
      return unitPath(team, place.unitId);
  }
}
