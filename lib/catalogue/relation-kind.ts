/**
 * How one data set stands to another, read from the first to the second: a demo is `demo_of` the
 * full set, a TOPMed study `requires_access_to` its parent cohort. `related_to` is for sets of the
 * same people whose overlap nobody has confirmed. Papers are not relations: see Publication.
 */
export const RELATION_KINDS = [
  "derived_from",
  "part_of",
  "same_files_as",
  "mirror_of",
  "version_of",
  "supersedes",
  "cross_listed_as",
  "requires_access_to",
  "demo_of",
  "open_companion_of",
  "related_to",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Relations between data sets of the same people: another gate to the same study. */
export const SAME_STUDY: ReadonlySet<string> = new Set<RelationKind>([
  "cross_listed_as",
  "same_files_as",
  "mirror_of",
  "related_to",
]);

/** The message for a relation as read on the page of its first (`from`) or second (`to`) data set. */
export function relationLabelKey<K extends RelationKind, E extends "from" | "to">(kind: K, end: E) {
  return `terms.relation.${kind}.${end}` as const;
}
