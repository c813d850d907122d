/** The address of a person's page; without a person that of the reader's own. */
export function personPath(team: string, personId?: string): string {
  return `/t/${encodeURIComponent(team)}/people/${personId ?? OWN_PAGE}`;
}

/** What stands in an address for whoever reads it. */
export const OWN_PAGE = "me";
