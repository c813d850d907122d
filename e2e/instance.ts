import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SETTING_NAMES } from "@/lib/env";
import { preload, ROOT } from "@/lib/launch/child";
import { freePort } from "@/lib/launch/ports";

/** Where a running Gatebook is found. */
export type Place = {
  address: string;
  /** Address of the local mailbox's page. */
  mailbox: string;
  dataDir: string;
  /** All that it printed, also while it was starting. */
  logFile: string;
};

/** A Gatebook of our own, run by the same command as everybody's. */
export type Instance = Place & {
  process: ChildProcess;
  /** As Ctrl-C does. */
  stop: () => Promise<void>;
};

/** How a command ended and what it printed. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** No setting of whoever runs the tests may change what they find. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));
  // Nor may what Playwright sets for itself; Node warns about the colours.
  const { NODE_ENV: _mode, FORCE_COLOR: _colours, DEBUG_COLORS: _more, ...rest } = process.env;
  return { ...rest, ...unset, ...settings } as NodeJS.ProcessEnv;
}

/** Runs one of package.json's commands, such as `start`, in a process that ends with ours. */
export function run(args: string[], settings: Record<string, string>): ChildProcess {
  const bootstrap = path.join(ROOT, "lib/launch/bootstrap.mjs");
  const watched = ["--import", preload("with-parent.mjs"), bootstrap, ...args];
  return spawn(process.execPath, watched, {
    cwd: ROOT,
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits for a command's end. */
export function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.on("data", (chunk: Buffer) => {
      said[stream] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
}

/** A data folder that PostgreSQL reaches too when root's tests run it as another user. */
export function newDataDir(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "gatebook-e2e-")));
  chmodSync(folder, 0o711);
  return folder;
}

/** Settings for an instance beside others: a data folder and free ports. */
export async function freeSettings(dataDir = newDataDir()): Promise<Record<string, string>> {
  const ports = new Set<number>();
  while (ports.size < 3) ports.add(await freePort());
  const [PORT, MAIL_UI_PORT, MAIL_SMTP_PORT] = [...ports].map(String) as [string, string, string];
  return { PORT, MAIL_UI_PORT, MAIL_SMTP_PORT, DATA_DIR: dataDir };
}

function ready(child: ChildProcess, logFile: string): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      said += chunk;
      appendFileSync(logFile, chunk);
      if (said.includes("Gatebook is ready.")) resolve();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`Gatebook did not start:\n${said}`)));
  });
}

/** Starts a Gatebook and waits until it says that it is ready. */
export async function startInstance(settings: Record<string, string>): Promise<Instance> {
  const { PORT, MAIL_UI_PORT, DATA_DIR = "" } = settings;
  const logFile = path.join(DATA_DIR, "said.log");
  const child = run(["start"], settings);
  await ready(child, logFile);
  return {
    address: `http://localhost:${PORT}`,
    mailbox: `http://127.0.0.1:${MAIL_UI_PORT}`,
    dataDir: DATA_DIR,
    logFile,
    process: child,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await gone;
}

/** Removes a data folder whose instance has stopped. */
export function remove(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}
