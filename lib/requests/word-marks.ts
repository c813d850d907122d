/** A stretch of text: in both texts, only in the older one, or only in the newer one. */
export interface MarkedWords {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Beyond so many comparisons (two texts of 2 000 changed words) the texts stand one after the other. */
const MOST_COMPARISONS = 4_000_000;

/**
 * Two texts as one, each word marked; unchanged and old words together give the older text, unchanged
 * and new ones the newer. A change stands with what went before what came. Empty for two empty texts.
 */
export function markWords(before: string, after: string): MarkedWords[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return joined([
    ...all("same", old.slice(0, head)),
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...all("same", tail === 0 ? [] : old.slice(-tail)),
  ]);
}

/** Words, and the room between them as words of their own: a new line is a change too. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

function all(kind: MarkedWords["kind"], words: readonly string[]): MarkedWords[] {
  return words.map((text) => ({ kind, text }));
}

/** Keeps the longest sequence of words that both have, read off a table of its lengths. */
function between(old: readonly string[], now: readonly string[]): MarkedWords[] {
  if (old.length * now.length > MOST_COMPARISONS) return [...all("gone", old), ...all("new", now)];
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const isSame = old[i] === now[j];
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const marked: MarkedWords[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      marked.push({ kind: "same", text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      marked.push({ kind: "gone", text: was });
      i += 1;
    } else if (is !== undefined) {
      marked.push({ kind: "new", text: is });
      j += 1;
    }
  }
  return marked;
}

/** Neighbours of one kind as one stretch; within a change what went comes before what came. */
function joined(words: readonly MarkedWords[]): MarkedWords[] {
  const stretches: MarkedWords[] = [];
  const change = { gone: "", new: "" };
  const add = (kind: MarkedWords["kind"], text: string) => {
    const last = stretches.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else stretches.push({ kind, text });
  };
  const flush = () => {
    const room = sharedRoom(change.gone, change.new);
    for (const kind of ["gone", "new"] as const) {
      add(kind, change[kind].slice(0, change[kind].length - room.length));
      change[kind] = "";
    }
    add("same", room);
  };
  words.forEach(({ kind, text }, index) => {
    // Mere room between two changes belongs to both: "old words" became "new words", not word by word.
    const isRoom = kind === "same" && text.trim() === "" && !text.includes("\n");
    const isWithin = isRoom && words[index - 1]?.kind !== "same" && index > 0;
    if (isWithin && isChange(words[index + 1])) {
      change.gone += text;
      change.new += text;
    } else if (kind === "same") {
      flush();
      add(kind, text);
    } else change[kind] += text;
  });
  flush();
  return stretches;
}

/** The room at the end of both, which is no part of the change between them. */
function sharedRoom(gone: string, now: string): string {
  const [was, is] = [gone, now].map((text) => /\s*$/.exec(text)?.[0] ?? "");
  return was === is && gone !== "" && now !== "" ? (was ?? "") : "";
}

function isChange(word: MarkedWords | undefined): boolean {
  return word !== undefined && word.kind !== "same";
}
