/** Longest subject or name that a mail carries, in characters. */
const MAX = 200;

/**
 * Sentences that may hold text that people typed, fit for a mail: one line without control
 * characters and without marks that change the reading direction, however long.
 */
export function sentence(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** As `sentence`, for a subject or a name: cut to 200 characters. */
export function oneLine(text: string): string {
  const line = sentence(text);
  const characters = Array.from(line);
  return characters.length <= MAX ? line : `${characters.slice(0, MAX - 1).join("")}…`;
}

/**
 * As `oneLine`, for names of people and teams: an address of a page among them is broken, since
 * mail programs would turn it into a link that Gatebook seems to vouch for.
 */
export function nameLine(text: string): string {
  return oneLine(text).replaceAll("://", ": //");
}
