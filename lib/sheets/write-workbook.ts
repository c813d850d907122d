import { CFB, utils, type WorkSheet, write } from "@e965/xlsx";
import { type Day, day, daysBetween } from "../dates/day";
import type { ExportColumn, ExportKind, ExportValue } from "../lists/export-sheet";

/** Names of sheets end here, and some signs are not for them. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
/** In characters: no column is narrower, or wider. */
const WIDTH = { least: 8, most: 60 };
/** So many characters a cell holds; a longer text is cut. */
const LONGEST_TEXT = 32_767;
/** A day that spreadsheets and we agree about, and its number there. */
const KNOWN = { day: day("1970-01-01"), number: 25_569 };
/** Where the library writes how a sheet is looked at; it knows no rows that stay in view. */
const LOOK = '<sheetView workbookViewId="0"/>';
const FROZEN =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** What the library's container of files is asked for. */
interface Container {
  read(bytes: Uint8Array, options: { type: "buffer" }): unknown;
  find(container: unknown, path: string): { content: Uint8Array; size: number } | null;
  write(
    container: unknown,
    options: { type: "buffer"; fileType: "zip"; compression: boolean },
  ): Buffer;
}

/**
 * A list as a workbook (.xlsx) of two sheets: its rows, under a header that stays in view and can be
 * filtered by, and what the file is about. Days are real dates, without a time or a zone; texts are
 * texts, never formulas.
 * @param about how the second sheet is called, and its lines of a name and what is said of it
 */
export function writeWorkbook<Row>(
  sheet: { name: string; columns: readonly ExportColumn<Row>[]; rows: readonly Row[] },
  about: { name: string; lines: readonly (readonly [string, string])[] },
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  utils.book_append_sheet(book, rowSheet(sheet.columns, sheet.rows), sheetName(sheet.name));
  const lines = utils.aoa_to_sheet(about.lines.map((line) => line.map(shortened)));
  lines["!cols"] = [{ wch: 20 }, { wch: WIDTH.most }];
  utils.book_append_sheet(book, lines, sheetName(about.name));
  // Packed once only, after the header was frozen.
  const options = { type: "buffer", bookType: "xlsx", bookSST: true, compression: false } as const;
  return new Uint8Array(withFrozenHeader(write(book, options)));
}

function rowSheet<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): WorkSheet {
  const sheet: WorkSheet = {};
  const widths = columns.map(({ header }) => header.length);
  columns.forEach(({ header, kind, value }, c) => {
    sheet[utils.encode_cell({ r: 0, c })] = { t: "s", v: shortened(header) };
    rows.forEach((row, at) => {
      const cell = cellOf(kind, value(row));
      if (cell === null) return;
      sheet[utils.encode_cell({ r: at + 1, c })] = cell;
      const width = kind === "day" ? LENGTH_OF_DAY : String(cell.v).length;
      widths[c] = Math.max(widths[c] ?? 0, width);
    });
  });
  const end = { r: rows.length, c: Math.max(0, columns.length - 1) };
  const ref = utils.encode_range({ s: { r: 0, c: 0 }, e: end });
  sheet["!ref"] = ref;
  sheet["!autofilter"] = { ref };
  sheet["!cols"] = widths.map((width) => ({
    wch: Math.min(WIDTH.most, Math.max(WIDTH.least, width + 2)),
  }));
  return sheet;
}

const LENGTH_OF_DAY = "2027-03-14".length;

function cellOf(kind: ExportKind, value: ExportValue) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { t: "n", v: value } as const;
  if (kind !== "day") return { t: "s", v: shortened(value) } as const;
  return { t: "n", v: numberOf(value as Day), z: "yyyy-mm-dd" } as const;
}

function numberOf(value: Day): number {
  return KNOWN.number + daysBetween(KNOWN.day, value);
}

function shortened(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

function sheetName(name: string): string {
  return name.replaceAll(NOT_IN_NAMES, " ").slice(0, LONGEST_NAME);
}

function withFrozenHeader(bytes: Uint8Array): Buffer {
  const files: Container = CFB;
  const book = files.read(bytes, { type: "buffer" });
  const first = files.find(book, "/xl/worksheets/sheet1.xml");
  if (!first) throw new Error("A workbook without its first sheet");
  const text = new TextDecoder().decode(first.content);
  first.content = Buffer.from(text.replace(LOOK, FROZEN));
  first.size = first.content.length;
  return files.write(book, { type: "buffer", fileType: "zip", compression: true });
}
