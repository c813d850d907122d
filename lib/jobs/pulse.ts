import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log";
import { beat } from "../services/heartbeat";

const EVERY_MS = 15_000;

/** Shows that this worker is alive, every 15 seconds until the signal. */
export async function keepBeating(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await beat({ kind: "job", name: "worker", now: new Date() });
    } catch (error) {
      log().warn({ err: error }, "no heartbeat");
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
