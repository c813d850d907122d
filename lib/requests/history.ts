/** A line of history as far as folding looks at it. */
export interface FoldableLine {
  action: string;
  actorName: string;
  requestId: string | null;
  data: unknown;
}

/** A line that stands for `count` lines, of which it is the newest; `fields` are those of all. */
export type FoldedLine<Line> = Line & { count: number; fields: string[] };

/**
 * Folds edits of the same request that one person made one after the other into one line. Lines
 * come newest first and stay so.
 */
export function foldHistory<Line extends FoldableLine>(lines: readonly Line[]): FoldedLine<Line>[] {
  const folded: FoldedLine<Line>[] = [];
  for (const line of lines) {
    const newer = folded.at(-1);
    if (newer && belongsTo(line, newer)) {
      newer.count += 1;
      newer.fields = [...new Set([...newer.fields, ...fieldsOf(line)])];
    } else {
      folded.push({ ...line, count: 1, fields: fieldsOf(line) });
    }
  }
  return folded;
}

function belongsTo(line: FoldableLine, newer: FoldableLine): boolean {
  return (
    line.action === "request.edited" &&
    newer.action === "request.edited" &&
    line.actorName === newer.actorName &&
    line.requestId === newer.requestId
  );
}

function fieldsOf({ data }: FoldableLine): string[] {
  if (typeof data !== "object" || data === null || !("fields" in data)) return [];
  return Array.isArray(data.fields) ? data.fields.map(String) : [];
}
