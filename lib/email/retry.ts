const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/**
 * First wait, and the longest one after the server has answered. Attempts made while it was away
 * count too, so one that is put off right after a long outage waits that long.
 */
const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = HOUR;

/** Longest wait while the server cannot be reached: once it is back, no mail waits longer. */
const LONGEST_WAIT_AWAY = 60 * SECOND;

/** A mail that could not be sent for so long is given up. */
const GIVE_UP_AFTER = 72 * HOUR;

/** Where a mail stands that could not be sent this time. */
export interface Attempt {
  /** Attempts so far, this one included. */
  attempts: number;
  createdAt: Date;
  now: Date;
  /** The server could not be reached or does not serve us: the fault is not this mail's. */
  away: boolean;
}

/**
 * When to try again: after 10 seconds, doubling up to one hour (one minute while the server
 * is away), give or take a fifth so that many mails do not return at once. Null: give up, the mail is
 * older than 72 hours.
 * @param random from 0 to 1
 */
export function nextAttempt(attempt: Attempt, random: number): Date | null {
  const { attempts, createdAt, now, away } = attempt;
  if (now.getTime() - createdAt.getTime() >= GIVE_UP_AFTER) return null;
  const longest = away ? LONGEST_WAIT_AWAY : LONGEST_WAIT;
  const wait = Math.min(FIRST_WAIT * 2 ** (attempts - 1), longest);
  return new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * random)));
}
