import { fork } from "node:child_process";
import path from "node:path";
import { invalid } from "../errors";
import { MOST_SHEET_BYTES } from "../imports/forms";
import type { Cell, Sheet } from "../imports/sheet";

/** The most rows, columns and characters in a cell that are read. */
const LIMITS = { rows: 60_000, columns: 60, text: 2_000 };
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
  if (bytes.byteLength > MOST_SHEET_BYTES) throw invalid("file", "The file is larger than 20 MB.");
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const sheets = await inProcess(bytes, PACKAGES.includes(head));
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

type Answer = { sheets: ReadSheet[] } | { problem: string };

function inProcess(bytes: Uint8Array, isWorkbook: boolean): Promise<ReadSheet[]> {
  return new Promise((resolve, reject) => {
    // A file that runs by itself: the bundler must not look for it among the pages.
    const reader = fork(/* turbopackIgnore: true */ READER, {
      ...{ serialization: "advanced", stdio: "ignore", timeout: SECONDS * 1000 },
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    });
    reader.once("message", (answer: Answer) => {
      if ("sheets" in answer) resolve(answer.sheets);
      else reject(whyUnread(answer.problem));
    });
    reader.once("error", reject);
    // Nothing happens here once an answer has come.
    reader.once("exit", (_code, signal) => {
      reject(
        invalid(
          "file",
          signal === "SIGTERM"
            ? "The file took too long to read; save it as CSV and upload that."
            : "The file is too large once unpacked; save the one sheet as CSV and upload that.",
        ),
      );
    });
    reader.send({ bytes, isWorkbook, limits: LIMITS });
  });
}

function whyUnread(problem: string): Error {
  return /password|encrypt/i.test(problem)
    ? invalid("file", "The file is protected by a password; save it without one.")
    : invalid(
        "file",
        "The file cannot be read as a table. Save it anew as .xlsx or CSV and upload that.",
      );
}
