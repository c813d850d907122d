import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log";
import type { Job } from "../team/actor";
import { type Settlement, settle } from "./notice-fates";

/** Writes down what became of mails, in the background. */
export interface Books {
  /** Wait for the answer, if there is one, before more is sent: too much is not written down yet. */
  enter(settlement: Settlement): Promise<void> | undefined;
  /** When all is written down. */
  close(): Promise<void>;
}

/** So many mails at most are sent and not marked: what a crash sends again, under the same Message-ID. */
const MOST_UNMARKED = 20;
/** How long mails gather that are marked together: a transaction each would cost more than sending. */
const GATHER_MS = 40;
/** Teams whose books are written at the same time. */
const TEAMS_AT_ONCE = 3;
const TRIES = 6;
const FIRST_WAIT_MS = 50;

/**
 * Opens the books of one delivery. Mails are marked some hundredths of a second after the server took
 * them, those of a team together, so that a fast mail server never waits for the database.
 */
export function openBooks(current: () => Job): Books {
  let waiting: Settlement[] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      if (waiting.length < MOST_UNMARKED) await sleep(GATHER_MS);
      const teams = Map.groupBy(waiting, ({ notice }) => notice.teamId).entries();
      waiting = [];
      const lane = async () => {
        for (const [teamId, settlements] of teams) await keep(current, teamId, settlements);
      };
      await Promise.all(Array.from({ length: TEAMS_AT_ONCE }, lane));
    }
    writing = undefined;
  }

  return {
    enter(settlement) {
      waiting.push(settlement);
      writing ??= writeAll();
      return waiting.length < MOST_UNMARKED ? undefined : writing;
    },
    close: async () => writing,
  };
}

/** Tries for some seconds, since a mail that is sent and not marked is sent again. */
async function keep(
  current: () => Job,
  teamId: string | null,
  settlements: readonly Settlement[],
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await settle(current(), teamId, settlements);
      for (const { notice, fate, reason } of settlements) {
        const { id, kind, attempts } = notice;
        log().info({ notice: id, kind, attempt: attempts, fate, reason }, "mail handled");
      }
      return;
    } catch (error) {
      log().warn({ err: error, attempt }, "mails could not be written down");
      if (attempt < TRIES) await sleep(FIRST_WAIT_MS * 2 ** attempt);
    }
  }
  // One that can never be written down must not keep the others from it.
  if (settlements.length > 1) {
    for (const one of settlements) await keep(current, teamId, [one]);
  } else {
    // The lease brings the row back when it has run out, and the mail carries the same Message-ID.
    log().error({ notice: settlements[0]?.notice.id }, "a mail was not written down");
  }
}
