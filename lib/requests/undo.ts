import type { Lifecycle, Move } from "../archives/lifecycle";
import { type Day, isDay } from "../dates/day";
import { isRecord } from "./answers-shape";
import { findMove, stepOf } from "./lifecycle";

/** A move as the history keeps it: what went, from where, and which version of the request it made. */
interface Moved {
  move: string;
  version: number;
  from: { item: string; step: string; since: Day; granted: boolean }[];
}

/** The data of a line that a move left; null where they are of another shape. */
function readMoved(data: unknown): Moved | null {
  if (!isRecord(data) || !Array.isArray(data.from)) return null;
  const { move, version } = data;
  if (typeof move !== "string" || typeof version !== "number") return null;
  const from = data.from.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { item, step, since, granted } = entry;
    if (typeof item !== "string" || typeof step !== "string") return [];
    if (typeof since !== "string" || !isDay(since) || typeof granted !== "boolean") return [];
    return [{ item, step, since, granted }];
  });
  return from.length === data.from.length ? { move, version, from } : null;
}

/** A line of history as far as taking back looks at it. */
export interface UndoableLine {
  seq: number;
  action: string;
  data: unknown;
}

export type UndoCheck<Line> =
  | { ok: true; line: Line; move: Move; moved: Moved }
  | { ok: false; reason: string };

const CHANGED = "Something was changed since the last step was recorded; record what is true now.";

/**
 * Whether the last move of a request can be taken back, by its history, newest line first. It can
 * while nothing else has changed the request since, and while nothing hangs on it: no approval given
 * or ended, no renewal begun or filed, no close-out. What was taken back before does not count.
 */
export function undoOf<Line extends UndoableLine>(
  lifecycle: Lifecycle,
  lines: readonly Line[],
  version: number,
): UndoCheck<Line> {
  const line = lastStanding(lines);
  if (!line) return { ok: false, reason: "No step was recorded here." };
  const moved = readMoved(line.data);
  const move = moved && findMove(lifecycle, moved.move);
  if (!moved || !move) {
    return { ok: false, reason: "This step was recorded in a way that cannot be taken back." };
  }
  if (versionOf(newest(lines)) !== version) return { ok: false, reason: CHANGED };
  const bound = boundBy(lifecycle, move, moved);
  return bound === null ? { ok: true, line, move, moved } : { ok: false, reason: bound };
}

function boundBy(lifecycle: Lifecycle, move: Move, { from }: Moved): string | null {
  const instead = "Record what is true now instead.";
  if (["grant", "end", "close"].includes(move.effect)) {
    return `An approval hangs on “${move.label}”. ${instead}`;
  }
  if (move.effect === "renew" || move.effect === "keep") {
    return `A renewal hangs on “${move.label}”. ${instead}`;
  }
  if (move.effect === "file" && from.some(({ granted }) => granted)) {
    return `A renewal was filed by “${move.label}”, with its report. ${instead}`;
  }
  return stepOf(lifecycle, move.to).status === "closing"
    ? "A close-out is under way; take it back there."
    : null;
}

const isMove = ({ action }: UndoableLine) => action === "request.moved";
const isUndo = ({ action }: UndoableLine) => action === "request.moveUndone";

function newest<Line extends UndoableLine>(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => isMove(line) || isUndo(line));
}

/** The newest move that was not taken back; each taking back counts for the one before it. */
function lastStanding<Line extends UndoableLine>(lines: readonly Line[]): Line | undefined {
  let undone = 0;
  for (const line of lines) {
    if (isUndo(line)) undone += 1;
    else if (isMove(line) && undone === 0) return line;
    else if (isMove(line)) undone -= 1;
  }
  return undefined;
}

function versionOf(line: UndoableLine | undefined): number | null {
  const version = isRecord(line?.data) ? line.data.version : null;
  return typeof version === "number" ? version : null;
}
