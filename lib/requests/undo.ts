import { z } from "zod";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { type Day, isDay } from "../dates/day";
import { textField } from "../team/text-field";
import { findMove, stepOf } from "./lifecycle";

/** What the page sends to take back the last move of a request. */
export const undoMoveForm = z.strictObject({
  commandId: z.uuid(),
  requestId: z.uuid(),
  version: z.number().int().positive(),
  why: textField(1000, "Say why; it is kept in the history."),
});
export type UndoMove = z.output<typeof undoMoveForm>;

/** A move as the history keeps it: what went, from where, and which version of the request it made. */
const movedData = z.object({
  move: z.string(),
  version: z.number(),
  from: z.array(
    z.object({
      item: z.string(),
      step: z.string(),
      since: z.custom<Day>((value) => typeof value === "string" && isDay(value)),
      granted: z.boolean(),
    }),
  ),
});
type Moved = z.infer<typeof movedData>;

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
  const read = movedData.safeParse(line.data);
  const move = read.success && findMove(lifecycle, read.data.move);
  if (!read.success || !move) {
    return { ok: false, reason: "This step was recorded in a way that cannot be taken back." };
  }
  if (versionOf(newest(lines)) !== version) return { ok: false, reason: CHANGED };
  const bound = boundBy(lifecycle, move, read.data);
  return bound === null ? { ok: true, line, move, moved: read.data } : { ok: false, reason: bound };
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
  const read = z.object({ version: z.number() }).safeParse(line?.data);
  return read.success ? read.data.version : null;
}
