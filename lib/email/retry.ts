const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** First wait, and the longest one after the server has answered. */
const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = 12 * HOUR;

/**
 * Longest wait while the server cannot be reached. An outage is nobody's answer: it is cheap to ask
 * again whether it is over, and a link to sign in is worth little after some hours.
 */
const LONGEST_WAIT_AWAY = 60 * SECOND;

/** The attempts after which the wait for a server that is away grows no further. */
const ATTEMPTS_AWAY = 1 + Math.ceil(Math.log2(LONGEST_WAIT_AWAY / FIRST_WAIT));

/** A mail that could not be sent for so long is given up. */
const GIVE_UP_AFTER = 72 * HOUR;

/** Where a mail stands that could not be sent this time. */
export interface Attempt {
  /** Attempts so far, this one included. */
  attempts: number;
  createdAt: Date;
  /** When somebody sent it again after it was given up; its time counts from there. */
  retriesFrom: Date | null;
  now: Date;
  /** The server could not be reached or does not serve us: the fault is not this mail's. */
  away: boolean;
}

/** When to try again, and how many attempts to count until then. */
export interface NextAttempt {
  at: Date;
  /** Those after which the server stayed away do not count past the longest wait for it. */
  attempts: number;
}

/**
 * When to try again: after 10 seconds, doubling up to 12 hours (one minute while the server
 * is away), give or take a fifth so that many mails do not return at once. A night's outage does not
 * count, so that a mail which the server then puts off waits a minute and not half a day. Null: give
 * up, the mail has waited for 72 hours.
 * @param random from 0 to 1
 */
export function nextAttempt(attempt: Attempt, random: number): NextAttempt | null {
  const { createdAt, retriesFrom, now, away } = attempt;
  const waited = now.getTime() - (retriesFrom ?? createdAt).getTime();
  if (waited >= GIVE_UP_AFTER) return null;
  const attempts = away ? Math.min(attempt.attempts, ATTEMPTS_AWAY) : attempt.attempts;
  const longest = away ? LONGEST_WAIT_AWAY : LONGEST_WAIT;
  const wait = Math.min(FIRST_WAIT * 2 ** (attempts - 1), longest);
  return { at: new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * random))), attempts };
}
