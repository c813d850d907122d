import path from "node:path";
import { Worker } from "node:worker_threads";
import { invalid } from "../errors";
import type { Cell, Sheet } from "../imports/sheet";

/** The most rows, columns and characters in a cell that are read. */
const LIMITS = { rows: 60_000, columns: 60, text: 2_000 };
const MAX_BYTES = 20 * 1024 * 1024;
const MEMORY_MB = 384;
const SECONDS = 60;
const READER = path.join(process.cwd(), "lib", "sheets", "sheet-reader.mjs");
/** The first bytes of a workbook: a zip package, and Excel's older format. */
const PACKAGES = ["504b0304", "d0cf11e0"];

interface ReadSheet {
  name: string;
  rows: Cell[][];
  notes: string[];
  total: number;
}

/**
 * The sheets of a workbook (.xlsx, .xls, .ods) or the one of a CSV file, told apart by their first
 * bytes. Dates are calendar days, formulas their last value, merged cells all hold their value.
 * @throws AppError INVALID at `file` for what is too large, damaged, protected or holds nothing
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.byteLength > MAX_BYTES) throw invalid("file", "The file is larger than 20 MB.");
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const sheets = await inThread(bytes, PACKAGES.includes(head));
  const long = sheets.find(({ total }) => total > LIMITS.rows);
  if (long) {
    throw invalid(
      "file",
      `The sheet “${long.name}” has more than ${LIMITS.rows.toLocaleString("en")} rows; split it into several files.`,
    );
  }
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(Boolean)));
  if (filled.length === 0) throw invalid("file", "The file holds no rows.");
  return filled.map(({ name, rows, notes }) => ({ name, rows, notes }));
}

function inThread(bytes: Uint8Array, isWorkbook: boolean): Promise<ReadSheet[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(READER, {
      workerData: { bytes, isWorkbook, limits: LIMITS },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const late = setTimeout(() => void worker.terminate(), SECONDS * 1000);
    worker.once("message", (sheets: ReadSheet[]) => resolve(sheets));
    worker.once("error", (error) => reject(whyUnread(error)));
    worker.once("exit", () => {
      clearTimeout(late);
      // Nothing happens here once the sheets, or an error, have come.
      reject(invalid("file", "The file took too long to read; save it as CSV and upload that."));
    });
  });
}

function whyUnread(error: Error): Error {
  const code = "code" in error ? error.code : "";
  if (code === "ERR_WORKER_OUT_OF_MEMORY") {
    return invalid(
      "file",
      "The file is too large once unpacked; save the one sheet as CSV and upload that.",
    );
  }
  if (/password|encrypt/i.test(error.message)) {
    return invalid("file", "The file is protected by a password; save it without one.");
  }
  return invalid(
    "file",
    "The file cannot be read as a table. Save it anew as .xlsx or CSV and upload that.",
  );
}
