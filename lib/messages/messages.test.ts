import compile from "icu-minify/compile";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import type { Language } from "../languages";
import german from "./de.json";
import english from "./en.json";

type Tree = { [key: string]: string | Tree };
/** What stands under a name in a message: any value, a number, a tag, or a choice of these. */
type Use = "value" | "number" | "tag" | `one of ${string}`;
type Uses = Map<string, Set<Use>>;

const ENGLISH = flat(english);
const GERMAN = flat(german);
const both = [...ENGLISH].flatMap(([key, text]) => {
  const own = GERMAN.get(key);
  return own === undefined ? [] : [{ key, english: text, german: own }];
});

it("has each message in both languages", () => {
  expect([...ENGLISH.keys()].filter((key) => !GERMAN.has(key))).toEqual([]);
  expect([...GERMAN.keys()].filter((key) => !ENGLISH.has(key))).toEqual([]);
});

it("keeps every argument, choice and tag of a message in German", () => {
  const alike = both.filter(({ key }) => !OWN_GRAMMAR.test(key));
  const differ = alike.flatMap(({ key, english: text, german: own }) => {
    const [wanted, given] = [written(usesIn(text)), written(usesIn(own))];
    return wanted === given ? [] : [{ key, wanted, given }];
  });
  expect(differ).toEqual([]);
});

it("formats every message in both languages, whatever is chosen or counted", () => {
  const failed = both.flatMap(({ key, english: text, german: own }) => {
    const problems = [...problemsOf("en", text), ...problemsOf("de", own)];
    return problems.length === 0 ? [] : [{ key, problems }];
  });
  expect(failed).toEqual([]);
});

it("says nothing in English to readers of German, but for words that are the same", () => {
  const same = both.filter(
    ({ english: text, german: own }) => text === own && !isSame(withoutNames(own)),
  );
  expect(same.map(({ key, german: own }) => `${key}: ${own}`)).toEqual([]);
});

it("writes German with German quotation marks, and speaks to its reader as Sie", () => {
  const wrong = [...GERMAN].filter(
    ([, own]) => /["”‘’]|“[^„]*“/.test(own) || /\b(du|dir|dich|dein\w*)\b/i.test(own),
  );
  expect(wrong).toEqual([]);
});

// Sentences whose verbs and articles German chooses by other things; lib/requests/state-sentence.test.ts
// reads them in both languages.
const OWN_GRAMMAR = /^requestPage\.state\./;

// Words that German writes as English does, and names.
const SAME = new Set([
  ...[
    "Cloud",
    "Filter",
    "Import",
    "In Gatebook",
    "Mail",
    "Median",
    "Name",
    "Patent",
    "Person",
    "Postdoc",
  ],
  ...["Preprint", "Server", "Software", "Status", "Team", "Text", "Version", "kB", "MB"],
  ...["DOI", "Gatebook", "JSON", "Kaggle", "Mendeley Data", "PDF", "PubMed", "PubMed Central"],
  ...["SHA-256", "Text (SHA-256)", "(SHA-256 )", "arXiv"],
]);

function isSame(words: string): boolean {
  return !/\p{L}{2}/u.test(words) || SAME.has(words.replace(/[\s:…]+$/u, "").trim());
}

function withoutNames(text: string): string {
  return text.replace(/\{[^{}]*\}|<[^<>]*>/g, "");
}

function flat(tree: Tree, above = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string"
      ? [[`${above}${key}`, value]]
      : [...flat(value, `${above}${key}.`).entries()],
  );
  return new Map(entries);
}

/** The names that a message holds. */
function usesIn(text: string): Uses {
  const uses: Uses = new Map();
  const add = (name: string, use: Use) => uses.set(name, (uses.get(name) ?? new Set()).add(use));
  // As `icu-minify` reads it: a text, or parts in order, of which lists are what has a name.
  const visitAll = (message: unknown) => {
    if (Array.isArray(message)) for (const part of message) visitPart(part);
  };
  const visitPart = (part: unknown) => {
    if (!Array.isArray(part)) return;
    const [name, kind, detail]: [string, unknown, unknown] = [part[0], part[1], part[2]];
    if (part.length === 1) add(name, "value");
    else if (typeof kind !== "number") {
      add(name, "tag");
      visitAll(part.slice(1));
    } else {
      const branches = Object.entries(kind <= MOST_BRANCHING ? (detail ?? {}) : {});
      const choices = branches.map(([choice]) => choice).toSorted();
      add(name, kind === SELECT ? `one of ${choices.join("|")}` : "number");
      for (const [, branch] of branches) visitAll(branch);
    }
  };
  visitAll(compile(text));
  return uses;
}

const SELECT = 1;
/** `select`, `plural` and `selectordinal` have branches; numbers and dates have a style. */
const MOST_BRANCHING = 3;

function written(uses: Uses): string {
  return [...uses]
    .map(([name, own]) => `${name}: ${[...own].toSorted().join(", ")}`)
    .toSorted()
    .join("; ");
}

/** Formats a message with each of its choices and with several numbers; what went wrong. */
function problemsOf(locale: Language, text: string): string[] {
  const problems: string[] = [];
  const onError = ({ message }: Error) => problems.push(message);
  const t = createTranslator({ locale, messages: { text }, onError });
  const uses = usesIn(text);
  const choices = [...uses.values()].flatMap((own) => [...own].map((use) => optionsOf(use).length));
  for (const number of [0, 1, 2, 1000]) {
    for (let turn = 0; turn < Math.max(1, ...choices); turn++) {
      t.rich("text", Object.fromEntries([...uses].map(([name, own]) => [name, sample(own)])));

      function sample(own: Set<Use>) {
        if (own.has("tag")) return (chunks: unknown) => String(chunks);
        if (own.has("number")) return number;
        const options = [...own].flatMap(optionsOf);
        return options.length === 0 ? "so" : (options[turn % options.length] ?? "so");
      }
    }
  }
  return problems;
}

function optionsOf(use: Use): string[] {
  return use.startsWith("one of ") ? use.slice("one of ".length).split("|") : [];
}
