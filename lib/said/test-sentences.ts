import ts from "typescript";
import { ARCHIVES } from "../archives/index";
import { CONSENT_BASES, CONSENT_MODIFIERS, meaningOfPart } from "../data-use/consent-code";
import { DUO_TERMS } from "../data-use/duo-terms";
import messages from "../messages/en.json";
import { DUTY_KINDS } from "../obligations/kinds";
import { GENERAL_QUALIFICATIONS } from "../people/general-qualifications";
import { GENERAL_SCHEMES } from "../people/general-schemes";
import { collect, parse, sourceFiles } from "../test-sources";
import { hasWordsOfItsOwn } from "./sayer";

/** What is English in code and shown to readers, by the file or room that says it, in order. */
export function englishOfCode(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (where: string, text: string) => {
    const known = found.get(where) ?? new Set();
    found.set(where, known.add(text));
  };
  for (const archive of ARCHIVES) {
    const imports = archive.imports.sources.map(({ name, steps }) => ({ name, steps }));
    for (const text of wordsOf([archive, imports])) add(`lib/archives/${archive.code}`, text);
    for (const { id } of archive.lifecycles) {
      const parts = [archive.renewal(id), archive.closeOut(id), archive.terms(id)];
      for (const text of wordsOf(parts)) add(`lib/archives/${archive.code}`, text);
    }
  }
  for (const text of wordsOf(DUTY_KINDS)) add("lib/obligations", text);
  for (const text of wordsOf(TERMS_OF_USE)) add("lib/data-use", text);
  for (const text of wordsOf([GENERAL_QUALIFICATIONS, GENERAL_SCHEMES])) add("lib/people", text);
  for (const text of reasonsOfMails()) add("lib/messages/en.json", text);
  for (const file of sourceFiles("{lib,app}/**/*.ts").filter(speaks)) {
    for (const text of sentencesIn(file)) add(file, text);
  }
  return found;
}

/** Why a mail did not go: stored in English, from the words of mails. */
function reasonsOfMails(): string[] {
  const { cancelled, failed } = messages.mail;
  return [...Object.values(cancelled), failed].map((text) => text.replace("{name}", "{0}"));
}

/** What each term of use means, and what it asks for. */
const TERMS_OF_USE = [
  ...DUO_TERMS.map(({ meaning, todo }) => ({ label: meaning, whatToDo: todo })),
  ...[...CONSENT_BASES, ...CONSENT_MODIFIERS].map((code) => ({
    label: meaningOfPart({ code, value: null }),
  })),
];

/** Fields of the archives' data that pages show. What goes to an archive, and sources, stay English. */
const SHOWN =
  /^(label|sentence|name|what|why|whatEnds|whatToDo|ifMissed|help|guidance|paper|proof|summary|late|over|instead|how|text|asks|to|rule|afterwards|refusal|otherwise|request|item|agreement|unit|maxLabel)$/;
const NOT_SHOWN = /^(source|sources|letter|greeting|progress|example|pattern|url|imports)$/;

function wordsOf(data: unknown): Set<string> {
  const words = new Set<string>();
  const visit = (value: unknown, key: string) => {
    if (typeof value === "string") {
      if (SHOWN.test(key) && !isCode(value)) words.add(value);
    } else if (Array.isArray(value)) {
      for (const each of value) visit(each, key);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (!NOT_SHOWN.test(name)) visit(each, name);
      }
    }
  };
  visit(data, "");
  return words;
}

/** A code word (`dac_review`), a day, or nothing. */
function isCode(text: string): boolean {
  return /^[a-z_]*_[a-z_]*$|^\d|^$/.test(text) || CODES.has(text);
}
const CODES = new Set(["starts_at_approval", "draft", "closed", "approved", "granted", "pi"]);

// Forms hold the archives' own questions and letters go to them; both stay English. Commands and mails
// have their words elsewhere.
const SILENT = new RegExp(
  [
    /\.test\.ts$|\.bench\.ts$|\/(sample|test)-[^/]+$/,
    /^lib\/(launch|jobs|messages|said|pdf)\/|^lib\/(env|log|routes|plain-page)\.ts$/,
    /^lib\/archives\/([^/]+\/)?(form|form-[^/]+|sources|nudge)\.ts$|^lib\/incidents\/letter\.ts$/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

function speaks(file: string): boolean {
  return !SILENT.test(file);
}

/** The sentences of a file; a value within one is written `{0}`, `{1}`, … in order. */
function sentencesIn(file: string): Set<string> {
  const all = collect(parse(file), (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return undefined;
    const text = textIn(node);
    const isMarked = MARKS.some((mark) => isArgumentOf(node, mark));
    const isSaid = isSentence(text) || isMarked || isPartOfSentence(node, text);
    return isTold(node) && (isSaid || isLabel(node, file)) ? text : undefined;
  });
  return new Set(all.map(({ found }) => found));
}

/** Functions whose argument is shown, though it is no sentence: `notFound("person")` makes it part of one. */
const MARKS = ["notFound", "say", "phrase"];

/** Of the archives' data, what only a function gives: the label of a gate. What a renewal asks goes to the archive. */
function isLabel(node: ts.Node, file: string): boolean {
  const property = node.parent;
  const isValue = ts.isPropertyAssignment(property) && property.initializer === node;
  const isOurs = /^lib\/archives\/(?!.*\/renewal)/.test(file);
  return isValue && isOurs && property.name.getText() === "label";
}

/** One of several ways in which a sentence may go on: `${isKnown ? "as it says" : `by ${name}`}`. */
function isPartOfSentence(node: ts.Node, text: string): boolean {
  if (!/[a-z]\S* \S/.test(text.trim()) || (text.includes("{0}") && !hasWordsOfItsOwn(text)))
    return false;
  let at = node.parent;
  while (ts.isConditionalExpression(at) || ts.isParenthesizedExpression(at)) at = at.parent;
  return at !== node.parent && ts.isTemplateSpan(at) && isSentence(textIn(at.parent));
}

function textIn(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  const spans = node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
  // What follows a sentence is a sentence of its own.
  return (node.head.text + spans.join("")).replace(/(?<=[.?!”]) \{\d\}$/, "");
}

function isSentence(text: string): boolean {
  if (text.includes("{0}") && !hasWordsOfItsOwn(text)) return false;
  return /^([A-Z“{\d]|dbGaP)/.test(text) && /[a-z]\S* \S/.test(text) && /[.?!”]$/.test(text);
}

function isArgumentOf(node: ts.Node, name: string): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && call.expression.getText() === name;
}

/** False for what only the log, a defect's message or an archive reads. */
function isTold(node: ts.Node): boolean {
  for (let at: ts.Node = node.parent; at !== undefined; at = at.parent) {
    if (ts.isNewExpression(at) && /^(Type|Range)?Error$/.test(at.expression.getText()))
      return false;
    if (ts.isPropertyAssignment(at) && NOT_SHOWN.test(at.name.getText())) return false;
    if (ts.isCallExpression(at) && /^log\(\)/.test(at.expression.getText())) return false;
    if (ts.isImportDeclaration(at)) return false;
  }
  return true;
}
