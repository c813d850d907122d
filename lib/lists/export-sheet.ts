import { csvLine } from "../readiness/csv-line";
import { type ListShape, shownColumns } from "./shape";

/** The files that a list is handed out as. */
export const EXPORT_FORMATS = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What stands in a cell of a file: nothing, a text, a number, or a day as `YYYY-MM-DD`. */
export type ExportValue = string | number | null;

/** What a column holds: spreadsheets sort and reckon with numbers and days only if they are told. */
export type ExportKind = "text" | "number" | "day";

/** A column of a file. One of the list may become several, since a cell of a file holds one thing. */
export interface ExportColumn<Row> {
  /** The id of the list's column that it stands for. */
  of: string;
  /** In the reader's language. */
  header: string;
  kind: ExportKind;
  value: (row: Row) => ExportValue;
}

/** What makes columns of a list's rows, by what they hold. */
export function columnsOf<Row>() {
  const of =
    (kind: ExportKind) =>
    (column: string, header: string, value: ExportColumn<Row>["value"]): ExportColumn<Row> => ({
      ...{ of: column, header, kind, value },
    });
  return { text: of("text"), number: of("number"), day: of("day") };
}

/** The columns of the file, of all that there are: those of the list's columns that are shown. */
export function exportedColumns<Row>(
  shape: ListShape,
  chosen: readonly string[] | null,
  columns: readonly ExportColumn<Row>[],
): ExportColumn<Row>[] {
  const shown = shownColumns(shape, chosen).map(({ id }) => id);
  return columns.filter((column) => shown.includes(column.of));
}

/**
 * The pieces of a CSV file (RFC 4180, UTF-8 with its mark, by which spreadsheets know it), one for
 * the header and one for each batch, so that a long file never lies in memory as a whole. No cell is
 * run as a formula.
 */
export async function* csvPieces<Row>(
  columns: readonly Pick<ExportColumn<Row>, "header" | "value">[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns.map(({ header }) => header))}`;
  for await (const rows of batches) {
    yield rows.map((row) => csvLine(columns.map(({ value }) => String(value(row) ?? "")))).join("");
  }
}
