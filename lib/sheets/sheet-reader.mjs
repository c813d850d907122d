// A process of its own with a limit of memory: a file that unpacks to gigabytes ends this process and
// nothing else, what it took goes back to the machine, and pages are served meanwhile. Plain
// JavaScript, since it is started from the file as it lies here.
import { read } from "@e965/xlsx";
import Papa from "papaparse";

const { bytes, isWorkbook, limits } = await new Promise((resolve) => {
  process.once("message", resolve);
});

/** `{ day }` for dates, `{ error }` for errors, else the plain value. */
function cellOf(cell) {
  if (!cell || cell.t === "z") return null;
  if (cell.t === "e") return { error: cell.w || "#ERROR!" };
  if (cell.t === "d") return { day: cell.v.toISOString().slice(0, 10) };
  return typeof cell.v === "string" ? cell.v.slice(0, limits.text) : (cell.v ?? null);
}

function fillMerged(rows, merges) {
  for (const { s: from, e: to } of merges) {
    const value = rows[from.r]?.[from.c] ?? null;
    for (let r = from.r; r <= Math.min(to.r, rows.length - 1); r++) {
      for (let c = from.c; c <= Math.min(to.c, limits.columns - 1); c++) rows[r][c] = value;
    }
  }
}

function sheetOf(name, sheet) {
  const data = sheet["!data"] ?? [];
  const merges = sheet["!merges"] ?? [];
  const notes = [];
  let formulas = 0;
  const rows = Array.from({ length: Math.min(data.length, limits.rows) }, (_, index) =>
    Array.from(data[index] ?? [])
      .slice(0, limits.columns)
      .map((cell) => {
        if (cell?.f) formulas += 1;
        return cellOf(cell);
      }),
  );
  fillMerged(rows, merges);
  if (merges.length > 0)
    notes.push(`What stands in merged cells counts for each of them (${merges.length}).`);
  if (formulas > 0)
    notes.push(
      `Of formulas the value counts that the sheet showed when it was saved (${formulas} cells).`,
    );
  return { name, rows, notes, total: data.length };
}

function fromWorkbook() {
  const book = read(bytes, {
    ...{
      dense: true,
      cellDates: true,
      UTC: true,
      cellHTML: false,
      cellText: true,
      sheetRows: limits.rows + 1,
    },
  });
  return book.SheetNames.map((name) => sheetOf(name, book.Sheets[name]));
}

/** UTF-8, or what older programs on Windows write; a byte order mark says it outright. */
function decode() {
  const mark = String(bytes.slice(0, 2));
  if (mark === "255,254" || mark === "254,255") {
    const label = mark === "255,254" ? "utf-16le" : "utf-16be";
    return { text: new TextDecoder(label).decode(bytes), notes: [] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const note = "The file is not written in UTF-8; it was read as Latin-1 (Windows-1252).";
    return { text: new TextDecoder("windows-1252").decode(bytes), notes: [note] };
  }
}

function fromText() {
  const { text, notes } = decode();
  // Empty rows keep their place, so that row numbers are those of the file; they say nothing of its separator.
  const delimitersToGuess = [",", ";", "\t", "|"];
  const guess = Papa.parse(text, { preview: 50, skipEmptyLines: "greedy", delimitersToGuess });
  const { delimiter } = guess.meta;
  const parsed = Papa.parse(text, { preview: limits.rows + 1, delimiter });
  const rows = parsed.data
    .slice(0, limits.rows)
    .map((row) => row.slice(0, limits.columns).map((cell) => cell.slice(0, limits.text)));
  // A file that ends with a new line has no empty row there.
  if (rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  return [{ name: "CSV", rows, notes, total: parsed.data.length }];
}

function answer() {
  try {
    return { sheets: isWorkbook ? fromWorkbook() : fromText() };
  } catch (error) {
    return { problem: String(error) };
  }
}

process.send(answer(), () => process.disconnect());
