import { parseCronItems } from "graphile-worker";
import type { Tasks } from "../services/queue";

const ITEMS: { task: keyof Tasks; match: string; jobKey: string }[] = [
  // Some zones lie half or three quarters of an hour off: somebody's morning begins at each quarter.
  { task: "plan_reminders", match: "*/15 * * * *", jobKey: "plan:all" },
  { task: "reconcile_duties", match: "40 2 * * *", jobKey: "reconcile_duties:all" },
  // The catalogue changes with a release of Gatebook, so a day is soon enough.
  { task: "watch_versions", match: "20 3 * * *", jobKey: "watch_versions:all" },
  // Mail is sent as soon as it is queued; this sweeps up after a crash.
  { task: "deliver_notices", match: "* * * * *", jobKey: "deliver_notices:sweep" },
];

/**
 * What runs by the clock, whichever worker is first. Nothing is made up for after a pause: the
 * worker plans and sends when it starts, and planning asks for all that is due, not for a day.
 */
export function crontab() {
  return parseCronItems(
    ITEMS.map(({ task, match, jobKey }) => ({
      ...{ task, match, identifier: jobKey },
      options: { jobKey, maxAttempts: 3 },
    })),
  );
}

/** What a worker does first. */
export const AT_START = ITEMS.map(({ task, jobKey }) => ({ task, jobKey }));
