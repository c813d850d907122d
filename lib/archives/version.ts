/** What the version rule needs of an access unit. */
export interface VersionedUnit {
  code: string;
  version: string | null;
  accessClass: string;
  policy: string | null;
}

/**
 * What a newer version asks of whoever holds the older one: nothing, a new signature of each
 * person, or a new request.
 */
export type VersionEffect = "nothing" | "sign_again" | "new_request";

/** How an archive treats a newer version of what somebody may open already. */
export interface VersionRules {
  /**
   * Below 0 where `a` is the older version of the same thing, above 0 where it is the newer one, 0
   * where they are equal; null where their codes do not say that they are versions of one thing.
   */
  compare(a: VersionedUnit, b: VersionedUnit): number | null;
  /** What `newer` asks of those who may open `older`, in a sentence, with its public source. */
  effect(
    older: VersionedUnit,
    newer: VersionedUnit,
  ): { effect: VersionEffect; sentence: string; source: string };
  /**
   * The unit that somebody means by what they typed, as newer than `older`: its whole accession or
   * address, or where that says enough the version alone. Or why it is none, for the field.
   */
  read(
    typed: string,
    older: VersionedUnit,
  ): { ok: true; code: string; version: string | null } | { ok: false; message: string };
  /** An example of what to type, for a unit. */
  example(older: VersionedUnit): string;
}

/** Compares lists of numbers from the left; what is missing counts as 0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
