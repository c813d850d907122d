import type { Day } from "../dates/day";
import { type AgreementRow, type SignatureRow, sinceLastSigning } from "./version";

// Once one of its holders has signed, the text binds, whoever holds the office now.
const OFFICES: ReadonlySet<string> = new Set([
  "pi",
  "signing_official",
  "legal_representative",
  "committee",
]);

/** Whether whoever holds this function signs for others, so that a successor can sign instead. */
export function isOffice(held: string): boolean {
  return OFFICES.has(held);
}

/** Somebody who signed the version before and has not signed this one. */
export interface MustSign {
  function: string;
  personId: string | null;
  signatory: string;
}

/**
 * Who must sign again, because the text changed too much for their signature on the version before
 * to stand. An office is filled by anybody who holds it; everybody else signs for themselves.
 */
export function mustSignAgain(row: AgreementRow): MustSign[] {
  const { before, since } = signaturesAround(row);
  const missing = before.filter((old) => !since.some((signature) => standsFor(signature, old)));
  return missing
    .filter((old, index) => missing.findIndex((other) => standsFor(other, old)) === index)
    .map(({ function: held, personId, signatory }) => ({ function: held, personId, signatory }));
}

/**
 * The first day on which this version binds: its start, or for one that must be signed again the
 * day on which the last office signed. Null while an office that signed before has not.
 */
export function bindsFrom(row: AgreementRow): Day | null {
  const { before, since } = signaturesAround(row);
  let from = row.startsOn;
  for (const old of before.filter((signature) => isOffice(signature.function))) {
    const days = since.filter((signature) => standsFor(signature, old)).map((s) => s.signedOn);
    const [first] = days.toSorted();
    if (first === undefined) return null;
    if (first > from) from = first;
  }
  return from;
}

function signaturesAround(row: AgreementRow): { before: SignatureRow[]; since: SignatureRow[] } {
  const line = sinceLastSigning(row);
  const previous = line[0]?.change === "major" ? line[0].previous : null;
  return {
    before: previous ? sinceLastSigning(previous).flatMap(({ signatures }) => signatures) : [],
    since: line.flatMap(({ signatures }) => signatures),
  };
}

function standsFor(signature: SignatureRow, old: SignatureRow): boolean {
  if (isOffice(old.function)) return signature.function === old.function;
  if (old.personId !== null) return signature.personId === old.personId;
  return signature.personId === null && signature.signatory === old.signatory;
}
