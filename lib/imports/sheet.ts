import type { Day } from "../dates/day";

/** What a cell holds: text, a number, a tick, a day, an error of the sheet, or nothing. */
export type Cell = string | number | boolean | null | { day: Day } | { error: string };

/** One sheet of a workbook, or a CSV file, as far as it is read. */
export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Sentences about what was found while reading: merged cells, formulas, its encoding. */
  notes: readonly string[];
}

/** The cell as it is shown; an empty text where there is nothing. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return "day" in cell ? cell.day : cell.error;
  return typeof cell === "string" ? cell.trim() : String(cell);
}

/** True where nobody wrote anything. */
export function isBlank(row: readonly Cell[] | undefined): boolean {
  return (row ?? []).every((cell) => cellText(cell) === "");
}

/** A word as it is compared: small letters without accents and signs, single spaces. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The name of a column as spreadsheets write it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
