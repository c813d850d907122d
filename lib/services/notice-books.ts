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
const GATHER_MS = 80;
/** Teams whose books are written at the same time. */
const TEAMS_AT_ONCE = 3;
const TRIES = 6;
const FIRST_WAIT_MS = 50;

/**
 * Opens the books of one delivery. Mails are marked some hundredths of a second after the server took
 * them, those of a team together, so that a fast mail server never waits for the database.
 * @param write how mails of one team are marked
 */
export function openBooks(current: () => Job, write = settle): Books {
  const mark: Mark = (teamId, settlements) => write(current(), teamId, settlements);
  let waiting: Settlement[] = [];
  let unmarked = 0;
  let round: Promise<void> | undefined;
  let hurry = new AbortController();

  async function writeRound(): Promise<void> {
    hurry = new AbortController();
    const { signal } = hurry;
    if (unmarked < MOST_UNMARKED) await sleep(GATHER_MS, null, { signal }).catch(() => null);
    const batch = waiting;
    waiting = [];
    const teams = Map.groupBy(batch, ({ notice }) => notice.teamId).entries();
    const lane = async () => {
      for (const [teamId, settlements] of teams) await keep(mark, teamId, settlements);
    };
    await Promise.all(Array.from({ length: TEAMS_AT_ONCE }, lane));
    unmarked -= batch.length;
  }

  function begin(): Promise<void> {
    round ??= writeRound().finally(() => {
      round = undefined;
      if (waiting.length > 0) begin();
    });
    return round;
  }

  return {
    enter(settlement) {
      waiting.push(settlement);
      const written = begin();
      if (++unmarked < MOST_UNMARKED) return undefined;
      // For this round and no other: while others go on sending there is always one more.
      hurry.abort();
      return written;
    },
    async close() {
      while (round) {
        hurry.abort();
        await round;
      }
    },
  };
}

/** Marks mails of one team, or of none. */
type Mark = (teamId: string | null, settlements: readonly Settlement[]) => Promise<void>;

/** Tries for some seconds, since a mail that is sent and not marked is sent again. */
async function keep(
  mark: Mark,
  teamId: string | null,
  settlements: readonly Settlement[],
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await mark(teamId, settlements);
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
    for (const one of settlements) await keep(mark, teamId, [one]);
  } else {
    // The lease brings the row back when it has run out, and the mail carries the same Message-ID.
    log().error({ notice: settlements[0]?.notice.id }, "a mail was not written down");
  }
}
