import { z } from "zod";
import type { DraftContent } from "@/lib/requests/merge";

const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const schema = z.object({
  id: z.uuid(),
  version: z.number().nullable(),
  number: z.number().nullable(),
  content: z.object({
    title: z.string(),
    unitIds: z.array(z.string()).min(1),
    personIds: z.array(z.string()),
    answers,
    itemAnswers: z.record(z.string(), answers),
  }),
});

/** A text that could not be saved, with what it was based on. */
export interface KeptText {
  id: string;
  version: number | null;
  number: number | null;
  content: DraftContent;
}

/** The form is found again by its address, since a new request has no other name yet. */
function keyOf(): string {
  return `gatebook form ${window.location.pathname}${window.location.search}`;
}

/** Keeps a text in this tab until it has been saved: past a sign-in, a reload, an outage. */
export function keepText(text: KeptText): void {
  try {
    window.sessionStorage.setItem(keyOf(), JSON.stringify(text));
  } catch {
    // No storage, or it is full: the text is still in the form.
  }
}

export function dropText(): void {
  try {
    window.sessionStorage.removeItem(keyOf());
  } catch {
    // As above.
  }
}

/** The text kept for this address, or null. */
export function readKeptText(): KeptText | null {
  try {
    const parsed = schema.safeParse(JSON.parse(window.sessionStorage.getItem(keyOf()) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
