/** The address of the list of copies, grouped. */
export function copiesHref(team: string, by?: "place" | "request"): string {
  return `/t/${encodeURIComponent(team)}/copies${by === "request" ? "?by=request" : ""}`;
}

/** The address of the certificates of close-out. */
export function certificatesHref(team: string): string {
  return `/t/${encodeURIComponent(team)}/certificates`;
}

/** The address of a certificate's file. */
export function certificateFile(team: string, id: string, format: "json" | "pdf"): string {
  return `/api/t/${encodeURIComponent(team)}/certificates/${encodeURIComponent(id)}.${format}`;
}
