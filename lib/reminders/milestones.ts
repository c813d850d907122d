import { type Day, daysBetween } from "../dates/day";

/** Days before an end on which a reminder falls due; 0 is the last day itself. */
export const MILESTONES = [90, 60, 30, 14, 7, 3, 1, 0] as const;

/**
 * How many weekly reminders follow a missed end. After twelve weeks nobody who has not acted will
 * act because of one more mail; the dashboard goes on showing the lapse.
 */
export const WEEKS_AFTER = 12;

/** How far from today, in days, an end can lie for a milestone to be reached. */
export const HORIZON = { ahead: MILESTONES[0], back: WEEKS_AFTER * 7 + 6 } as const;

/**
 * The milestone nearest to the end that `today` has already reached, in days before the end
 * (negative: after it); null while none is reached and once the last week after the end is over.
 * Asks where today lies, never whether today is the very day, so that a day on which nothing ran
 * loses no reminder: 25 days before the end gives 30, 8 days after it gives -7.
 */
export function milestoneFor(dueOn: Day, today: Day): number | null {
  const left = daysBetween(today, dueOn);
  if (left >= 0) return MILESTONES.findLast((milestone) => left <= milestone) ?? null;
  const weeks = Math.floor(-left / 7);
  return weeks > WEEKS_AFTER ? null : 0 - 7 * weeks;
}
