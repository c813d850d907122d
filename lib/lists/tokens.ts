/** A piece of a query between spaces, with its place in the text. */
export interface Token {
  /** The word before the colon as it is written; null for a free word. */
  field: string | null;
  isNot: boolean;
  values: Value[];
  from: number;
  to: number;
  raw: string;
  /** A quotation mark that nobody closed: all that follows lies within it. */
  isOpen: boolean;
}

interface Value {
  text: string;
  from: number;
  to: number;
}

const FIELD = /^(-?)([a-z]+):/i;

/** The pieces of a query. What stands in quotation marks is one value; `\"` is a mark within them. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) at++;
    else {
      const token = tokenAt(text, at);
      found.push(token);
      at = token.to;
    }
  }
  return found;
}

function tokenAt(text: string, from: number): Token {
  const field = FIELD.exec(text.slice(from));
  const { values, to, isOpen } = field
    ? valuesAt(text, from + field[0].length, ",")
    : valuesAt(text, from, "");
  return {
    ...{ field: field?.[2] ?? null, isNot: field?.[1] === "-", values, from, to, isOpen },
    raw: text.slice(from, to),
  };
}

function valuesAt(text: string, from: number, between: string) {
  const values: Value[] = [];
  let at = from;
  for (;;) {
    const value = text[at] === '"' ? inQuotes(text, at) : bare(text, at, between);
    values.push(value);
    at = value.to;
    if (value.isOpen || between === "" || text[at] !== between) {
      return { values, to: at, isOpen: value.isOpen };
    }
    at++;
  }
}

function bare(text: string, from: number, between: string): Value & { isOpen: boolean } {
  let to = from;
  while (to < text.length && text[to] !== (between || undefined) && !/\s/.test(text[to] ?? ""))
    to++;
  return { text: clean(text.slice(from, to)), from, to, isOpen: false };
}

function inQuotes(text: string, from: number): Value & { isOpen: boolean } {
  let inner = "";
  let at = from + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\" && at + 1 < text.length) at++;
    inner += text[at];
    at++;
  }
  const isOpen = at >= text.length;
  return { text: clean(inner).trim(), from, to: isOpen ? at : at + 1, isOpen };
}

/** PostgreSQL keeps no zero bytes, so none can be found. */
function clean(text: string): string {
  return text.replaceAll("\0", "");
}
