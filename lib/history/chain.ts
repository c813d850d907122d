/** What verifying needs of one line of history. */
export interface ChainLine {
  seq: number;
  eventId: string;
  prevHash: string;
  hash: string;
  /** Whether `hash` is the hash of the line's content. */
  intact: boolean;
}

/** Where a verified stretch of a chain ends; the chain begins at `{ seq: 0, hash: "" }`. */
export interface Link {
  seq: number;
  hash: string;
}

/**
 * The first place where a chain does not hold: a line whose content was changed (`hash`), that does
 * not follow the one before (`link`), that is missing (`gap`), or a chain that does not end where its
 * head says (`head`). `eventId` is the line that shows it, null when that line is gone.
 */
export interface Break {
  what: "hash" | "link" | "gap" | "head";
  seq: number;
  eventId: string | null;
}

export const CHAIN_START: Link = { seq: 0, hash: "" };

/** Follows the next lines of a chain, in order of `seq`: the new end, or the first break. */
export function follow(start: Link, lines: readonly ChainLine[]): Link | Break {
  let end = start;
  for (const line of lines) {
    const broken = problemOf(end, line);
    if (broken)
      return {
        what: broken,
        seq: broken === "gap" ? end.seq + 1 : line.seq,
        eventId: line.eventId,
      };
    end = { seq: line.seq, hash: line.hash };
  }
  return end;
}

function problemOf(before: Link, line: ChainLine): Break["what"] | undefined {
  if (line.seq !== before.seq + 1) return "gap";
  if (line.prevHash !== before.hash) return "link";
  return line.intact ? undefined : "hash";
}

/** Whether the last line is the one the chain's head names; a cut-off end shows up here alone. */
export function checkHead(end: Link, head: Link): Break | undefined {
  if (end.seq === head.seq && end.hash === head.hash) return undefined;
  return { what: "head", seq: Math.min(end.seq, head.seq) + 1, eventId: null };
}
