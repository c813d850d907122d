/** Where the list of agreements stands. */
export function agreementsHref(team: string): string {
  return `/t/${encodeURIComponent(team)}/agreements`;
}

/** The address of one agreement's page. */
export function agreementPath(team: string, id: string): string {
  return `${agreementsHref(team)}/${encodeURIComponent(id)}`;
}
