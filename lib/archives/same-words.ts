/**
 * Whether two names are the same when case, accents, punctuation and the order of words are left
 * aside, so that `Ruiz, Ana` is Ana Ruíz. Two texts without a word are not.
 */
export function sameWords(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words !== "" && words === wordsOf(other);
}

function wordsOf(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(" ");
}
