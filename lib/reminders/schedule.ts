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

/** Who is reminded of a duty, and what the duty belongs to. */
export interface ScheduleReader {
  personId: string;
  agreementId: string | null;
  /** Code of an archive; empty where the duty belongs to none. */
  archive: string;
}

/**
 * The schedule by which somebody is reminded of a duty of a kind: of those that were set, the one
 * nearest to the reader; on one level, one for this very kind before one for every kind; and the
 * kind's own where none was set.
 */
export function decideSchedule(
  kind: string,
  reader: ScheduleReader,
  stored: readonly StoredSchedule[],
  defaults: Schedule,
): DecidedSchedule {
  for (const level of LEVELS) {
    const set = stored.filter((one) => one.level === level && isFor(one, reader));
    const found = set.find((one) => one.kind === kind) ?? set.find((one) => one.kind === "");
    if (found) return { leads: found.leads, after: found.after, level };
  }
  return { leads: defaults.leads, after: defaults.after, level: "default" };
}

function isFor(stored: StoredSchedule, reader: ScheduleReader): boolean {
  switch (stored.level) {
    case "person":
      return stored.personId === reader.personId;
    case "team":
      return true;
    case "agreement":
      return stored.agreementId !== null && stored.agreementId === reader.agreementId;
    case "archive":
      return stored.archive !== "" && stored.archive === reader.archive;
  }
}
