import { accessPath } from "@/components/access/access-paths";
import { dutyPath } from "@/components/duties/duty-path";
import { requestPath } from "@/components/requests/request-path";
import type { EndBandId } from "@/lib/dashboard/bands";
import type { Risk } from "@/lib/dashboard/risk";
import { listHref } from "@/lib/lists/address";
import { DUTY_LIST } from "@/lib/lists/duties";
import { REQUEST_LIST } from "@/lib/lists/requests";

/** What the list of requests is asked for the requests of a band. */
const ENDS: Record<EndBandId, string> = {
  past: "ends:past",
  within30: "ends:<=30d",
  within60: "ends:>30d ends:<=60d",
  within90: "ends:>60d ends:<=90d",
  later: "ends:>90d",
};

function within(team: string): string {
  return `/t/${encodeURIComponent(team)}`;
}

/** The address of the page that shows how a team stands. */
export function overviewPath(team: string): string {
  return `${within(team)}/overview`;
}

/** The address of the requests whose first approval ends within a band. */
export function endsPath(team: string, band: EndBandId): string {
  return listHref(team, REQUEST_LIST, { q: ENDS[band] });
}

/** The address of the requests that stand in a step of an archive. */
export function stepPath(
  team: string,
  step: { archive: string; status: string; label: string },
): string {
  const { archive, status, label } = step;
  return listHref(team, REQUEST_LIST, {
    q: `archive:${archive} status:${status} stage:"${label}"`,
  });
}

/** The address of the requests whose next move is somebody else's, longest waiting first. */
export function waitsPath(team: string): string {
  const sort = { column: "waiting", direction: "asc" } as const;
  return listHref(team, REQUEST_LIST, { q: "needs:others", sort });
}

/** The address of the open duties whose day is over. */
export function overduePath(team: string): string {
  return listHref(team, DUTY_LIST, { q: "state:open due:past" });
}

/** The address of the open duties that are due in thirty days. */
export function soonDuePath(team: string): string {
  return listHref(team, DUTY_LIST, { q: "state:open due:<=30d" });
}

/** Where a risk can be done something about. */
export function riskPath(team: string, risk: Risk): string {
  switch (risk.kind) {
    case "lapsed":
    case "ending":
      return requestPath(team, risk.number);
    case "expired":
      return `${within(team)}/people/${risk.personId}`;
    case "overdue":
      return dutyPath(team, risk.dutyId);
    case "unseen":
      return accessPath(team, { archive: risk.archive, state: "not_confirmed" });
    case "mail":
      return `${within(team)}/settings/mail`;
  }
}
