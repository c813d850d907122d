import type { Day } from "@/lib/dates/day";
import type { AccessMatrix } from "@/lib/readiness/access-view";
import { statusOf } from "@/lib/readiness/status-letter";
import type { AccessStatus } from "@/lib/readiness/verdict";

/** The matrix as the browser gets it: of each unit only what its column shows. */
export interface Matrix extends Pick<AccessMatrix, "on" | "people" | "rows"> {
  units: readonly MatrixUnit[];
  /** The day that links from here carry on; absent: today, whenever they are followed. */
  asOf?: Day;
}

type MatrixUnit = Pick<AccessMatrix["units"][number], "id" | "name" | "archiveName">;

/** A place in the matrix by index; -1 is the column of names, or the row of units. */
export interface GridPlace {
  row: number;
  column: number;
}

/** One person and one unit of the matrix. */
export interface Pair {
  person: Matrix["people"][number];
  unit: MatrixUnit;
  status: AccessStatus;
}

/** The pair at a place; null beside the matrix and on its headers. */
export function pairAt({ people, units, rows }: Matrix, { row, column }: GridPlace): Pair | null {
  const person = people[row];
  const unit = units[column];
  const letter = rows[row]?.[column];
  return person && unit && letter ? { person, unit, status: statusOf(letter) } : null;
}
