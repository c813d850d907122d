import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { preload, ROOT, startChild } from "@/lib/launch/child";
import { LaunchError } from "@/lib/launch/launch-error";
import type { Served } from "@/lib/launch/servers";
import { asVariables } from "@/lib/launch/settings";
import type { Shutdown } from "@/lib/launch/shutdown";

export type Mode = "start" | "dev";

const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const TSX = path.join(ROOT, "node_modules/tsx/dist/cli.mjs");
const WORKER = path.join(ROOT, "lib/jobs/worker.ts");
/** A worker that just started has beaten within so many seconds. */
const WORKER_IS_FRESH = 60;
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address the pages listen on: this machine only, as long as people reach them as localhost;
 * with an address of its own, Gatebook stands behind a proxy that may be on another machine.
 */
export function listenAddress(appUrl: string): string {
  return LOCAL.has(new URL(appUrl).hostname) ? "127.0.0.1" : "0.0.0.0";
}

function environment(settings: Served, mode: Mode): Record<string, string | undefined> {
  return {
    ...process.env,
    ...asVariables(settings),
    // Who can change tables stays with the launcher.
    DATABASE_OWNER_URL: undefined,
    NEXTAUTH_URL: settings.APP_URL,
    NODE_ENV: mode === "start" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Starts the pages alone. */
export function startWeb(settings: Served, mode: Mode) {
  const env = environment(settings, mode);
  const where = ["-H", listenAddress(settings.APP_URL), "-p", String(settings.PORT)];
  const trueClient = ["--import", preload("true-client.mjs")];
  if (mode === "start") {
    // Loaded first, so that it sees only what the other let pass.
    const packed = ["--import", preload("packed-files.mjs")];
    return startChild("Web", [...packed, ...trueClient, NEXT, "start", ...where], env, true);
  }
  // next dev serves from a process of its own, which inherits only the environment.
  const inherited = [...trueClient, "--import", preload("with-parent.mjs")].join(" ");
  return startChild("Web", [NEXT, "dev", ...where], { ...env, NODE_OPTIONS: inherited });
}

function startWorker(settings: Served, mode: Mode) {
  const env = environment(settings, mode);
  if (mode === "start") return startChild("Worker", ["--import", "tsx", WORKER], env, true);
  const inherited = ["--import", preload("with-parent.mjs")].join(" ");
  return startChild("Worker", [TSX, "watch", "--clear-screen=false", WORKER], {
    ...env,
    NODE_OPTIONS: inherited,
  });
}

/** Whether web, database and worker are there. Mail that waits is no reason not to start. */
async function isWell(settings: Served): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${settings.PORT}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { database, worker } = (await answer.json()) as { database: string; worker: unknown };
    return database === "up" && typeof worker === "number" && worker < WORKER_IS_FRESH;
  } catch {
    return false;
  }
}

/** Structured log lines are worth keeping; a banner is not. */
function printLogLines(text: string) {
  const lines = text.split("\n").filter((line) => line.startsWith("{"));
  if (lines.length > 0) console.log(lines.join("\n"));
}

/**
 * Starts worker and web and waits until /api/health sees database and worker.
 * @throws LaunchError when they end or do not get well, with what they said
 */
export async function startProcesses(settings: Served, mode: Mode, shutdown: Shutdown) {
  const worker = startWorker(settings, mode);
  await shutdown.add("Worker", () => worker.stop(2_500), worker.ended);
  const web = startWeb(settings, mode);
  await shutdown.add("Web", () => web.stop(3_500), web.ended);

  const dead = shutdown.failed.then((name) => `${name} ended while starting.`);
  const late = sleep(mode === "start" ? 60_000 : 180_000, "not well in time", { ref: false });
  const well = (async () => {
    while (!(await isWell(settings))) await sleep(100);
  })();
  const trouble = await Promise.race([dead, late, well]);
  const said = [worker, web].map((child) => child.release());
  if (trouble) throw new LaunchError(`${said.join("")}${trouble} See /api/health and above.`);
  said.map(printLogLines);
}
