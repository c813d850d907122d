import type { AnswerValue, Field } from "../archives/form";
import { dayProblem } from "../dates/day-problem";
import { parseAddress } from "../team/address";
import { UUID } from "../uuid";
import { textProblem, tidyText } from "./plain-text";

/** `draft` keeps what is unfinished; `complete` is what may be filed. */
export type FormMode = "draft" | "complete";

export type Reading = { ok: true; value: AnswerValue } | { ok: false; message: string };

const MOST_CHARACTERS = { text: 300, textarea: 10_000, email: 254, url: 2_000 };
const MOST_DATE_CHARACTERS = 40;
const MOST_PEOPLE = 200;
const UNREADABLE = "This answer could not be read; reload the page and answer again.";

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** How many characters an answer to this question may have. */
export function mostCharacters(field: Field): number {
  if (field.maxLength !== undefined) return field.maxLength;
  if (field.kind === "date") return MOST_DATE_CHARACTERS;
  return field.kind in MOST_CHARACTERS
    ? MOST_CHARACTERS[field.kind as keyof typeof MOST_CHARACTERS]
    : MOST_CHARACTERS.text;
}

/** Whether nothing has been answered: no text, no choice, an unticked box. */
export function isEmpty(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  return value !== true && value.length === 0;
}

/**
 * One answer as it is kept, or why not. Takes whatever a browser sends; null and undefined are
 * read as not answered. In `complete` mode a required answer must be there and say what is asked.
 */
export function readAnswer(field: Field, raw: unknown, mode: FormMode): Reading {
  const reading = readShape(field, raw ?? undefined);
  if (!reading.ok || mode === "draft") return reading;
  const message = completeProblem(field, reading.value);
  return message === null ? reading : { ok: false, message };
}

function readShape(field: Field, raw: unknown): Reading {
  switch (field.kind) {
    case "checkbox":
      return raw === undefined || typeof raw === "boolean"
        ? { ok: true, value: raw ?? false }
        : { ok: false, message: UNREADABLE };
    case "multiselect":
      return readList(raw, (entry) => isOption(field, entry));
    case "people":
      return readList(raw, (entry) => UUID.test(entry));
    case "person":
      return readChoice(raw, (entry) => UUID.test(entry));
    case "select":
      return readChoice(raw, (entry) => isOption(field, entry));
    default:
      return readText(field, raw);
  }
}

function readText(field: Field, raw: unknown): Reading {
  if (raw !== undefined && typeof raw !== "string") return { ok: false, message: UNREADABLE };
  const value = tidyText(raw ?? "");
  const message = textProblem(value, {
    maxLength: mostCharacters(field),
    lines: field.kind === "textarea" ? "many" : "one",
  });
  return message === null ? { ok: true, value } : { ok: false, message };
}

/** A choice that is no longer offered counts as not made: a form may change under an old draft. */
function readChoice(raw: unknown, offered: (entry: string) => boolean): Reading {
  if (raw !== undefined && typeof raw !== "string") return { ok: false, message: UNREADABLE };
  return { ok: true, value: raw !== undefined && offered(raw) ? raw : "" };
}

function readList(raw: unknown, offered: (entry: string) => boolean): Reading {
  if (raw === undefined) return { ok: true, value: [] };
  if (!Array.isArray(raw) || raw.length > MOST_PEOPLE) return { ok: false, message: UNREADABLE };
  const strings = raw.filter((entry): entry is string => typeof entry === "string");
  if (strings.length < raw.length) return { ok: false, message: UNREADABLE };
  return { ok: true, value: [...new Set(strings)].filter(offered) };
}

function isOption(field: Field, entry: string): boolean {
  return field.options?.some((option) => option.value === entry) ?? false;
}

function completeProblem(field: Field, value: AnswerValue): string | null {
  if (isEmpty(value)) return field.required ? emptySentence(field) : null;
  if (typeof value !== "string") return null;
  switch (field.kind) {
    case "date":
      return dayProblem(value);
    case "email":
      return parseAddress(value) !== null ? null : "Write an e-mail address: name@example.org.";
    case "url":
      return isWebAddress(value)
        ? null
        : "Write a web address that starts with https:// or http://.";
    default:
      return wordsProblem(field, value);
  }
}

function wordsProblem(field: Field, value: string): string | null {
  const words = value.split(/\s+/).length;
  if (field.minWords === undefined || words >= field.minWords) return null;
  return `Write at least ${field.minWords} words; this has ${words}.`;
}

function emptySentence(field: Field): string {
  switch (field.kind) {
    case "checkbox":
      return "Tick this box; the request cannot go out without it.";
    case "select":
      return "Choose one.";
    case "multiselect":
      return "Choose at least one.";
    case "person":
      return "Choose a person.";
    case "people":
      return "Choose at least one person.";
    case "date":
      return "Choose a day.";
    default:
      return "Answer this question.";
  }
}
