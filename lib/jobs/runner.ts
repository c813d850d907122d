import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type LogLevel, run, type TaskList } from "graphile-worker";
import { log } from "../log";
import { AT_START, crontab } from "./crontab";

const CONCURRENCY = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** How long a broken queue may take to stop before its successor starts. */
const STOP_MS = 2_000;

/** The queue's own chatter at its own level, one down: "job done" every minute is no news. */
const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const queueLog = new Logger(() => (level: `${LogLevel}`, message: string) => {
  log()[LEVELS[level]]({ from: "queue" }, message);
});

/**
 * Runs jobs until the signal, and through outages of PostgreSQL: when the queue cannot be reached
 * it is tried again, after half a second at first, later every 15 seconds. The role needs no right
 * to change tables; the launcher migrates.
 * @returns when the signal has come and the jobs in hand have ended
 */
export async function runUntil(
  signal: AbortSignal,
  options: { databaseUrl: string; tasks: TaskList },
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await runOnce(signal, options, () => {
        failures = 0;
      });
      if (!signal.aborted) log().warn("the queue ended; starting it again");
    } catch (error) {
      log().error({ err: error }, "the queue failed; starting it again");
    }
    const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
    await sleep(signal.aborted ? 0 : wait, undefined, { signal }).catch(() => undefined);
  }
}

async function runOnce(
  signal: AbortSignal,
  { databaseUrl, tasks }: { databaseUrl: string; tasks: TaskList },
  started: () => void,
): Promise<void> {
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: CONCURRENCY,
    taskList: tasks,
    parsedCronItems: crontab(),
    logger: queueLog,
    noHandleSignals: true,
    // Without a batch, a job whose end cannot be written rejects a promise that nobody holds.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const stop = () => runner.stop().catch((err) => log().debug({ err }, "the queue broke off"));
  const orphan = listenForOrphans();
  signal.addEventListener("abort", stop, { once: true });
  try {
    if (signal.aborted) await stop();
    else await Promise.all(AT_START.map(({ task, jobKey }) => runner.addJob(task, {}, { jobKey })));
    started();
    await Promise.race([runner.promise, orphan.caught]);
  } catch (error) {
    // One that half works must not go on beside its successor.
    await Promise.race([stop(), sleep(STOP_MS)]);
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    orphan.release();
  }
}

/** Rejected promises that nobody holds, of which a lost connection can leave one, end no process. */
function listenForOrphans() {
  let reject: (reason: unknown) => void = () => undefined;
  const caught = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  process.on("unhandledRejection", reject);
  return { caught, release: () => void process.off("unhandledRejection", reject) };
}
