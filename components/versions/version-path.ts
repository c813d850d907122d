/** The address of the newer versions that a team knows of. */
export function versionsPath(team: string): string {
  return `/t/${encodeURIComponent(team)}/versions`;
}
