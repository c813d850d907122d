import { isAnswers, isRecord, isTexts } from "@/lib/requests/answers-shape";
import type { DraftContent } from "@/lib/requests/merge";

/** A text that could not be saved, with what it was based on. */
export interface KeptText {
  id: string;
  version: number | null;
  number: number | null;
  content: DraftContent;
  /** The stored text that it was written upon: tells later who changed what. */
  base: DraftContent;
}

/** The address of the form on the page: a new request has no other name yet to be found by. */
export function formAddress(): string {
  return `${window.location.pathname}${window.location.search}`;
}

function keyOf(address: string): string {
  return `gatebook form ${address}`;
}

/** Keeps a text in this tab until it has been saved: past a sign-in, a reload, an outage. */
export function keepText(address: string, text: KeptText): void {
  try {
    window.sessionStorage.setItem(keyOf(address), JSON.stringify(text));
  } catch {
    // No storage, or it is full: the text is still in the form.
  }
}

export function dropText(address: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(address));
  } catch {
    // As above.
  }
}

/** The text kept for this address, or null. */
export function readKeptText(address: string): KeptText | null {
  try {
    const kept = window.sessionStorage.getItem(keyOf(address));
    const text: unknown = JSON.parse(kept ?? "null");
    return isKeptText(text) ? text : null;
  } catch {
    return null;
  }
}

const isNumber = (value: unknown) => value === null || typeof value === "number";

// By hand, since the form would have to carry a library of schemas along for it.
function isKeptText(value: unknown): value is KeptText {
  if (!isRecord(value)) return false;
  const { id, version, number, content, base } = value;
  if (typeof id !== "string" || !isNumber(version) || !isNumber(number)) return false;
  return isContent(content) && isContent(base);
}

function isContent(value: unknown): value is DraftContent {
  if (!isRecord(value)) return false;
  const { title, unitIds, personIds, answers, itemAnswers } = value;
  if (typeof title !== "string" || !isTexts(unitIds) || !isTexts(personIds)) return false;
  if (!isRecord(itemAnswers) || !isAnswers(answers)) return false;
  return Object.values(itemAnswers).every(isAnswers);
}
