/** Spreadsheets would run a cell that begins with one of these as a formula. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of a CSV file (RFC 4180), every cell quoted, none of them a formula. */
export function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (RUNS.test(cell) ? `'${cell}` : cell));
  return `${safe.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}
