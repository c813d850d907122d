import { unitPath } from "@/components/access/access-paths";
import { agreementPath } from "@/components/agreements/agreement-path";
import { dutyPath } from "@/components/duties/duty-path";
import { incidentsPath } from "@/components/incidents/incident-path";
import { personPath } from "@/components/people/person-path";
import { requestPath } from "@/components/requests/request-path";
import { documentAddress } from "@/lib/documents/document";
import type { Found } from "@/lib/find/found";

/** The address that something found is opened at. */
export function foundPath(team: string, { kind, id, slug, number }: Found): string {
  switch (kind) {
    case "request":
      return requestPath(team, number ?? 0);
    case "person":
      return personPath(team, id);
    case "dataset":
    case "paper":
      return `/catalogue/${encodeURIComponent(slug)}`;
    case "unit":
      return unitPath(team, id);
    case "duty":
      return dutyPath(team, id);
    case "agreement":
      return agreementPath(team, id);
    case "document":
      return documentAddress(team, id);
    case "output":
      return `/t/${encodeURIComponent(team)}/outputs`;
    case "incident":
      return incidentsPath(team, number ?? 0);
  }
}
