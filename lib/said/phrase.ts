/**
 * Marks English that pages show in the reader's language though it is no whole sentence: a reason that
 * is kept with a duty, or a part that a sentence is made with. A test asks for its translation.
 */
export function phrase(text: string): string {
  return text;
}
