/** A piece of a text; `isMarked` where it begins as a word that was looked for. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Cuts a title where its words begin as those of the query do, whatever their case and accents:
 * `garc` marks the first four letters of `García`. The pieces are the title again.
 */
export function markWords(title: string, query: string): Piece[] {
  const wanted = (folded(query).match(WORD) ?? []).toSorted((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.isMarked === isMarked) last.text += text;
    else pieces.push({ text, isMarked });
  };
  let end = 0;
  for (const { 0: word, index } of title.matchAll(WORD)) {
    const fold = folded(word);
    const length = wanted.find((one) => fold.startsWith(one))?.length ?? 0;
    const marked = lettersOf(word, length);
    add(title.slice(end, index), false);
    add(marked, true);
    add(word.slice(marked.length), false);
    end = index + word.length;
  }
  add(title.slice(end), false);
  return pieces;
}

/** Whether each word of the query begins a word of the text. An empty query fits all. */
export function beginsWords(text: string, query: string): boolean {
  const words = folded(text).match(WORD) ?? [];
  return (folded(query).match(WORD) ?? []).every((wanted) =>
    words.some((word) => word.startsWith(wanted)),
  );
}

/** As much of a word as its first `length` folded letters stand for. */
function lettersOf(word: string, length: number): string {
  let taken = "";
  for (const letter of word) {
    // What folds to nothing is an accent of the letter before.
    if (folded(taken).length >= length && folded(letter) !== "") break;
    if (length > 0) taken += letter;
  }
  return taken;
}
