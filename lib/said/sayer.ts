import { dateFrom } from "./english-date";
import type { Say } from "./say";

/** English to German (or another language); `{0}`, `{1}`, … stand for values within a sentence. */
export type Said = Readonly<Record<string, string>>;

/**
 * A `Say` from a catalogue. A text is looked up as it is; then as a sentence with values, of several
 * that fit the one with most words of its own; then sentence by sentence. Values are said too: days and
 * moments (`14 Mar 2027, 12:03`), and whatever the catalogue knows. Pure, except that it remembers what
 * it has said.
 * @param locale the catalogue's language (BCP 47), for days
 */
export function sayer(said: Said, locale: string): Say {
  const patterns = Object.entries(said)
    .filter(([english]) => hasWordsOfItsOwn(english))
    .map(([english, translated]) => compile(english, translated))
    .toSorted((a, b) => b.weight - a.weight);
  const remembered = new Map<string, string>();

  const written = (text: string, isAllowed: (value: string) => boolean): string | null => {
    for (const pattern of patterns) {
      const values = pattern.read(text);
      if (values?.every(isAllowed)) return pattern.write(values.map(sayValue));
    }
    return null;
  };
  const known = (text: string): string | null => {
    if (Object.hasOwn(said, text)) return said[text] ?? null;
    return written(text, (value) => !BETWEEN_SENTENCES.test(value));
  };
  const sayValue = (value: string): string => dateFrom(value, locale) ?? sayWhole(value);
  const sayWhole = (text: string): string => {
    const whole = known(text);
    if (whole !== null || !BETWEEN_SENTENCES.test(text)) return whole ?? text;
    const parts = sayParts(text, known);
    // A value of several sentences: a title, or what somebody wrote.
    return parts === text ? (written(text, () => true) ?? text) : parts;
  };

  return (text) => {
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const now = sayWhole(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, now);
    return now;
  };
}

const MOST_REMEMBERED = 5_000;

const BETWEEN_SENTENCES = /(?<=[.?!]) (?=[A-Z“]|dbGaP)/;

/** A sentence with values that fits no others by chance: `{0} is {1}.` would fit half of all there are. */
export function hasWordsOfItsOwn(english: string): boolean {
  const own = english.replace(/\{\d\}/g, "");
  return own !== english && own.replace(/[^a-z]/gi, "").length >= 5;
}

/** A text of several sentences, as many at once as are known, from its beginning on. */
function sayParts(text: string, known: (text: string) => string | null): string {
  const sentences = text.split(BETWEEN_SENTENCES);
  const parts: string[] = [];
  for (let at = 0; at < sentences.length; ) {
    let end = sentences.length;
    let found: string | null = null;
    for (; end > at && found === null; end--) found = known(sentences.slice(at, end).join(" "));
    parts.push(found ?? sentences[at] ?? "");
    at = found === null ? at + 1 : end + 1;
  }
  return parts.join(" ");
}

/** A sentence with values, ready to be found in a text and written anew. */
interface Pattern {
  /** How many characters are its own. */
  weight: number;
  read(text: string): string[] | null;
  write(values: readonly string[]): string;
}

function compile(english: string, translated: string): Pattern {
  const own = english.split(/\{\d\}/);
  const [head = "", tail = ""] = [own[0], own.at(-1)];
  const whole = new RegExp(`^${own.map(literally).join("([\\s\\S]*?)")}$`);
  return {
    weight: own.join("").length,
    read: (text) =>
      text.startsWith(head) && text.endsWith(tail) ? (whole.exec(text)?.slice(1) ?? null) : null,
    write: (values) => translated.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? ""),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
