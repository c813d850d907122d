import type { Day } from "../../dates/day";
import { findDays } from "../../dates/english-day";
import { emptyAccess } from "../access-entry";
import { cellsOf, separatorOf } from "../delimited";
import {
  type AccessEntry,
  jsonLine,
  oneLine,
  type ReadResult,
  type RefusedLine,
  refuseAll,
  type StatusEntry,
} from "../status-import";

const DATASET = /(?<![a-z0-9])egad\d{11}(?![a-z0-9])/gi;
const EMAIL = /[^\s<>,;"|]+@[^\s<>,;"|]+\.[a-z]{2,}/i;
const ACCOUNT = /(?<![a-z0-9])egaw\d{11}(?![a-z0-9])/i;

/** One permission as its source writes it; `endsOn` undefined where the source has no such column. */
interface Permission {
  dataset: string;
  email: string;
  account: string;
  granted: string;
  endsOn: string | null | undefined;
  status: string;
  revoked: string;
}

/** Names that lists use for the same column, in small letters without separators. */
const COLUMNS: Record<keyof Permission, readonly string[]> = {
  dataset: [
    "datasetaccessionid",
    "datasetid",
    "dataset",
    "datasetaccession",
    "egad",
    "accession",
    "accessionid",
    "egastableid",
  ],
  email: ["email", "useremail", "mail", "emailaddress"],
  account: [
    "username",
    "user",
    "useraccessionid",
    "egaaccount",
    "account",
    "useregastableid",
    "egaw",
    "userid",
  ],
  granted: [
    "grantedon",
    "grantedat",
    "granted",
    "createdat",
    "created",
    "from",
    "startson",
    "start",
    "permissiongranted",
    "approvedon",
  ],
  endsOn: [
    "expiresat",
    "expireson",
    "expires",
    "expiry",
    "expirydate",
    "expirationdate",
    "end",
    "endson",
    "until",
    "validuntil",
  ],
  status: ["status", "state", "permissionstatus", "permissionstate"],
  revoked: ["revokedon", "revokedat", "revoked", "removedon", "removedat", "deletedat"],
};
/** Words of lists for a permission that was taken away, has run out, or stands. */
const REVOKED = /\b(?:revoked|removed|deleted|withdrawn|terminated|inactive|disabled)\b/i;
const EXPIRED = /\b(?:expired|lapsed|ended)\b/i;
const STANDS = /^(?:|active|approved|granted|accepted|valid|enabled|current|ok|yes|true)$/i;
/** Where a line has no names of columns, any word of a state tells it. */
const STATE = new RegExp(
  `${REVOKED.source}|${EXPIRED.source}|\\b(?:pending|requested|denied|rejected|refused)\\b`,
  "i",
);
const NOT_SO = /^(?:|false|no|0|null|none|never|-|n\/a)$/i;

/**
 * Reads a list of permissions at EGA: JSON as its permission service gives it, or a table that was
 * pasted, with or without a line of column names. One permission is one account and one data set.
 * Never throws.
 * Source: icgc-argo/dac-api on GitHub, src/jobs/ega; https://ega-archive.org/
 */
export function readPermissions(text: string): ReadResult {
  if (text.trim() === "")
    return refuseAll(text, "There is nothing in the box; paste the list into it.");
  return /^\s*[[{]/.test(text) ? readJson(text) : readTable(text);
}

function readJson(text: string): ReadResult {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuseAll(
      text,
      "The list is cut off or damaged: it begins as JSON and does not end as such. Copy it again; nothing of it was taken over.",
    );
  }
  const list = listIn(parsed);
  if (!list) return refuseAll(text, "This is JSON, but no list of EGA permissions.");
  const result: ReadResult = { entries: [], refused: [], notes: [] };
  for (const [index, row] of list.entries()) {
    const at = `permission ${index + 1}`;
    add(result, at, jsonLine(row), fromFields(row));
  }
  if (list.length === 0) result.notes.push("The list holds no permission.");
  return withoutPartly(result);
}

/** The list itself, or the one that a wrapper of one or two levels holds. */
function listIn(value: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null || depth > 1) return null;
  if (Object.keys(value).some((key) => COLUMNS.dataset.includes(plain(key)))) return [value];
  for (const held of Object.values(value)) {
    const list = typeof held === "object" ? listIn(held, depth + 1) : null;
    if (list) return list;
  }
  return null;
}

function fromFields(row: unknown): Permission | null {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return null;
  const known = new Map(Object.entries(row).map(([key, value]) => [plain(key), value]));
  return pick((names) => {
    const name = names.find((one) => known.has(one));
    if (name === undefined) return undefined;
    const value = known.get(name);
    return ["string", "number", "boolean"].includes(typeof value) ? String(value) : null;
  });
}

function readTable(text: string): ReadResult {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const separator = separatorOf(first);
  const header = cellsOf(first, separator).map(plain);
  const isHeader = header.some((name) => COLUMNS.dataset.includes(name));
  const result: ReadResult = { entries: [], refused: [], notes: [] };
  let seen = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (isHeader && !seen) {
      seen = true;
      continue;
    }
    const cells = cellsOf(line, separator);
    const permission = isHeader ? fromCells(header, cells) : fromWords(line);
    add(result, `line ${index + 1}`, oneLine(line), permission);
  }
  return withoutPartly(result);
}

