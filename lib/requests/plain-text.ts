const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const CONTROL = /[^\P{Cc}\n\t]/u;
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text as we keep it: one Unicode spelling for what looks the same (NFC), `\n` line ends, nothing
 * at the ends. Never changes a word.
 */
export function tidyText(text: string): string {
  return text.replace(LINE_ENDS, "\n").normalize("NFC").trim();
}

/**
 * Why tidy text cannot be kept, as a sentence for the field; null when it can.
 * Characters that nobody sees are refused rather than dropped, so that what is stored is what was
 * typed: control characters, half characters that PostgreSQL cannot store, and marks that make a
 * line read in another order than it is written. `maxLength` counts characters as a reader does.
 */
export function textProblem(
  text: string,
  limits: { maxLength: number; lines: "one" | "many" },
): string | null {
  if (!text.isWellFormed() || CONTROL.test(text)) {
    return "This text holds a control character that cannot be shown; remove it or type the text again.";
  }
  if (limits.lines === "one" && /[\n\t]/.test(text)) {
    return "Write this in one line, without tabs.";
  }
  if (DIRECTION_OVERRIDE.test(text)) {
    return "This text holds a hidden character that changes the reading direction; remove it or type the text again.";
  }
  const length = text.length > limits.maxLength ? Array.from(text).length : text.length;
  if (length <= limits.maxLength) return null;
  return `Use at most ${limits.maxLength} characters; this has ${length}.`;
}
