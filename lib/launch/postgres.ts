import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { LaunchError } from "@/lib/launch/launch-error";
import { freePort } from "@/lib/launch/ports";
import { findPostgresHome, type PostgresHome } from "@/lib/launch/postgres-home";
import {
  clearLeftover,
  initialise,
  SUPERUSER,
  spawnServer,
  stopServer,
} from "@/lib/launch/postgres-process";
import { APP, DATABASE, OWNER, prepareRoles } from "@/lib/launch/postgres-roles";
import { readSecrets, writeSecrets } from "@/lib/launch/secrets";

/** A running embedded PostgreSQL. */
export type Postgres = {
  /** Connection strings of the owner's and the app's role, for the database `gatebook`. */
  ownerUrl: string;
  appUrl: string;
  /** Connection string of the superuser; for the launcher and tests only. */
  superuserUrl: string;
  /** Where its data and log lie. */
  folder: string;
  /** A sentence on where the data lies, when that is not the data folder. */
  note?: string;
  /** Resolves when the server has ended, by whatever cause. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

function url(port: number, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

function lastWords(home: PostgresHome): string {
  const log = existsSync(home.logFile) ? readFileSync(home.logFile, "utf8") : "";
  return log.trimEnd().split("\n").slice(-3).join(" | ");
}

async function answers(superuserUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 2_000 });
  // A connection that breaks while the server still recovers is an answer, not a fault of ours.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    if (code === "28P01") {
      throw new LaunchError(
        "The embedded database refuses its password: secrets.json does not belong to its data.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ready(server: ChildProcess, superuserUrl: string, seconds: number) {
  const end = performance.now() + seconds * 1000;
  while (server.exitCode === null && server.signalCode === null && performance.now() < end) {
    if (await answers(superuserUrl)) return true;
    await sleep(50);
  }
  return false;
}

// After a kill -9 its last children need a moment to notice, during which PostgreSQL refuses to start.
async function startServer(
  home: PostgresHome,
  port: number,
  superuserUrl: string,
  durable: boolean,
) {
  const end = performance.now() + 15_000;
  do {
    const server = spawnServer(home, port, durable);
    const failed = new Promise<Error>((resolve) => server.once("error", resolve));
    const started = await Promise.race([ready(server, superuserUrl, 60), failed]);
    if (started === true) return server;
    if (started instanceof Error) throw new LaunchError(`PostgreSQL: ${started.message}`);
    await stopServer(server);
    await sleep(500);
  } while (performance.now() < end);
  throw new LaunchError(`PostgreSQL did not start. ${lastWords(home)} (${home.logFile})`);
}

/**
 * Starts PostgreSQL from npm with its data in `dataDir`/postgres, with roles, database and extensions
 * in place. Recovers from a launcher that was killed. Only one launcher may use a data folder at a time.
 * @param dataDir absolute path
 * @param options.durable false gives up safety against power failure for speed, in tests
 * @throws LaunchError one line on why it does not start
 */
export async function startPostgres(
  dataDir: string,
  { durable = true }: { durable?: boolean } = {},
): Promise<Postgres> {
  const secrets = readSecrets(dataDir);
  const home = findPostgresHome(path.join(dataDir, "postgres"), secrets.cluster);
  initialise(home, secrets.superuser, durable);
  await clearLeftover(home);
  const port = await freePort(secrets.postgresPort);
  if (port !== secrets.postgresPort) writeSecrets(dataDir, { ...secrets, postgresPort: port });

  const superuser = (database: string) => url(port, SUPERUSER, secrets.superuser, database);
  const server = await startServer(home, port, superuser("postgres"), durable);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  try {
    await prepareRoles(superuser, secrets);
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return {
    ownerUrl: url(port, OWNER, secrets.owner, DATABASE),
    appUrl: url(port, APP, secrets.app, DATABASE),
    superuserUrl: superuser(DATABASE),
    folder: home.folder,
    note: home.note,
    ended,
    stop: () => stopServer(server),
  };
}
