/** A line of history as far as folding looks at it. */
export interface FoldableLine {
  action: string;
  actorName: string;
  requestId: string | null;
  data: unknown;
}

/**
 * A line that stands for `lines`, newest first, of which it is the newest. `details` are those of
 * all: the changed fields of an edit, the recipients of a reminder.
 */
export type FoldedLine<Line> = Line & { lines: Line[]; details: string[] };

/** What happens many times in a row and says little each time. */
const FOLDED = ["request.edited", "reminder.planned", "reminder.sent"];

/**
 * Folds edits of a request that one person made one after the other into one line, and likewise
 * reminders that went to several persons. Lines come newest first and stay so.
 */
export function foldHistory<Line extends FoldableLine>(lines: readonly Line[]): FoldedLine<Line>[] {
  const folded: FoldedLine<Line>[] = [];
  for (const line of lines) {
    const newer = folded.at(-1);
    if (newer && belongsTo(line, newer)) {
      newer.lines.push(line);
      newer.details = [...new Set([...newer.details, ...detailsOf(line)])];
    } else {
      folded.push({ ...line, lines: [line], details: detailsOf(line) });
    }
  }
  return folded;
}

function belongsTo(line: FoldableLine, newer: FoldableLine): boolean {
  return (
    FOLDED.includes(line.action) &&
    line.action === newer.action &&
    line.actorName === newer.actorName &&
    line.requestId === newer.requestId
  );
}

function detailsOf({ data }: FoldableLine): string[] {
  if (typeof data !== "object" || data === null) return [];
  const found = "fields" in data ? data.fields : "to" in data ? data.to : [];
  return [found].flat().filter((entry) => typeof entry === "string");
}
