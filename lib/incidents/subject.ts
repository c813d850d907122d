/** What the duties of all incidents begin with in their subject. */
export const INCIDENT_SUBJECTS = "incident:";

/** What the duties of one incident begin with in their subject. */
export function incidentPrefix(incidentId: string): string {
  return `${INCIDENT_SUBJECTS}${incidentId}:`;
}

/** The cause of the duties towards one archive, of one request where the data came by one. */
export function incidentSubject(incidentId: string, archive: string, requestId: string | null) {
  return `${incidentPrefix(incidentId)}${archive}:${requestId ?? ""}`;
}

/**
 * Whether a duty comes from an incident. What must be told of one must be told whatever has become
 * of the request since.
 */
export function isOfIncident(subject: string): boolean {
  return subject.startsWith(INCIDENT_SUBJECTS);
}
