import { personPath } from "@/components/people/person-path";

/** The address of the page that shows what follows from somebody's leaving; with a day as of then. */
export function departurePath(team: string, personId: string, on?: string): string {
  return `${personPath(team, personId)}/leave${on ? `?on=${on}` : ""}`;
}
