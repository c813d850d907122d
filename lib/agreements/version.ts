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
export interface AgreementRow extends StoredAgreement {
  previous: AgreementRow | null;
  next: AgreementRow | null;
}

/** Agreements by id, each linked with the version that it replaces and the one that replaces it. */
export function linkVersions<T extends StoredAgreement>(
  stored: readonly T[],
): ReadonlyMap<string, T & AgreementRow> {
  interface Links {
    previous: (T & Links) | null;
    next: (T & Links) | null;
  }
  const linked = new Map<string, T & Links>(
    stored.map((row) => [row.id, { ...row, previous: null, next: null }]),
  );
  for (const row of linked.values()) {
    const previous = row.replacesId === null ? undefined : linked.get(row.replacesId);
    if (!previous) continue;
    row.previous = previous;
    previous.next = row;
  }
  return linked;
}

/** This version and those before it down to the last one that had to be signed, oldest first. */
export function sinceLastSigning(row: AgreementRow): AgreementRow[] {
  const line = [row];
  for (let at = row; at.change === "minor" && at.previous; at = at.previous) {
    line.unshift(at.previous);
  }
  return line;
}
