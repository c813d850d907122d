import { z } from "zod";
import type { DraftContent } from "@/lib/requests/merge";

const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const content = z.object({
  title: z.string(),
  unitIds: z.array(z.string()).min(1),
  personIds: z.array(z.string()),
  answers,
  itemAnswers: z.record(z.string(), answers),
});
const schema = z.object({
  id: z.uuid(),
  version: z.number().nullable(),
  number: z.number().nullable(),
  content,
  base: content,
});

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
    const parsed = schema.safeParse(JSON.parse(kept ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
