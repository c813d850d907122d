/** A place in the chart: of which lane, and which of its bars. */
export interface TimelinePlace {
  row: number;
  column: number;
}

/**
 * Where a key leads: left and right along a lane, up and down to what lies nearest in time on the
 * next lane that has anything, Home and End within the lane, with Ctrl in the whole chart; null for
 * other keys.
 * @param rows of each lane, from the top, where the middle of each of its bars lies
 * @param ctrl whether Ctrl (or Command) is held
 */
export function placeAfterKey(
  key: string,
  ctrl: boolean,
  from: TimelinePlace,
  rows: readonly (readonly number[])[],
): TimelinePlace | null {
  const last = (row: number) => ({ row, column: Math.max((rows[row]?.length ?? 1) - 1, 0) });
  switch (key) {
    case "ArrowRight":
      return { ...from, column: Math.min(from.column + 1, last(from.row).column) };
    case "ArrowLeft":
      return { ...from, column: Math.max(from.column - 1, 0) };
    case "ArrowDown":
    case "ArrowUp":
      return nearest(from, key === "ArrowDown" ? 1 : -1, rows);
    case "Home":
      return { row: ctrl ? 0 : from.row, column: 0 };
    case "End":
      return last(ctrl ? rows.length - 1 : from.row);
    default:
      return null;
  }
}

function nearest(
  from: TimelinePlace,
  step: number,
  rows: readonly (readonly number[])[],
): TimelinePlace {
  const middle = rows[from.row]?.[from.column] ?? 0;
  const row = from.row + step;
  const far = rows[row]?.map((at) => Math.abs(at - middle));
  return far && far.length > 0 ? { row, column: far.indexOf(Math.min(...far)) } : from;
}
