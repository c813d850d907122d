import { addDays, type Day, day, isDay } from "../dates/day";
import { findDays } from "../dates/english-day";
import { type Cell, cellText, plainWord } from "./sheet";

/** Which of two numbers comes first where a date is written in numbers alone. */
export type DateOrder = "day_first" | "month_first";

/** What a cell says of a day: the day, that there is none, nothing, or why it cannot be read. */
export type ReadDay =
  | { ok: true; day: Day | null; openEnded: boolean }
  | { ok: false; reason: string };

const NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{2}|\d{4})(?:[ ,T].*)?$/;
const YEAR_FIRST = /^(\d{4})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{1,2})(?:[ ,T].*)?$/;
/** Day 1 of spreadsheets, which count a 29 February of that year too: from March on this day is 2. */
const FIRST_DAY = { day: day("1900-01-01"), serial: 2 };
const SERIALS = { from: 20_000, to: 75_000 };
const UNKNOWN = new Set([
  "",
  "tbd",
  "tba",
  "unknown",
  "na",
  "n a",
  "none yet",
  "pending",
  "unbekannt",
]);
const OPEN = new Set([
  ...["open", "open ended", "no end", "unlimited", "never", "permanent", "indefinite", "perpetual"],
  ...["unbefristet", "ohne ende", "kein ende", "none"],
]);

/**
 * Reads a day from a cell: a date, a day in words or numbers, or the number under which spreadsheets
 * keep a date. Two numbers that could be swapped are refused until somebody says their order.
 */
export function readDayCell(cell: Cell | undefined, order: DateOrder | null): ReadDay {
  if (cell && typeof cell === "object" && "day" in cell) return found(cell.day);
  if (typeof cell === "number") return fromSerial(cell);
  const text = cellText(cell);
  const word = plainWord(text);
  if (OPEN.has(word) || text === "∞") return { ok: true, day: null, openEnded: true };
  if (UNKNOWN.has(word)) return { ok: true, day: null, openEnded: false };
  const [written] = findDays(text);
  if (written) return found(written.day);
  const [, year, month, date] = YEAR_FIRST.exec(text) ?? [];
  if (year && month && date) return fromParts(text, year, month, date);
  const numbers = NUMBERS.exec(text);
  return numbers ? fromNumbers(text, numbers, order) : refused(text);
}

/** The order that the dates of a sheet prove: a first number past 12 is a day; null where none does. */
export function provenOrder(cells: Iterable<Cell | undefined>): DateOrder | null {
  const proven = new Set<DateOrder>();
  for (const cell of cells) {
    const [, first, second] = NUMBERS.exec(cellText(cell)) ?? [];
    if (Number(first) > 12) proven.add("day_first");
    if (Number(second) > 12) proven.add("month_first");
  }
  const [order] = proven;
  return proven.size === 1 && order ? order : null;
}

function fromNumbers(text: string, parts: RegExpExecArray, order: DateOrder | null): ReadDay {
  const [, first = "", second = "", written = ""] = parts;
  const year = written.length === 2 ? `20${written}` : written;
  const isDayFirst = Number(first) > 12 || (Number(second) <= 12 && order === "day_first");
  const isMonthFirst = Number(second) > 12 || (Number(first) <= 12 && order === "month_first");
  if (isDayFirst || first === second) return fromParts(text, year, second, first);
  if (isMonthFirst) return fromParts(text, year, first, second);
  return {
    ok: false,
    reason: `“${text}” can be read in two ways; say above whether the day or the month comes first.`,
  };
}

function fromParts(text: string, year: string, month: string, date: string): ReadDay {
  const written = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(written) ? found(written) : refused(text);
}

function fromSerial(serial: number): ReadDay {
  const isSerial = serial >= SERIALS.from && serial <= SERIALS.to;
  return isSerial
    ? found(addDays(FIRST_DAY.day, Math.floor(serial) - FIRST_DAY.serial))
    : refused(String(serial));
}

function found(found: Day): ReadDay {
  return { ok: true, day: found, openEnded: false };
}

function refused(text: string): ReadDay {
  return { ok: false, reason: `“${text}” is no calendar day that can be read.` };
}
