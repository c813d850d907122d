import { type Day, isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { dutyKind } from "../obligations/kinds";

/** The words that a line of history may speak of; what its data do not hold is an empty text. */
export type EventFacts = Readonly<
  Record<
    | "units"
    | "label"
    | "to"
    | "on"
    | "unit"
    | "from"
    | "end"
    | "name"
    | "due"
    | "duty"
    | "state"
    | "why"
    | "reason"
    | "terms"
    | "source"
    | "count"
    | "fields",
    string
  >
>;

/** How a reader's language says what the code says in English, and writes days. */
export interface EventLanguage {
  say(text: string): string;
  day(day: Day): string;
}

const ENGLISH: EventLanguage = { say: (text) => text, day: (day) => formatDay(day) };

/**
 * The facts of a line of history as they stand in its sentence, read from data that may be of any
 * shape: days in words, lists with commas. In English without a language.
 */
export function eventFacts(data: unknown, language = ENGLISH): EventFacts {
  const words = (value: unknown) => inWords(value, language);
  const known = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  return {
    units: [words(known.persons), words(known.units)].filter(Boolean).join(": "),
    label: words(known.label),
    to: words(known.to),
    on: words(known.on ?? known.endedOn),
    unit: words(known.unit),
    from: words(known.startsOn),
    end: known.endsOn === null ? "open" : words(known.endsOn),
    name: words(known.name),
    due: words(known.dueOn),
    duty: dutyIn(known, language) || "none",
    state: inWords(known.state, ENGLISH),
    why: words(known.why) || "none",
    reason: words(known.reason),
    // Letters of an ontology, and what somebody typed: the same in every language.
    terms: inWords(known.terms, ENGLISH) || "none",
    source: inWords(known.source, ENGLISH),
    count: inWords(known.count, ENGLISH) || "0",
    fields: "none",
  };
}

/** What to do, in its first sentence; of a duty without a sentence of its own, what kind it is. */
function dutyIn({ what, kind }: Record<string, unknown>, { say }: EventLanguage): string {
  if (typeof what === "string" && what !== "")
    return (say(what).split(END_OF_SENTENCE)[0] ?? "").replace(/\.$/, "");
  return typeof kind === "string" && kind !== "" ? say(dutyKind(kind).name) : "";
}

/** A full stop behind a number belongs to a day in German: `29. November`. */
const END_OF_SENTENCE = /(?<!\d)[.!?]\s(?=\p{Lu}|[„“])/u;

function inWords(value: unknown, { say, day }: EventLanguage): string {
  if (Array.isArray(value)) {
    const texts = value.filter((entry) => typeof entry === "string");
    return [...new Set(texts)].map(say).join(", ");
  }
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = String(value);
  return isDay(text) ? day(text) : say(text);
}