function fromCells(header: readonly string[], cells: readonly string[]): Permission {
  return pick((names) => {
    const at = header.findIndex((name) => names.includes(name));
    return at < 0 ? undefined : (cells[at] ?? null);
  });
}

function pick(cell: (names: readonly string[]) => string | null | undefined): Permission {
  return {
    dataset: cell(COLUMNS.dataset) ?? "",
    email: cell(COLUMNS.email) ?? "",
    account: cell(COLUMNS.account) ?? "",
    granted: cell(COLUMNS.granted) ?? "",
    endsOn: cell(COLUMNS.endsOn),
    ...{ status: cell(COLUMNS.status) ?? "", revoked: cell(COLUMNS.revoked) ?? "" },
  };
}

/** A line without column names: of two days, the earlier one is that of granting. */
function fromWords(line: string): Permission {
  const days = findDays(line)
    .map(({ day }) => day)
    .toSorted();
  return {
    dataset: line.match(DATASET)?.[0] ?? "",
    email: EMAIL.exec(line)?.[0] ?? "",
    account: ACCOUNT.exec(line)?.[0] ?? "",
    granted: days[0] ?? "",
    endsOn: days.length > 1 ? days.at(-1) : undefined,
    ...{ status: STATE.exec(line)?.[0] ?? "", revoked: "" },
  };
}

function add(result: ReadResult, at: string, words: string, permission: Permission | null): void {
  const read = permission ? entryOf(at, words, permission) : "This is no permission.";
  if (typeof read !== "string") result.entries.push(read);
  else result.refused.push({ at, text: words, reason: read } satisfies RefusedLine);
}

/** What was taken back from one account while others keep it says nothing of the team's access. */
function withoutPartly({ entries, refused, notes }: ReadResult): ReadResult {
  const isBack = (entry: StatusEntry) => entry.kind === "access" && entry.step === "revoked";
  const unitOf = (entry: StatusEntry) => (entry.kind === "access" ? entry.unitCode : null);
  const standing = new Set(entries.filter((entry) => !isBack(entry)).map(unitOf));
  const isPartly = (entry: StatusEntry) => isBack(entry) && standing.has(unitOf(entry));
  const reason =
    "It was taken back from this account, while the list shows others for whom it stands. Record on the person's page or on the request what that means.";
  return {
    entries: entries.filter((entry) => !isPartly(entry)),
    refused: [
      ...refused,
      ...entries.filter(isPartly).map(({ at, words }) => ({ at, text: words, reason })),
    ],
    notes,
  };
}

/** The entry, or why there is none. */
function entryOf(at: string, words: string, permission: Permission): AccessEntry | string {
  const [dataset, ...others] = permission.dataset.match(DATASET) ?? words.match(DATASET) ?? [];
  if (!dataset) return "It names no data set of EGA (EGAD and eleven digits).";
  if (others.some((other) => other.toUpperCase() !== dataset.toUpperCase())) {
    return "It names several data sets; write one to a line.";
  }
  const granted = dayIn(permission.granted);
  const ends = dayIn(permission.endsOn ?? "");
  if (granted === "wrong")
    return `“${oneLine(permission.granted)}” is no day that can be read without doubt.`;
  if (ends === "wrong")
    return `“${oneLine(permission.endsOn ?? "")}” is no day that can be read without doubt.`;
  if (granted && ends && ends < granted) return "It ends before it was granted; check both days.";
  const email = EMAIL.exec(`${permission.email} ${permission.account}`)?.[0]?.toLowerCase() ?? null;
  const account = permission.account || null;
  const status = permission.status.trim();
  const isBack = REVOKED.test(status) || !NOT_SO.test(permission.revoked.trim());
  const isOver = EXPIRED.test(status);
  if (!isBack && !isOver && !STANDS.test(status)) {
    return `“${oneLine(status)}” is no state of a permission that was given.`;
  }
  const back = isBack ? findDays(permission.revoked)[0]?.day : undefined;
  return {
    ...emptyAccess("ega", at, words),
    unitCode: dataset.toUpperCase(),
    person: email || account ? { name: null, email, account } : null,
    ...(isBack ? { step: "revoked", on: back ?? null } : { step: "granted", on: granted }),
    expired: isOver && !isBack,
    approval: isBack
      ? null
      : {
          decidedOn: granted,
          startsOn: granted,
          endsOn: ends,
          openEnded: permission.endsOn !== undefined && ends === null && !isOver,
        },
  };
}

/** Null where nothing is written, `wrong` where it is not one day. */
function dayIn(written: string): Day | null | "wrong" {
  if (/^\s*(?:null|none|never|-|n\/a)?\s*$/i.test(written)) return null;
  const [found, ...others] = findDays(written);
  return found && others.length === 0 ? found.day : "wrong";
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
