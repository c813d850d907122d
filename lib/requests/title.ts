import { textProblem, tidyText } from "./plain-text";

/** Longest title that is kept, in characters. */
export const TITLE_MAX = 200;

/** A typed title as it is kept, or a sentence why it cannot be. */
export function readTitle(
  typed: string,
): { ok: true; title: string } | { ok: false; message: string } {
  const title = tidyText(typed);
  const message = textProblem(title, { maxLength: TITLE_MAX, lines: "one" });
  return message === null ? { ok: true, title } : { ok: false, message };
}
