import { z } from "zod";
import { IMPORT_KINDS } from "../archives/status-import";
import { dayField } from "../dates/day-field";
import { one } from "../query-part";
import { rowChoice } from "./change";
import { sheetMapping } from "./sheet-mapping";

/** The longest text that is read, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** The largest spreadsheet, in bytes. */
export const MOST_SHEET_BYTES = 20 * 1024 * 1024;
/** The most statements that one source may hold. */
export const MOST_ROWS = 50_000;

const commandId = z.uuid("This form is broken; load the page again.");
const importId = z.uuid("This import is unknown; load the page again.");

/** What is said beside the text of a source. The same `commandId` twice reads it once. */
export const startImportForm = z.strictObject({
  commandId,
  kind: z.enum(IMPORT_KINDS, "Choose what you have copied."),
  /** Whose page it is, where it belongs to one person. */
  personId: z.uuid("Choose the person whose page this is.").nullable(),
  seenOn: dayField("Choose the day on which you saw it."),
});
export type StartImport = z.output<typeof startImportForm>;

/** What is said beside a spreadsheet: which of its sheets, and what the columns mean. */
export const startSheetForm = z.strictObject({
  commandId,
  seenOn: dayField("Choose the day as of which the sheet is right."),
  sheet: z.number().int().min(0).max(200),
  mapping: sheetMapping,
});
export type StartSheet = z.output<typeof startSheetForm>;

/** Rows by id, or all of which nothing is left to be asked or thought about. */
const rows = z.union([z.array(z.uuid()).min(1, "Choose rows first.").max(500), z.literal("all")]);

export const decideRowsForm = z.strictObject({
  importId,
  rows,
  decision: z.enum(["accept", "decline", "reopen"]),
});
export type DecideRows = z.output<typeof decideRowsForm>;

/** Answers to what chosen rows leave open. */
export const answerRowsForm = z.strictObject({
  importId,
  rows: z.array(z.uuid()).min(1, "Choose rows first.").max(500),
  choice: rowChoice,
});
export type AnswerRows = z.output<typeof answerRowsForm>;

export const importForm = z.strictObject({ importId });
export type ImportOnly = z.output<typeof importForm>;

/** Which rows of an import a page shows. */
export const ROW_FILTERS = ["changes", "unchanged", "refused"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** The filter as it stands in the address. Whatever cannot be read filters nothing. */
export const rowQuery = z.object({
  show: one.pipe(z.enum(ROW_FILTERS)).optional().catch(undefined),
  after: one
    .pipe(z.string().regex(/^\d{1,7}$/))
    .transform(Number)
    .optional()
    .catch(undefined),
});
