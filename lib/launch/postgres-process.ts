import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { LaunchError } from "@/lib/launch/launch-error";
import type { PostgresHome } from "@/lib/launch/postgres-home";
import { commandOf, gone, isAlive } from "@/lib/launch/process-info";

export const SUPERUSER = "postgres";

// Of our own environment PostgreSQL gets nothing: PGDATA, PGPORT or a foreign locale would mislead it.
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

const DURABLE_OFF = [
  "-c",
  "fsync=off",
  "-c",
  "synchronous_commit=off",
  "-c",
  "full_page_writes=off",
];

/** Makes the data directory when there is none. */
export function initialise(home: PostgresHome, password: string, durable: boolean): void {
  if (existsSync(path.join(home.dataDir, "PG_VERSION"))) return;
  // A first start that was killed half way leaves a folder that initdb refuses.
  rmSync(home.dataDir, { recursive: true, force: true });
  const passwordFile = path.join(home.folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.runAs) chownSync(passwordFile, home.runAs.uid, home.runAs.gid);
  const draft = `${home.dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    path.join(home.binDir, "initdb"),
    [
      ...["-D", draft, "-U", SUPERUSER, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      // PostgreSQL's own locale: the same order of words on every machine, whatever it has installed.
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...(durable ? [] : ["--no-sync"]),
    ],
    { ...home.runAs, cwd: home.folder, env: ENVIRONMENT, encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new LaunchError(`PostgreSQL could not be set up: ${stderr.trim()}`);
  renameSync(draft, home.dataDir);
}

/** Clears what a killed launcher left: its PostgreSQL still running, or the note of one that is gone. */
export async function clearLeftover(home: PostgresHome): Promise<void> {
  const note = path.join(home.dataDir, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, "utf8").split("\n")[0]);
  if (pid > 0 && isAlive(pid) && commandOf(pid).includes(home.dataDir)) {
    process.kill(pid, "SIGINT");
    if (!(await gone(pid, 10_000))) process.kill(pid, "SIGQUIT");
    await gone(pid, 5_000);
  }
  // The number may belong to a stranger by now, for whose sake PostgreSQL would refuse to start.
  rmSync(note, { force: true });
}

/** Starts the server on 127.0.0.1 in a process group of its own, out of reach of the terminal's Ctrl-C. */
export function spawnServer(home: PostgresHome, port: number, durable: boolean): ChildProcess {
  const log = openSync(home.logFile, "a", 0o600);
  const server = spawn(
    path.join(home.binDir, "postgres"),
    [
      ...["-D", home.dataDir, "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
      ...["-c", "unix_socket_directories=", "-c", "timezone=UTC", "-c", "log_timezone=UTC"],
      ...["-c", "max_connections=60"],
      ...(durable ? [] : DURABLE_OFF),
    ],
    {
      ...home.runAs,
      cwd: home.folder,
      env: ENVIRONMENT,
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  // Also when this process fails: only a kill -9 leaves a server behind, and the next start clears that.
  process.once("exit", () => server.kill("SIGINT"));
  return server;
}

/** Stops a server that we started: without waiting for its clients, then harder. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  server.kill("SIGINT");
  const harder = setTimeout(() => server.kill("SIGQUIT"), 3_000);
  await exit;
  clearTimeout(harder);
}
