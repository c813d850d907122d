/** The address of the member lists, or of one. */
export function rostersPath(team: string, id?: string): string {
  const list = `/t/${encodeURIComponent(team)}/rosters`;
  return id === undefined ? list : `${list}/${id}`;
}
