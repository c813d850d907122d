/** What may have happened, as agreements tell incidents apart. */
export const INCIDENT_KINDS = [
  { id: "unauthorised_use", label: "Use that was not approved" },
  { id: "unauthorised_sharing", label: "Data or access shared with somebody who is not approved" },
  { id: "security_incident", label: "Break-in, leak or other security incident" },
  { id: "lost_device", label: "Loss or theft of a device or medium" },
  { id: "re_identification", label: "Somebody was identified, or somebody tried to" },
  { id: "phi_found", label: "Identifying information found in the data" },
  { id: "early_publication", label: "Publication before the end of an embargo" },
  { id: "other", label: "Another breach of the terms" },
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number]["id"];

/** What an incident is called, for reports and letters. */
export function incidentLabel(kind: string): string {
  return INCIDENT_KINDS.find(({ id }) => id === kind)?.label ?? kind;
}

/**
 * How long there is from the moment of knowing. `hours` ends at an instant, `same_day` with the
 * calendar day of knowing, `business_days` with the so-manieth weekday after it.
 */
export type IncidentDeadline =
  | { kind: "hours"; hours: number }
  | { kind: "same_day" }
  | { kind: "business_days"; days: number };

/** Something to be told to somebody, by a deadline. */
interface IncidentDuty {
  /** The obligation's kind, e.g. `dbgap_incident_notice`. */
  kind: string;
  /** Who must be told. */
  whom: string;
  /** The address or page at which they are reached, where a public one is known. */
  where: string | null;
  /** What to do, in the imperative. */
  what: string;
  deadline: IncidentDeadline;
  /** So many hours after the moment of knowing it is worth asking again. */
  remindAfterHours: readonly number[];
  /** The arithmetic in words. */
  rule: string;
  /** The clause or page it comes from. */
  source: string;
  /** What of it no public source confirms; null where the wording is known. */
  unconfirmed: string | null;
}

/** How an archive wants to hear of an incident. */
export interface IncidentRules {
  /** What must be told; `committees` are those of the units touched, as far as they are known. */
  duties(incident: { kind: IncidentKind; committees: readonly string[] }): readonly IncidentDuty[];
  /** What holds where no duty follows from the agreement's text. */
  otherwise: string;
  /** The opening and the promise of the letter; the facts stand between them. */
  letter: { to(committees: readonly string[]): string; opening: string; closing: string };
}

/** Names as one reads them: `A`, `A and B`, `A, B and C`; `none` where there are none. */
export function inWords(names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  const last = names.at(-1) ?? none;
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
