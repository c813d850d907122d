import type { Archive } from "../archives/archive";
import type { VersionEffect } from "../archives/version";
import { addDays, type Day } from "../dates/day";

/** Days within which a team decides about a newer version; no archive names any. */
const DECISION_DAYS = 14;

const PREFIX = "version:";

/** What the duties of one newer version begin with in their subject. */
export function versionPrefix(id: string): string {
  return `${PREFIX}${id}:`;
}

/** The cause of one person's duty, or of the owner's where the request is for all. */
export function versionSubject(id: string, personId: string | null): string {
  return `${versionPrefix(id)}${personId ?? ""}`;
}

/** What a newer version gives somebody to do. */
export interface VersionTask {
  kind: string;
  what: string;
  dueOn: Day;
  rule: string;
  source: string;
}

/**
 * What a newer version gives somebody to do, counted from the day on which it was seen; null where
 * it asks for nothing.
 */
export function versionTask(
  archive: Pick<Archive, "code" | "name" | "words">,
  version: { effect: VersionEffect; older: string; newer: string; source: string; seenOn: Day },
): VersionTask | null {
  const { effect, older, newer, source, seenOn } = version;
  if (effect === "nothing") return null;
  const shared = {
    dueOn: addDays(seenOn, DECISION_DAYS),
    rule: `The day on which the new version was seen plus ${DECISION_DAYS} days. No archive names a time; ${DECISION_DAYS} days to decide are ours.`,
    source,
  };
  return effect === "sign_again"
    ? {
        ...shared,
        kind: `${archive.code}_sign_new_version`,
        what: `Sign the ${archive.words.agreement} of ${newer} at ${archive.name} if you want to use it: your signature is for ${older} only. The request can be prepared under New versions.`,
      }
    : {
        ...shared,
        kind: `${archive.code}_request_new_version`,
        what: `Decide whether the team needs ${newer} and ask for it at ${archive.name}: the approval is for ${older} only. Say so under New versions.`,
      };
}
