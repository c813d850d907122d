import type { GridPlace } from "./matrix";

interface Size {
  rows: number;
  columns: number;
  /** How many rows a page has. */
  page: number;
}

/**
 * Where a key leads in the grid, as in any grid of ARIA's authoring practices: arrows by one, Home and
 * End within the row, with Ctrl in the whole grid, Page Up and Down by a page; null for other keys.
 * @param ctrl whether Ctrl (or Command) is held
 */
export function placeAfterKey(
  key: string,
  ctrl: boolean,
  from: GridPlace,
  { rows, columns, page }: Size,
): GridPlace | null {
  const { row, column } = from;
  const to = (next: Partial<GridPlace>): GridPlace => ({
    row: Math.min(Math.max(next.row ?? row, -1), rows - 1),
    column: Math.min(Math.max(next.column ?? column, -1), columns - 1),
  });
  switch (key) {
    case "ArrowDown":
      return to({ row: row + 1 });
    case "ArrowUp":
      return to({ row: row - 1 });
    case "ArrowRight":
      return to({ column: column + 1 });
    case "ArrowLeft":
      return to({ column: column - 1 });
    case "Home":
      return ctrl ? to({ row: 0, column: 0 }) : to({ column: 0 });
    case "End":
      return ctrl ? to({ row: rows - 1, column: columns - 1 }) : to({ column: columns - 1 });
    case "PageDown":
      return to({ row: row + page });
    case "PageUp":
      return to({ row: Math.max(row - page, Math.min(row, 0)) });
    default:
      return null;
  }
}
