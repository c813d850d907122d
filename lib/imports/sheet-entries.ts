import { emptyAccess } from "../archives/access-entry";
import { ARCHIVES, archiveByCode } from "../archives/index";
import {
  type AccessEntry,
  oneLine,
  type ReadResult,
  type RefusedLine,
} from "../archives/status-import";
import type { Day } from "../dates/day";
import { parseAddress } from "../team/address";
import { columnsOf, DAY_MEANINGS, type Meaning } from "./meanings";
import type { Lines } from "./preview";
import { type Cell, cellText, columnName, isBlank, plainWord, type Sheet } from "./sheet";
import { readDayCell } from "./sheet-days";
import { readCells, readStatus, type SheetMapping } from "./sheet-mapping";
import { saysOver } from "./sheet-words";

type DayMeaning = (typeof DAY_MEANINGS)[number];
/** What a cell of data sets may hold; the reader of files cuts longer ones a little further on. */
const LONGEST_UNITS = 1_900;
type Days = Record<DayMeaning, Day | null> & { openEnded: boolean };

/**
 * Reads the rows of a sheet as a mapping says. Every row below the names of the columns becomes
 * entries, is refused with its reason, or is counted in a note as empty. Never throws.
 */
export function readSheet(sheet: Sheet, mapping: SheetMapping): ReadResult {
  const { entries, refused, notes } = openSheet(sheet, mapping);
  return { entries: [...entries], refused: [...refused], notes };
}

/**
 * As `readSheet`, but each row is read when it is asked for, and again each time: the entries of
 * 50 000 rows need not lie in memory together. `total`: how many entries and refused rows there are.
 */
export function openSheet(sheet: Sheet, mapping: SheetMapping): Lines & { notes: string[] } {
  const notes = [...sheet.notes];
  const filled = sheet.rows.filter((row, index) => index > mapping.header && !isBlank(row)).length;
  const empty = sheet.rows.length - mapping.header - 1 - filled;
  if (mapping.header > 0)
    notes.push(
      `Rows 1 to ${mapping.header} stand above the names of the columns and were left out.`,
    );
  if (empty > 0)
    notes.push(empty === 1 ? "One empty row was left out." : `${empty} empty rows were left out.`);
  let total = 0;
  for (const line of linesOf(sheet, mapping)) total += Array.isArray(line) ? line.length : 1;
  return {
    total,
    entries: {
      *[Symbol.iterator]() {
        for (const line of linesOf(sheet, mapping)) if (Array.isArray(line)) yield* line;
      },
    },
    refused: {
      *[Symbol.iterator]() {
        for (const line of linesOf(sheet, mapping)) if (!Array.isArray(line)) yield line;
      },
    },
    notes,
  };
}

/** The entries of each row, or why there are none. */
function* linesOf(sheet: Sheet, mapping: SheetMapping): Generator<AccessEntry[] | RefusedLine> {
  const seen = new Map<string, number>();
  for (const [index, row] of sheet.rows.entries()) {
    if (index <= mapping.header || isBlank(row)) continue;
    const number = index + 1;
    const words = wordsOf(row, sheet.rows[mapping.header] ?? []);
    const key = JSON.stringify(row.map(cellText));
    const first = seen.get(key);
    const read =
      first === undefined
        ? readRow(row, number, words, mapping)
        : refused(`The same as row ${first}.`);
    if (first === undefined) seen.set(key, number);
    yield Array.isArray(read) ? read : { at: `row ${number}`, text: words, reason: read.reason };
  }
}

type Refusal = Pick<RefusedLine, "reason">;

function refused(reason: string): Refusal {
  return { reason };
}

function readRow(
  row: readonly Cell[],
  number: number,
  words: string,
  mapping: SheetMapping,
): AccessEntry[] | Refusal {
  const cell = readCells(row, mapping);
  const broken = brokenCell(row, mapping);
  if (broken) return refused(broken);
  const long = columnsOf(mapping.columns, ["unit"]).find(
    (column) => cellText(row[column]).length > LONGEST_UNITS,
  );
  if (long !== undefined) {
    return refused(
      `Its column ${columnName(long)} is longer than ${LONGEST_UNITS} characters; write its data sets in several rows.`,
    );
  }
  const text = (meaning: Meaning) => oneLine(cellText(cell(meaning))) || null;
  const archives = archivesOf(text("archive"), mapping);
  const units = unitsOf(cellText(cell("unit")), text("unitVersion"), archives);
  const [archive] = units.length > 0 ? units.map((unit) => unit.archive) : archives;
  if (!archive || (archives.length !== 1 && units.length === 0)) return refused(whyNoArchive(text));
  if (units.length === 0 && !text("unit") && !text("unitTitle"))
    return refused("It names no data set.");
  const days = readDays(cell, mapping);
  if ("reason" in days) return days;
  const statusWord = text("status");
  const status = readStatus(cell("status"), mapping);
  // Notes such as “asked by phone” stand in columns of addresses, too; mail must never go there.
  const email = parseAddress(text("email") ?? "");
  const person = { name: text("person"), email, account: text("account") };
  const shared = {
    ...{
      requestNumber: text("requestNumber"),
      itemNumber: text("itemNumber"),
      title: text("title"),
    },
    ...{ consentCode: text("consentCode"), dac: text("dac"), status, on: days.statusOn },
    person: Object.values(person).some(Boolean) ? person : null,
    approval: approvalOf(status, days),
    expired: statusWord !== null && saysOver(statusWord),
    closed: false,
  };
  if (units.length === 0) {
    const label = text("unitTitle") ?? text("unit");
    const unitVersion = text("unitVersion");
    return [
      { ...emptyAccess(archive, `row ${number}`, words), ...shared, unitLabel: label, unitVersion },
    ];
  }
  return units.map(({ archive: own, code }, index) => ({
    ...emptyAccess(
      own,
      units.length > 1 ? `row ${number}, data set ${index + 1}` : `row ${number}`,
      words,
    ),
    ...shared,
    ...{ unitCode: code, unitLabel: text("unitTitle"), unitVersion: null },
  }));
}

