import { isDayValue } from "./days";
import { fieldOf, type ListField, type ListShape } from "./shape";
import { type Token, tokens } from "./tokens";

/** One condition: the field has any of these values, or has none of them. */
export interface Clause {
  field: string;
  isNot: boolean;
  /** As the field writes them: codes in small letters, text as typed, days as in lib/lists/days.ts. */
  values: string[];
}

const PROBLEMS = [
  "unknown_field",
  "unknown_value",
  "not_a_day",
  "no_value",
  "open_quote",
  "too_much",
] as const;

/** So many values and words are looked for: each is one more look through the team's rows. */
const MOST_VALUES = 40;

/** What could not be read, and where in the text it stands; the sentence is the reader's language's. */
export interface Problem {
  code: (typeof PROBLEMS)[number];
  from: number;
  to: number;
  /** What was written there. */
  text: string;
  /** The field that it was written for. */
  field?: string;
}

/** Rows for which all clauses hold and in which all words are found. */
export interface ListQuery {
  clauses: Clause[];
  words: string[];
}

/**
 * `archive:ega,dbgap -status:closed ends:<60d member:"Ana Ruiz" lung "exact words"` as conditions.
 * Never throws: what cannot be read is a problem with its place, and narrows nothing.
 */
export function parseQuery(shape: ListShape, text: string): ListQuery & { problems: Problem[] } {
  const query = { clauses: [] as Clause[], words: [] as string[], problems: [] as Problem[] };
  let room = MOST_VALUES;
  for (const token of tokens(text)) {
    room -= token.values.length;
    if (room < 0) {
      query.problems.push(problem("too_much", token, token.raw));
      break;
    }
    if (token.isOpen) query.problems.push(problem("open_quote", token, token.raw));
    if (token.field === null) {
      const words = token.values.flatMap(({ text: word }) => (word ? [word] : []));
      query.words.push(...words);
      continue;
    }
    const field = fieldOf(shape, token.field.toLowerCase());
    if (!field) {
      query.problems.push(problem("unknown_field", token, token.field));
      continue;
    }
    const { clause, problems } = read(field, token);
    query.problems.push(...problems);
    if (clause) query.clauses.push(clause);
  }
  return query;
}

function read(field: ListField, token: Token): { clause: Clause | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const values: string[] = [];
  const { name } = field;
  for (const value of token.values) {
    const code = value.text.toLowerCase();
    if (value.text === "") continue;
    if (field.kind === "text") values.push(value.text);
    else if (field.kind === "day" && isDayValue(code)) values.push(code);
    else if (field.kind === "choice" && field.values.includes(code)) values.push(code);
    else {
      const is = field.kind === "day" ? "not_a_day" : "unknown_value";
      problems.push({ ...problem(is, value, value.text), field: name });
    }
  }
  if (values.length === 0 && problems.length === 0) {
    problems.push({ ...problem("no_value", token, token.raw), field: name });
  }
  const clause = { field: name, isNot: token.isNot, values: [...new Set(values)] };
  return { clause: values.length > 0 ? clause : null, problems };
}

function problem(code: Problem["code"], at: { from: number; to: number }, text: string): Problem {
  return { code, from: at.from, to: at.to, text };
}

/** The text that asks this: the clauses, then the words. */
export function writeQuery({ clauses, words }: ListQuery): string {
  return [...clauses.map(writeClause), ...words.map(writeWord)].join(" ");
}

/** A clause as somebody would type it. */
export function writeClause({ field, isNot, values }: Clause): string {
  return `${isNot ? "-" : ""}${field}:${values.map(quoted).join(",")}`;
}

/** The values that a field must have, of all its clauses that are not negated; empty for any. */
export function valuesOf(query: ListQuery, field: string): string[] {
  return query.clauses.flatMap((clause) =>
    clause.field === field && !clause.isNot ? clause.values : [],
  );
}

/** The query with these values of a field in place of whatever it said of it; with none, without. */
export function withValues(query: ListQuery, field: string, values: readonly string[]): ListQuery {
  const others = query.clauses.filter((clause) => clause.field !== field);
  const own = values.length > 0 ? [{ field, isNot: false, values: [...values] }] : [];
  return { clauses: [...others, ...own], words: query.words };
}

function writeWord(word: string): string {
  return /^-?[a-z]+:/i.test(word) ? inQuotes(word) : quoted(word);
}

function quoted(text: string): string {
  return /^[^\s",\\]+$/.test(text) ? text : inQuotes(text);
}

function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
