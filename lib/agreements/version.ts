import type { Day } from "../dates/day";

/** What a new version of a text asks: `major` must be signed again, `minor` carries signatures over. */
export const CHANGES = ["major", "minor"] as const;
export type Change = (typeof CHANGES)[number];

/** A stored signature; `personId` null: signed by `signatory`, who is nobody of the team. */
export interface SignatureRow {
  id: string;
  personId: string | null;
  signatory: string;
  /** A function of lib/archives/archive.ts, or `committee`. */
  function: string;
  signedOn: Day;
  documentId: string | null;
  grantId: string | null;
}

/** An agreement as stored; `endsOn` is its last day, `endedOn` the first on which it holds no more. */
export interface StoredAgreement {
  id: string;
  startsOn: Day;
  endsOn: Day | null;
  endedOn: Day | null;
  endedBy: string | null;
  documentId: string | null;
  replacesId: string | null;
  change: string | null;
  signatures: readonly SignatureRow[];
}

/** An agreement beside the versions before and after it. */
export type Linked<T extends StoredAgreement> = T & {
  previous: Linked<T> | null;
  next: Linked<T> | null;
};
export type AgreementRow = Linked<StoredAgreement>;

/** Agreements by id, each linked with the version that it replaces and the one that replaces it. */
export function linkVersions<T extends StoredAgreement>(
  stored: readonly T[],
): ReadonlyMap<string, Linked<T>> {
  const linked = new Map(
    stored.map((row): [string, Linked<T>] => [row.id, { ...row, previous: null, next: null }]),
  );
  for (const row of linked.values()) {
    const previous = row.replacesId === null ? undefined : linked.get(row.replacesId);
    if (!previous) continue;
    row.previous = previous;
    previous.next = row;
  }
  return linked;
}

/** All versions of a text, oldest first. */
export function allVersions<T extends StoredAgreement>(row: Linked<T>): Linked<T>[] {
  const versions = [row];
  for (let at = row.previous; at; at = at.previous) versions.unshift(at);
  for (let at = row.next; at; at = at.next) versions.push(at);
  return versions;
}

/** This version and those before it down to the last one that had to be signed, oldest first. */
export function sinceLastSigning<T extends StoredAgreement>(row: Linked<T>): Linked<T>[] {
  const line = [row];
  let at = row;
  while (at.change === "minor" && at.previous) {
    at = at.previous;
    line.unshift(at);
  }
  return line;
}
