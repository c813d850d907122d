import type { After } from "../obligations/kinds";

/** Where a schedule was set, nearest to its reader first; `default` is the kind's own. */
export const LEVELS = ["person", "team", "agreement", "archive", "default"] as const;
export type Level = (typeof LEVELS)[number];

/** Days before a duty on which somebody is reminded of it, and how often after. */
export interface Schedule {
  leads: readonly number[];
  after: After;
}

/** A schedule as a team set it. `kind` empty: every kind. */
export interface StoredSchedule extends Schedule {
  id: string;
  level: Exclude<Level, "default">;
  kind: string;
  personId: string | null;
  agreementId: string | null;
  archive: string;
}

/** The schedule that counts, and the level that decided it. */
export interface DecidedSchedule extends Schedule {
  level: Level;
}
