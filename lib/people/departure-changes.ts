import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { PlannedDuty } from "./departure";

/** A stored duty of a departure. */
export interface StoredDepartureDuty {
  id: string;
  subject: string;
  kind: string;
  dueOn: Day;
  state: "open" | "done" | "not_applicable" | "missed";
}

/** How the stored duties of a departure must change to be those of its plan. */
export interface DepartureChanges {
  open: readonly PlannedDuty[];
  /** Closed rows whose duty holds again. */
  reopen: readonly { id: string; duty: PlannedDuty }[];
  /** Open rows that stay, with what they are to say now. */
  keep: readonly { id: string; duty: PlannedDuty }[];
  close: readonly { id: string; why: string }[];
}

/**
 * What to do so that the open duties of a departure are those of `wanted`, the duties of its plan.
 * What was done for the same day is done.
 */
export function departureChanges(
  stored: readonly StoredDepartureDuty[],
  wanted: readonly PlannedDuty[],
): DepartureChanges {
  const rowOf = (duty: PlannedDuty) => stored.find((row) => isSame(row, duty));
  const inState = (...states: readonly StoredDepartureDuty["state"][]) =>
    wanted.flatMap((duty) => {
      const row = rowOf(duty);
      return row && states.includes(row.state) ? [{ id: row.id, duty }] : [];
    });
  const outdated = stored.filter(
    (row) => row.state === "open" && !wanted.some((duty) => isSame(row, duty)),
  );
  return {
    open: wanted.filter((duty) => !rowOf(duty)),
    reopen: inState("not_applicable", "missed"),
    keep: inState("open"),
    close: outdated.map((row) => ({ id: row.id, why: whyOutdated(row, wanted) })),
  };
}

function isSame(
  a: Pick<PlannedDuty, "subject" | "kind" | "dueOn">,
  b: Pick<PlannedDuty, "subject" | "kind" | "dueOn">,
): boolean {
  return a.subject === b.subject && a.kind === b.kind && a.dueOn === b.dueOn;
}

function whyOutdated(row: StoredDepartureDuty, wanted: readonly PlannedDuty[]): string {
  const next = wanted.find(({ subject, kind }) => subject === row.subject && kind === row.kind);
  return next
    ? phrase(`the day moved from ${formatDay(row.dueOn)} to ${formatDay(next.dueOn)}`)
    : phrase("it does not follow from the departure any more");
}
