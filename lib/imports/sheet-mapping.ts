import { z } from "zod";
import { archiveByCode } from "../archives/index";
import { REVIEW_STATUSES, type ReviewStatus } from "../archives/lifecycle";
import { columnsOf, DAY_MEANINGS, MEANINGS, type Meaning } from "./meanings";
import { type Cell, cellText, type Sheet } from "./sheet";
import { findHeader, guessColumns } from "./sheet-columns";
import { provenOrder } from "./sheet-days";
import { guessStatuses, statusOfWord } from "./sheet-words";

/** The most columns, and the most different status words, that a mapping speaks of. */
const MOST_COLUMNS = 100;
const MOST_WORDS = 60;
const LONGEST_WORD = 200;

/** Which column of a sheet means what, and how its dates and words are read. */
export const sheetMapping = z.strictObject({
  /** The row that names the columns, counted from 0; rows above it are left out. */
  header: z.number().int().min(0).max(60_000),
  columns: z.array(z.enum(MEANINGS)).max(MOST_COLUMNS),
  dateOrder: z.enum(["day_first", "month_first"]).nullable(),
  /** The archive of rows that name none, by its code. */
  archive: z
    .string()
    .refine((code) => archiveByCode(code) !== undefined)
    .nullable(),
  /** What each word under `status` says; `null`: nothing. */
  statuses: z.record(z.string().max(LONGEST_WORD), z.enum(REVIEW_STATUSES).nullable()),
});
export type SheetMapping = z.infer<typeof sheetMapping>;

/** A proposal of how a sheet is to be read, for somebody to look at and to correct. */
export function proposeMapping(sheet: Sheet): SheetMapping {
  const header = findHeader(sheet.rows);
  const columns = guessColumns(sheet.rows, header).slice(0, MOST_COLUMNS);
  const days = columnsOf(columns, DAY_MEANINGS);
  const below = sheet.rows.slice(header + 1);
  return {
    ...{ header, columns, archive: null },
    dateOrder: provenOrder(below.flatMap((row) => days.map((column) => row[column]))),
    statuses: guessStatuses(
      columnsOf(columns, ["status"]).flatMap((column) => wordsOf(sheet, header, column)),
    ),
  };
}

/** The different words of a column, in the order in which they come; none where there are more than 60. */
export function wordsOf(sheet: Sheet, header: number, column: number): string[] {
  const words = new Set<string>();
  for (const row of sheet.rows.slice(header + 1)) {
    const word = cellText(row[column]).slice(0, LONGEST_WORD);
    if (word !== "") words.add(word);
    if (words.size > MOST_WORDS) return [];
  }
  return [...words];
}

/** Sentences on why a mapping cannot be used; empty where it can. */
export function mappingProblems(mapping: SheetMapping): string[] {
  const counted = (meaning: Meaning) => columnsOf(mapping.columns, [meaning]).length;
  const twice = MEANINGS.filter(
    (meaning) => meaning !== "note" && meaning !== "none" && counted(meaning) > 1,
  );
  const names = counted("unit") + counted("unitTitle");
  return [
    ...(names === 0
      ? ["Say which column names the data set: by its accession, its address or its title."]
      : []),
    ...(twice.length > 0 ? ["Each meaning can be given to one column only."] : []),
  ];
}

/** What a row says under each meaning; where several columns are notes, all of them. */
export function readCells(
  row: readonly Cell[],
  mapping: SheetMapping,
): (meaning: Meaning) => Cell | undefined {
  return (meaning) => {
    const [column] = columnsOf(mapping.columns, [meaning]);
    return column === undefined ? undefined : row[column];
  };
}

/** What the word under `status` says, as the mapping reads it; null where it says nothing. */
export function readStatus(cell: Cell | undefined, mapping: SheetMapping): ReviewStatus | null {
  const word = cellText(cell).slice(0, LONGEST_WORD);
  if (word === "") return null;
  return Object.hasOwn(mapping.statuses, word)
    ? (mapping.statuses[word] ?? null)
    : statusOfWord(word);
}
