import type { Tone } from "@/components/ui/status-chip";
import type { RowState } from "@/lib/imports/row-state";

const IMPORT_STATES = ["mapping", "preview", "applied", "undone", "dropped"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_TONES: Record<ImportState, Tone> = {
  ...{ mapping: "warn", preview: "warn", applied: "good", undone: "neutral", dropped: "neutral" },
};

export const ROW_TONES: Record<RowState, Tone> = {
  ...{ changes: "warn", accepted: "brand", declined: "neutral", applied: "good" },
  ...{ undone: "neutral", overtaken: "bad", unchanged: "neutral", confirms: "info" },
  ...{ confirmed: "good", refused: "bad" },
};

/** The state of an import as words know it; one that is not known counts as put away. */
export function importState(stored: string): ImportState {
  return IMPORT_STATES.find((state) => state === stored) ?? "dropped";
}
