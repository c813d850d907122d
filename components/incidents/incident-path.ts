/** The address of the list of incidents, or of one. */
export function incidentsPath(team: string, number?: number): string {
  const list = `/t/${encodeURIComponent(team)}/incidents`;
  return number === undefined ? list : `${list}/${number}`;
}
