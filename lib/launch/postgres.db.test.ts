import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "@/lib/launch/postgres";
import { gone } from "@/lib/launch/process-info";

let folder: string;
const running: Postgres[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "gatebook-postgres-")));
  chmodSync(folder, 0o711);
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(durable = false): Promise<Postgres> {
  const postgres = await startPostgres(folder, { durable });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const pidFile = (postgres: Postgres) => path.join(postgres.folder, "data", "postmaster.pid");
const pidOf = (postgres: Postgres) =>
  Number(readFileSync(pidFile(postgres), "utf8").split("\n")[0]);

test("data and addresses outlive a stop and a start", async () => {
  const first = await start();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  expect(existsSync(pidFile(first))).toBe(false);
  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await ask(second.ownerUrl, "SELECT answer FROM kept")).toBe(42);
});

test("a server that a killed launcher left running is stopped first, and nothing is lost", async () => {
  const orphan = await start();
  await ask(orphan.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  const pid = pidOf(orphan);
  const second = await start();
  expect(await gone(pid, 0)).toBe(true);
  expect(await ask(second.ownerUrl, "SELECT answer FROM kept")).toBe(42);
});

test("after a kill -9 of the server itself the next start recovers", async () => {
  const first = await start(true);
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(pidOf(first), "SIGKILL");
  await first.ended;
  expect(existsSync(pidFile(first))).toBe(true);
  const second = await start(true);
  expect(await ask(second.ownerUrl, "SELECT answer FROM kept")).toBe(42);
});

test("the number of a killed server that a stranger got since does not stop the start", async () => {
  const first = await start();
  await first.stop();
  writeFileSync(pidFile(first), `${process.pid}\n${first.folder}/data\n`, { mode: 0o600 });
  const second = await start();
  expect(await ask(second.appUrl, "SELECT 1")).toBe(1);
});

test("it listens on this machine only, with passwords that only the owner of the folder can read", async () => {
  const postgres = await start();
  expect(await ask(postgres.superuserUrl, "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  const guess = postgres.appUrl.replace(/:[^:@]+@/, ":guess@");
  await expect(ask(guess, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("words sort and compare alike on every machine", async () => {
  const { appUrl } = await start();
  expect(await ask(appUrl, "SHOW server_encoding")).toBe("UTF8");
  expect(await ask(appUrl, "SELECT lower('ÅÉÎ')")).toBe("åéî");
});