/** An error of the sheet in a cell that counts. */
function brokenCell(row: readonly Cell[], { columns }: SheetMapping): string | null {
  const at = row.findIndex(
    (cell, column) =>
      cell !== null &&
      typeof cell === "object" &&
      "error" in cell &&
      !["note", "none", undefined].includes(columns[column]),
  );
  const cell = row[at];
  return at < 0
    ? null
    : `Its column ${columnName(at)} holds ${cellText(cell)}, an error of the sheet's own formulas.`;
}

/** The archives that a row may be about: the one it names, else the mapping's, else any. */
function archivesOf(named: string | null, mapping: SheetMapping): string[] {
  const word = plainWord(named ?? "");
  const known = ARCHIVES.filter(
    ({ code, name }) => word !== "" && (word === code || word.includes(plainWord(name))),
  );
  if (known.length > 0) return known.map(({ code }) => code);
  if (word !== "") return [];
  return mapping.archive ? [mapping.archive] : ARCHIVES.map(({ code }) => code);
}

/** The units that a cell names; several may stand in one cell. */
function unitsOf(
  text: string,
  version: string | null,
  archives: readonly string[],
): { archive: string; code: string }[] {
  if (!text) return [];
  const parts = [text, ...text.split(/[\s,;|]+/)].filter(Boolean);
  const versioned = version ? [`${text}/${version.replace(/^v/i, "")}`] : [];
  const found = archives.flatMap((archive) => {
    const read = archiveByCode(archive)?.imports.unitCode;
    const codes = [...versioned, ...parts].flatMap((part) => read?.(part) ?? []);
    return [...new Set(codes)].map((code) => ({ archive, code }));
  });
  return found;
}

function whyNoArchive(text: (meaning: Meaning) => string | null): string {
  const named = text("archive");
  if (named)
    return `“${oneLine(named)}” is none of the archives that Gatebook follows: ${ARCHIVES.map(({ name }) => name).join(", ")}.`;
  return "It does not say which archive it is about; choose one above for all rows that say none.";
}

function readDays(
  cell: (meaning: Meaning) => Cell | undefined,
  mapping: SheetMapping,
): Days | Refusal {
  const days: Days = {
    statusOn: null,
    decidedOn: null,
    startsOn: null,
    endsOn: null,
    openEnded: false,
  };
  for (const meaning of DAY_MEANINGS) {
    const read = readDayCell(cell(meaning), mapping.dateOrder);
    if (!read.ok) {
      const [column = 0] = columnsOf(mapping.columns, [meaning]);
      return refused(`Column ${columnName(column)}: ${read.reason}`);
    }
    days[meaning] = read.day;
    if (meaning === "endsOn") days.openEnded = read.openEnded;
  }
  const { startsOn, decidedOn, endsOn } = days;
  const from = startsOn ?? decidedOn;
  if (from && endsOn && endsOn < from)
    return refused("Its end lies before its beginning; check both days.");
  return days;
}

function approvalOf(status: AccessEntry["status"], days: Days): AccessEntry["approval"] {
  const { decidedOn, startsOn, endsOn, openEnded } = days;
  const isApproved = status === "approved" || (status === null && (decidedOn ?? endsOn) !== null);
  return isApproved ? { decidedOn, startsOn, endsOn, openEnded } : null;
}

/** The row in words: each cell behind the name of its column. */
function wordsOf(row: readonly Cell[], header: readonly Cell[]): string {
  const parts = row.flatMap((cell, column) => {
    const value = cellText(cell);
    return value === "" ? [] : [`${cellText(header[column]) || columnName(column)}: ${value}`];
  });
  return oneLine(parts.join("; "));
}
