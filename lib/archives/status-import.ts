import type { Day } from "../dates/day";
import type { ReviewStatus } from "./lifecycle";

/** Everything that a status can be read from; `spreadsheet` belongs to no archive. */
export const IMPORT_KINDS = [
  "dbgap_report",
  "physionet_agreements",
  "physionet_credential",
  "physionet_training",
  "ega_permissions",
  "spreadsheet",
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Somebody as a source names them; null where it does not say. */
export interface EntryPerson {
  name: string | null;
  email: string | null;
  /** The account at the entry's archive. */
  account: string | null;
}

interface EntryBase {
  /** Where it stands in the source, in words: `row 12`, `project 12345, DAR 123456-3`. */
  at: string;
  /** What the source says there, in its own words, on one line of 500 characters at most. */
  words: string;
  /** The archive's code. */
  archive: string;
}

/** How one access unit stands, for somebody or for the whole request. Null: the source does not say. */
export interface AccessEntry extends EntryBase {
  kind: "access";
  /** The archive's number of the request, and of the item. */
  requestNumber: string | null;
  itemNumber: string | null;
  /** The title of the request. */
  title: string | null;
  /** The unit's code as `StatusImports.unitCode` writes it. */
  unitCode: string | null;
  /** What the source calls the unit, its version and its consent code. */
  unitLabel: string | null;
  unitVersion: string | null;
  consentCode: string | null;
  dac: string | null;
  person: EntryPerson | null;
  /** A step of the lifecycle that the unit's requests follow, by its id. */
  step: string | null;
  /** Where no step is said: one of the statuses that all archives share. */
  status: ReviewStatus | null;
  /** Further steps that the source's word does not tell from it. */
  fits: readonly string[];
  /** The day on which it came to stand there. */
  on: Day | null;
  /** The approval as the source says it: `endsOn` null where it names no end, `openEnded` where it says there is none. */
  approval: {
    decidedOn: Day | null;
    startsOn: Day | null;
    endsOn: Day | null;
    openEnded: boolean;
  } | null;
  /** True where the source says that the approval has run out. */
  expired: boolean;
  /** True where the source says that the whole request is closed. */
  closed: boolean;
}

/** What a person holds: a credential, a training. */
export interface QualificationEntry extends EntryBase {
  kind: "qualification";
  /** A type of the archive's `qualifications`, by id. */
  type: string;
  person: EntryPerson | null;
  /** A step of the type's lifecycle, by id. */
  step: string;
  /** Further steps that the source's word does not tell from it. */
  fits: readonly string[];
  /** The day on which it came to stand there. */
  on: Day | null;
  startsOn: Day | null;
  completedOn: Day | null;
  reportEndsOn: Day | null;
  endsOn: Day | null;
  reference: string | null;
  /** True where the source says that its time is over. */
  expired: boolean;
}

/** One statement of a source, in the same shape from whatever it was read. */
export type StatusEntry = AccessEntry | QualificationEntry;

/** A line of a source that could not be read, with the reason. */
export interface RefusedLine {
  at: string;
  text: string;
  reason: string;
}

/** Every line of a source is in one of the lists, or is named in a note as left out on purpose. */
export interface ReadResult {
  entries: StatusEntry[];
  refused: RefusedLine[];
  /** Sentences about the source as a whole. */
  notes: string[];
}

/** A page or file of an archive that says how things stand, and how it is read. */
export interface StatusSource {
  kind: ImportKind;
  name: string;
  /** The page belongs to one person, who is chosen beside it. */
  personal: boolean;
  /** What to do to get it, in order; a step may lead to the archive's page. */
  steps: readonly { text: string; link?: { label: string; url: string } }[];
  /** What a good paste looks like, in a line or two. */
  example: string;
  /** Reads what was pasted; never throws. */
  read(text: string): ReadResult;
  /** After how many days it should be looked at again; null: no rule. */
  refreshDays: number | null;
  /** Where the shape of the source is public. */
  source: string;
}

/** What an archive lets people see of their requests, and how its units are told apart. */
export interface StatusImports {
  sources: readonly StatusSource[];
  /** The code of a unit as the catalogue writes it, from any accepted spelling; null for what is none. */
  unitCode(text: string): string | null;
  /** What a unit of its own is taken for until somebody says more. */
  ownUnit: { accessClass: "controlled" | "credentialed"; policy: string | null };
  /** The step in which an approved item stands, by lifecycle. */
  approvedStep(lifecycle: string): string;
}

/** What came of a source that could not be read at all: the whole text is one refused line. */
export function refuseAll(text: string, reason: string): ReadResult {
  return {
    entries: [],
    refused: [{ at: "the whole text", text: oneLine(text), reason }],
    notes: [],
  };
}

/** A value of JSON on one line; a sentence where it is nested too deeply to be written out. */
export function jsonLine(value: unknown): string {
  try {
    return oneLine(JSON.stringify(value) ?? "");
  } catch {
    return "(nested too deeply to be shown)";
  }
}

/** One line of at most 500 characters, for `words` and refused lines. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 500 ? `${line.slice(0, 499)}…` : line;
}
