import { cellText, isBlank, type Sheet } from "./sheet";
import { proposeMapping, type SheetMapping, wordsOf } from "./sheet-mapping";

const ROWS_SHOWN = 12;
const LONGEST = 80;
const MOST_COLUMNS = 60;

/** A sheet as somebody looks at it before saying what its columns mean. */
export interface SheetLook {
  name: string;
  /** How many rows it has, empty ones included. */
  total: number;
  /** The first rows as text, as far as they are shown. */
  rows: string[][];
  notes: readonly string[];
  proposal: SheetMapping;
  /** For each column the different words in it; empty where there are too many to be statuses. */
  words: string[][];
}

/** The first rows of a sheet with a proposal of what its columns mean. */
export function lookAt(sheet: Sheet): SheetLook {
  const proposal = proposeMapping(sheet);
  const filled = sheet.rows.filter((row, index) => index >= proposal.header && !isBlank(row));
  return {
    ...{ name: sheet.name, total: sheet.rows.length, notes: sheet.notes, proposal },
    rows: filled
      .slice(0, ROWS_SHOWN)
      .map((row) => row.slice(0, MOST_COLUMNS).map((cell) => cellText(cell).slice(0, LONGEST))),
    words: proposal.columns.map((_, column) => wordsOf(sheet, proposal.header, column)),
  };
}
