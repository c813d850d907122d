import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { StandingDuty } from "./standing";

/** A standing duty as the database holds it. */
export interface StoredStanding {
  id: string;
  subject: string;
  kind: string;
  dueOn: Day;
  state: "open" | "done" | "not_applicable" | "missed";
  what: string;
  rule: string;
  source: string;
  /** Who closed it, by name; null where Gatebook did by itself. */
  closedBy: string | null;
}

/** How the stored duties of a matter must change to be those that follow from its facts. */
export interface StandingChanges {
  open: StandingDuty[];
  /** Closed by Gatebook while their facts did not hold, which do again. */
  reopen: { id: string; duty: StandingDuty }[];
  /** Open ones whose words are others now. */
  reword: { id: string; duty: StandingDuty }[];
  close: { id: string; state: "done" | "not_applicable"; why: string; byClock: boolean }[];
}

/**
 * What to do so that the stored standing duties of a matter are `duties`. What somebody closed by
 * hand stays closed for its day; what only a day that went by ends is told apart (`byClock`).
 */
export function standingChanges(
  stored: readonly StoredStanding[],
  duties: readonly StandingDuty[],
): StandingChanges {
  const changes: StandingChanges = { open: [], reopen: [], reword: [], close: [] };
  for (const duty of duties) {
    const row = stored.find((one) => isSame(one, duty));
    if (duty.over) {
      if (row?.state === "open") changes.close.push({ id: row.id, ...duty.over, byClock: true });
    } else if (!row) changes.open.push(duty);
    else if (row.state === "open") {
      if (hasOtherWords(row, duty)) changes.reword.push({ id: row.id, duty });
    } else if (row.closedBy === null && row.state !== "missed") {
      changes.reopen.push({ id: row.id, duty });
    }
  }
  for (const row of stored) {
    if (row.state !== "open" || duties.some((duty) => isSame(row, duty))) continue;
    changes.close.push({ id: row.id, ...whyOutdated(row, duties), byClock: false });
  }
  return changes;
}

/** Whether anything must change, leaving aside what ended only because its day went by. */
export function countChanges({ open, reopen, reword, close }: StandingChanges): number {
  const facts = close.filter(({ byClock }) => !byClock);
  return open.length + reopen.length + reword.length + facts.length;
}

type Keyed = Pick<StandingDuty, "subject" | "kind" | "dueOn">;

function isSame(a: Keyed, b: Keyed): boolean {
  return a.subject === b.subject && a.kind === b.kind && a.dueOn === b.dueOn;
}

function hasOtherWords(row: StoredStanding, duty: StandingDuty): boolean {
  return row.what !== duty.what || row.rule !== duty.rule || row.source !== duty.source;
}

function whyOutdated(row: StoredStanding, duties: readonly StandingDuty[]) {
  const next = duties.find((duty) => duty.subject === row.subject && duty.kind === row.kind);
  if (!next) {
    return { state: "not_applicable", why: phrase("nothing calls for it any more") } as const;
  }
  const [before, after] = [formatDay(row.dueOn), formatDay(next.dueOn)];
  return next.isRenewed && next.dueOn > row.dueOn
    ? {
        state: "done" as const,
        why: phrase(`done anew, which moved the day from ${before} to ${after}`),
      }
    : { state: "not_applicable" as const, why: phrase(`the day moved from ${before} to ${after}`) };
}
