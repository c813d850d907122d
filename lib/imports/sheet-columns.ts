import { ARCHIVES } from "../archives/index";
import type { Meaning } from "./meanings";
import { type Cell, cellText, isBlank, plainWord } from "./sheet";

/** What people write above a column, as it is compared; the first that fits the whole name wins. */
const NAMES: Partial<Record<Meaning, readonly string[]>> = {
  archive: ["archive", "repository", "source", "platform", "archiv", "portal", "provider"],
  unit: [
    ...["accession", "dataset id", "data set id", "study id", "study accession", "egad", "phs"],
    ...["dataset accession", "identifier", "id", "unit", "phs id", "ega id", "slug", "link", "url"],
  ],
  unitTitle: ["dataset", "data set", "study", "name", "dataset name", "study name", "cohort"],
  unitVersion: ["version", "data version", "release"],
  consentCode: ["consent", "consent code", "consent group", "consent abbrev", "dul"],
  dac: ["dac", "committee", "data access committee", "egac"],
  title: ["project", "project title", "title", "request", "application", "projekt", "titel"],
  requestNumber: [
    ...["project id", "project number", "application number", "request number", "number"],
    ...["request id", "application id", "project no", "nr", "no"],
  ],
  itemNumber: ["dar", "dar number", "dar id", "dar no", "data access request"],
  person: [
    ...["person", "user", "holder", "who", "pi", "investigator", "member", "researcher", "nutzer"],
    ...["applicant", "pi name", "full name", "requester", "granted to", "inhaber"],
  ],
  email: ["email", "e mail", "mail", "email address", "user email", "contact", "e mail adresse"],
  account: ["account", "username", "user name", "login", "era commons", "ega account", "konto"],
  status: ["status", "state", "stage", "outcome", "decision", "access", "stand", "approved"],
  statusOn: ["status date", "since", "as of", "last update", "updated", "seit"],
  decidedOn: [
    ...["approved on", "approval date", "date approved", "granted on", "decision date", "granted"],
    ...["date granted", "signed on", "date signed", "accepted on", "genehmigt am", "approval"],
  ],
  startsOn: ["start", "start date", "starts", "from", "valid from", "begin", "beginn", "von"],
  endsOn: [
    ...["end", "ends", "end date", "expiry", "expires", "expiration", "expiry date", "until"],
    ...["expiration date", "valid until", "renewal due", "due", "renew by", "bis", "ablauf"],
    ...["gultig bis", "expires on", "ends on", "renewal date", "valid to"],
  ],
  note: ["note", "notes", "comment", "comments", "remarks", "bemerkung", "notizen", "todo"],
};

const MEANING_OF = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) =>
    names.map((name) => [name, meaning as Meaning] as const),
  ),
);
const ROWS_SEARCHED = 20;
const ROWS_LOOKED_AT = 200;
const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** The row that most likely holds the names of the columns, by its index. */
export function findHeader(rows: readonly (readonly Cell[])[]): number {
  const scored = rows.slice(0, ROWS_SEARCHED).map((row, index) => ({
    index,
    known: row.filter((cell) => MEANING_OF.has(plainWord(cellText(cell)))).length,
  }));
  const [best] = scored.sort((a, b) => b.known - a.known || a.index - b.index);
  if (best && best.known > 0) return best.index;
  return Math.max(
    0,
    rows.findIndex((row) => !isBlank(row)),
  );
}

/**
 * What each column of a sheet most likely means, told by its name and, where that says little, by what
 * stands below it. No meaning is given twice, but `note` and `none`.
 */
export function guessColumns(rows: readonly (readonly Cell[])[], header: number): Meaning[] {
  const below = rows.slice(header + 1, header + 1 + ROWS_LOOKED_AT);
  const width = Math.max(
    0,
    ...rows.slice(header, header + 1 + ROWS_LOOKED_AT).map((row) => row.length),
  );
  const taken = new Set<Meaning>();
  return Array.from({ length: width }, (_, column) => {
    const cells = below.map((row) => cellText(row[column])).filter(Boolean);
    const guess = guessColumn(cellText(rows[header]?.[column]), cells);
    if (guess === "note" || guess === "none" || !taken.has(guess)) {
      taken.add(guess);
      return guess;
    }
    return "note";
  });
}

function guessColumn(name: string, cells: readonly string[]): Meaning {
  const most = (fits: (text: string) => boolean) =>
    cells.length > 0 && cells.filter(fits).length * 2 > cells.length;
  const named = MEANING_OF.get(plainWord(name));
  // "Dataset" stands above accessions as often as above names: the cells decide.
  if (named === undefined || named === "unitTitle" || named === "unit") {
    if (most(isUnit)) return "unit";
    if (named === "unit" && !most((text) => /\d/.test(text))) return "unitTitle";
  }
  if (named) return named;
  if (most((text) => EMAIL.test(text))) return "email";
  return name === "" && cells.length === 0 ? "none" : "note";
}

function isUnit(text: string): boolean {
  return (
    ARCHIVES.some((archive) => archive.imports.unitCode(text) !== null) ||
    /\bphs\d{6}\b/i.test(text)
  );
}
