import type { RowFilter } from "./forms";

/**
 * What became of a row. `confirms`: nothing changes, but it was seen that an approval stands;
 * `confirmed`: that was written down. The others are as their words say.
 */
export const ROW_STATES = [
  "changes",
  "accepted",
  "declined",
  "applied",
  "undone",
  "overtaken",
  "unchanged",
  "confirms",
  "confirmed",
  "refused",
] as const;
export type RowState = (typeof ROW_STATES)[number];

const SHOWN: Record<RowFilter, readonly RowState[]> = {
  changes: ["changes", "accepted", "declined", "applied", "undone", "overtaken"],
  unchanged: ["unchanged", "confirms", "confirmed"],
  refused: ["refused"],
};

/** The states that a filter shows. */
export function statesOf(filter: RowFilter): readonly RowState[] {
  return SHOWN[filter];
}

/** Rows that the next applying takes. */
export const TO_APPLY: readonly RowState[] = ["accepted", "confirms"];
/** Rows that have changed something. */
export const APPLIED: readonly RowState[] = ["applied", "confirmed"];

export function rowState(stored: string): RowState {
  return ROW_STATES.find((state) => state === stored) ?? "refused";
}
