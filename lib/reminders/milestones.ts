import { addDays, type Day, daysBetween } from "../dates/day";
import type { After } from "../obligations/kinds";
import type { Schedule } from "./schedule";

/**
 * On which days after a missed day people are reminded. After twelve weeks nobody who has not acted
 * will act because of one more mail, nor after two weeks because it comes every day; the page of the
 * duty goes on showing that it is overdue.
 */
const DAYS_AFTER: Record<After, readonly number[]> = {
  daily: [...range(1, 14), ...range(3, 12).map((week) => 7 * week)],
  weekly: range(1, 12).map((week) => 7 * week),
  never: [],
};

/** So many days after its day a duty is reminded of at the latest: to the end of the twelfth week. */
export const LAST_DAY_AFTER = 12 * 7 + 6;

/** What milestones begin with that are counted in hours, so that none is taken for days. */
const HOURS = 1_000;
const HOUR_MS = 3_600_000;

/**
 * The milestone nearest to the due day that `today` has already reached, in days before it
 * (negative: after it); null while none is reached and once the twelfth week after it is over.
 * Asks where today lies, never whether today is the very day, so that a day on which nothing ran
 * loses no reminder: with leads of 30 and 14 days, 25 days before gives 30. The last lead stands
 * until the first reminder after the day, and where there is none of those.
 */
export function milestoneFor(schedule: Schedule, dueOn: Day, today: Day): number | null {
  const left = daysBetween(today, dueOn);
  if (left < -LAST_DAY_AFTER) return null;
  const after = DAYS_AFTER[schedule.after].findLast((days) => days <= -left);
  return after === undefined ? nearest(schedule.leads, left) : -after;
}

/** The first day after `today` on which another milestone is reached; null when none is to come. */
export function nextMilestoneDay(schedule: Schedule, dueOn: Day, today: Day): Day | null {
  const left = daysBetween(today, dueOn);
  const ahead = schedule.leads.filter((lead) => lead < left);
  if (ahead.length > 0) return addDays(dueOn, -Math.max(...ahead));
  const after = DAYS_AFTER[schedule.after].find((days) => days > -left);
  return after === undefined ? null : addDays(dueOn, after);
}

/**
 * As `milestoneFor`, for what is due at a moment: 1000 and the hours before it, 1000 once it is over.
 * The first is reached at once, whatever time there is.
 * @param hours before the moment, largest first
 */
export function hourMilestone(hours: readonly number[], dueAt: Date, now: Date): number {
  const left = (dueAt.getTime() - now.getTime()) / HOUR_MS;
  return HOURS + (left <= 0 ? 0 : (nearest(hours, left) ?? Math.max(...hours)));
}

/** The next moment at which another milestone in hours is reached; null when the last is. */
export function nextHourMilestone(hours: readonly number[], dueAt: Date, now: Date): Date | null {
  const moments = [...hours, 0].map((hour) => dueAt.getTime() - hour * HOUR_MS);
  // The first is reached at once, so it is never still to come.
  const ahead = moments.slice(1).filter((moment) => moment > now.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

/** How many hours before its moment a milestone stands; null for one that is counted in days. */
export function hoursOfMilestone(milestone: number): number | null {
  return milestone >= HOURS ? milestone - HOURS : null;
}

function nearest(leads: readonly number[], left: number): number | null {
  const reached = leads.filter((lead) => left <= lead);
  return reached.length > 0 ? Math.min(...reached) : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
