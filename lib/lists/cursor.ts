import { UUID } from "../uuid";
import type { ListSort } from "./shape";

/**
 * Where a page begins: after the row with these values of its order and this id, or before it. The
 * values are PostgreSQL's own texts, so that they come back exactly; which types they have is said
 * by the order, never by the address.
 */
export interface Cursor {
  /** The order that it belongs to: `ends`, `-ends`. */
  sort: string;
  values: string[];
  id: string;
  isBack: boolean;
}

/** A cursor as the address carries it: opaque, of letters that need no escaping. */
export function writeCursor({ sort, values, id, isBack }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, values, id, isBack]));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The cursor of an address; null where it cannot be read or belongs to another order. */
export function readCursor(text: string, sort: ListSort): Cursor | null {
  const cursor = cursorOf(decoded(text));
  return cursor && cursor.sort === writeSort(sort) ? cursor : null;
}

const MOST_VALUES = 4;
const LONGEST_VALUE = 1_000;

// By hand, since every list would have to carry a library of schemas along for it.
function cursorOf(stored: unknown): Cursor | null {
  if (!Array.isArray(stored) || stored.length !== 4) return null;
  const [sort, values, id, isBack]: unknown[] = stored;
  if (typeof sort !== "string" || !Array.isArray(values) || values.length > MOST_VALUES)
    return null;
  const texts = values.filter((value): value is string => typeof value === "string");
  const isWhole =
    texts.length === values.length && texts.every((one) => one.length <= LONGEST_VALUE);
  if (!isWhole || typeof id !== "string" || !UUID.test(id)) return null;
  return typeof isBack === "boolean" ? { sort, values: texts, id, isBack } : null;
}

/** `ends`, or `-ends` for the other way round. */
export function writeSort({ column, direction }: ListSort): string {
  return direction === "desc" ? `-${column}` : column;
}

function decoded(text: string): unknown {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const letters = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
    // What holds a zero byte was never written here, and PostgreSQL would refuse it.
    const json = new TextDecoder("utf-8", { fatal: true }).decode(letters);
    return json.includes("\\u0000") ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
