import { writeClause } from "./query";
import { fieldOf, type ListField, type ListShape } from "./shape";
import { type Token, tokens } from "./tokens";

/** A value that a field is known to have, with the word that readers know it by. */
export interface KnownValue {
  value: string;
  label?: string;
}

/** By field; of choices and days only their labels are needed. */
export type KnownValues = Readonly<Record<string, readonly KnownValue[]>>;

/** A way to go on: `insert` takes the place of the text from `from` to `to`. */
export interface Completion {
  field: string;
  /** Absent where a field is offered. */
  value?: KnownValue;
  insert: string;
}

export interface Completions {
  from: number;
  to: number;
  options: Completion[];
}

const MOST = 8;
const AHEAD = ["<30d", "<60d", "<90d", "past", "none"];
const BACK = ["<7d", ">7d", ">30d", ">90d"];

/**
 * How the piece of the query that ends at the caret may go on: fields first, and the known values of
 * a field once its colon is typed. The same for every caret in text of any kind; nothing throws.
 */
export function completions(
  shape: ListShape,
  text: string,
  caret: number,
  known: KnownValues,
): Completions {
  const token = tokens(text.slice(0, caret)).at(-1);
  const isWithin = token !== undefined && token.to === Math.min(caret, text.length);
  if (!isWithin) return { from: caret, to: caret, options: fieldOptions(shape, "", "") };
  const field = token.field === null ? undefined : fieldOf(shape, token.field.toLowerCase());
  if (field) return valueOptions(field, token, known[field.name] ?? []);
  const sign = token.raw.startsWith("-") ? "-" : "";
  const begun = token.raw.slice(sign.length);
  return { from: token.from, to: token.to, options: fieldOptions(shape, begun, sign) };
}

function fieldOptions(shape: ListShape, begun: string, sign: string): Completion[] {
  return shape.fields
    .filter(({ name }) => name.startsWith(begun.toLowerCase()))
    .map(({ name }) => ({ field: name, insert: `${sign}${name}:` }));
}

function valueOptions(field: ListField, token: Token, known: readonly KnownValue[]): Completions {
  const last = token.values.at(-1);
  const begun = (last?.text ?? "").toLowerCase();
  const chosen = token.values.slice(0, -1).map(({ text }) => text.toLowerCase());
  const options = candidates(field, known)
    .filter(({ value }) => !chosen.includes(value.toLowerCase()))
    .filter(({ value, label }) => begins(value, begun) || begins(label ?? "", begun))
    .slice(0, MOST)
    .map((value) => ({ field: field.name, value, insert: writeValue(value.value) }));
  return { from: last?.from ?? token.to, to: token.to, options };
}

/** What a field can be: its own values with the words that are known of them, or what is known. */
function candidates(field: ListField, known: readonly KnownValue[]): readonly KnownValue[] {
  const labelled = (value: string) => known.find((entry) => entry.value === value) ?? { value };
  if (field.kind === "choice") return field.values.map(labelled);
  if (field.kind === "day") return (field.looks === "ahead" ? AHEAD : BACK).map(labelled);
  return known;
}

/** Whether a word of the text begins so: "ruiz" finds Ana Ruiz. */
function begins(text: string, begun: string): boolean {
  const small = text.toLowerCase();
  return small.startsWith(begun) || small.split(/[\s_-]+/).some((word) => word.startsWith(begun));
}

function writeValue(value: string): string {
  return writeClause({ field: "", isNot: false, values: [value] }).slice(1);
}
