import { addDays, addMonths, addYears, type Day, isDay } from "../dates/day";

/** Days from `from` on and before `before`, each open where it is null; or those without a day. */
export type Span = { from: Day | null; before: Day | null } | "none";

const VALUE = /^(<=|>=|<|>)?(?:(\d{1,4})([dwmy])|(\d{4}(?:-\d{2}(?:-\d{2})?)?)|(today))$/;
/** So that no sum leaves the years that a day can lie in. */
const MOST = { d: 9999, w: 999, m: 999, y: 99 } as const;

type Unit = keyof typeof MOST;
type Compare = "<" | "<=" | ">" | ">=" | "";

interface Parsed {
  compare: Compare;
  /** A distance from today, or a period as it is written. */
  point: { count: number; unit: Unit } | string;
}

/** Whether a search may ask this of a day: `<60d`, `>2027-01-01`, `2026-12`, `today`, `past`, `none`. */
export function isDayValue(text: string): boolean {
  return text === "none" || text === "past" || parse(text) !== null;
}

/**
 * The days that a value means for somebody whose day is `today`. A distance alone means "within":
 * `60d` is `<=60d`. Ahead it begins today, so that `<60d` is what ends soon and not what ended long
 * ago, which is `past`; back it ends today. Throws a RangeError for what is no day value: a defect.
 */
export function spanOf(value: string, looks: "ahead" | "back", today: Day): Span {
  if (value === "none") return "none";
  if (value === "past") return { from: null, before: today };
  const parsed = parse(value);
  if (!parsed) throw new RangeError(`Not a day to search for: ${value}`);
  const { compare, point } = parsed;
  if (typeof point === "string") return overPeriod(compare, periodOf(point, today));
  return looks === "ahead" ? ahead(compare, point, today) : back(compare, point, today);
}

/** Whether a day, or its absence, lies in a span. */
export function lies(day: Day | null, span: Span): boolean {
  if (day === null || span === "none") return day === null && span === "none";
  return (span.from === null || span.from <= day) && (span.before === null || day < span.before);
}

function parse(text: string): Parsed | null {
  const found = VALUE.exec(text);
  if (!found) return null;
  const [, compare = "", count, unit, period, today] = found;
  if (unit) {
    const point = { count: Number(count), unit: unit as Unit };
    return point.count <= MOST[point.unit] ? { compare: compare as Compare, point } : null;
  }
  const point = period ?? today ?? "";
  const isReal = point === "today" || isDay(`${point}-01-01`.slice(0, 10));
  return isReal ? { compare: compare as Compare, point } : null;
}

function ahead(compare: Compare, { count, unit }: { count: number; unit: Unit }, today: Day): Span {
  const there = move(today, count, unit);
  if (compare === "<") return { from: today, before: there };
  if (compare === ">") return { from: addDays(there, 1), before: null };
  if (compare === ">=") return { from: there, before: null };
  return { from: today, before: addDays(there, 1) };
}

function back(compare: Compare, { count, unit }: { count: number; unit: Unit }, today: Day): Span {
  const there = move(today, -count, unit);
  if (compare === "<") return { from: addDays(there, 1), before: null };
  if (compare === ">") return { from: null, before: there };
  if (compare === ">=") return { from: null, before: addDays(there, 1) };
  return { from: there, before: null };
}

function overPeriod(compare: Compare, { first, after }: { first: Day; after: Day }): Span {
  if (compare === "<") return { from: null, before: first };
  if (compare === "<=") return { from: null, before: after };
  if (compare === ">") return { from: after, before: null };
  if (compare === ">=") return { from: first, before: null };
  return { from: first, before: after };
}

/** The first day of a year, month or day, and the first one after it. */
function periodOf(text: string, today: Day): { first: Day; after: Day } {
  const first = (text === "today" ? today : `${text}-01-01`.slice(0, 10)) as Day;
  if (text.length === 4) return { first, after: addYears(first, 1) };
  if (text.length === 7) return { first, after: addMonths(first, 1) };
  return { first, after: addDays(first, 1) };
}

function move(today: Day, count: number, unit: Unit): Day {
  if (unit === "m") return addMonths(today, count);
  if (unit === "y") return addYears(today, count);
  return addDays(today, unit === "w" ? count * 7 : count);
}
