const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const LONG_HOURS = 30 * DAY_HOURS;

/** How many mails go at once after a pause, and how long the next as many wait. */
export const BUNCH = 500;
const BUNCH_MS = 600_000;

/** After a jump of the clock so many mails may go without anybody having looked. */
export const MAILS_UNSEEN = 50;

/** `usual`: as they come; `spread`: 500 every ten minutes; `held`: until a lead lets them go. */
export type Pace = "usual" | "spread" | "held";

/** How long ago the last run was, in whole hours (negative: it lies ahead), and how fast to send. */
export interface Brake {
  jump: number | null;
  pace: Pace;
}

/**
 * How fast the mails of a run go, from when the run before began. After a pause of more than a day
 * much can be due at once; after more than thirty days, or where the clock went back by more than a
 * day, it is more likely that the clock is wrong than that everything is due.
 */
export function brakeAfter(lastRun: Date | null, now: Date): Brake {
  if (lastRun === null) return { jump: null, pace: "usual" };
  const hours = (now.getTime() - lastRun.getTime()) / HOUR_MS;
  const jump = Math.trunc(hours);
  if (hours > LONG_HOURS || hours < -DAY_HOURS) return { jump, pace: "held" };
  return { jump, pace: hours > DAY_HOURS ? "spread" : "usual" };
}

/** When the nth mail of a run goes at the earliest, counted from 0. */
export function slotOf(nth: number, pace: Pace, now: Date): Date {
  if (pace !== "spread") return now;
  return new Date(now.getTime() + Math.floor(nth / BUNCH) * BUNCH_MS);
}
