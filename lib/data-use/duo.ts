import { DUO_TERMS, type DuoTerm } from "./duo-terms";

/** A term as a data set carries it. `value` is its disease, day or list, null where none is given. */
export interface DuoStatement {
  term: DuoTerm;
  value: string | null;
}

/** Codes of combined terms that the ontology gave up, with what they stood for. */
const RETIRED: Readonly<Record<string, readonly string[]>> = {
  // "General research use and clinical care"
  "DUO:0000005": ["DUO:0000042", "DUO:0000043"],
};

/** One digit too many, in the ontology's own files and in much that was copied from them. */
const MISSPELT: Readonly<Record<string, string>> = { "DUO:00000044": "DUO:0000044" };

const SPELLING =
  /^(?:https?:\/\/purl\.obolibrary\.org\/obo\/|obo:)?DUO[:_](\d{7,8})(?:\s*=\s*(.+))?$/is;

const byCode = new Map(DUO_TERMS.map((term) => [term.code, term]));

/**
 * Reads a term in any of its spellings: `DUO:0000042`, `DUO_0000042`, the address
 * `http://purl.obolibrary.org/obo/DUO_0000042`; a value follows after `=`, for example
 * `DUO:0000024=2027-03-01` or `DUO:0000022=DE, AT`. A retired combined term gives its parts.
 * @returns null where the text names no term of the ontology
 */
export function readDuo(text: string): DuoStatement[] | null {
  const found = SPELLING.exec(text.trim());
  if (!found) return null;
  const written = `DUO:${found[1]}`;
  const value = found[2]?.trim() || null;
  const codes = RETIRED[written] ?? [MISSPELT[written] ?? written];
  const terms = codes.flatMap((code) => byCode.get(code) ?? []);
  return terms.length === 0 ? null : terms.map((term) => ({ term, value }));
}
