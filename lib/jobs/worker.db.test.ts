import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { freshDatabase, type TestDatabase } from "../launch/test-database";
import { sampleTeam } from "../services/sample-team";
import { askForSignInLink } from "../services/sign-in";

const ROOT = path.join(import.meta.dirname, "../..");
const PATIENCE = { timeout: 30_000, interval: 50 };
let database: TestDatabase;
let superuser: PrismaClient;
let mailbox: TestMailbox;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  mailbox = await openMailbox();
});

afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

afterAll(async () => {
  await Promise.all([superuser.$disconnect(), db().$disconnect()]);
  await mailbox.stop();
});

/** A worker as the launcher starts it: in a process of its own, as the role that owns nothing. */
function startWorker() {
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.appUrl, SMTP_URL: mailbox.url, LOG_LEVEL: "info" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  workers.push(worker);
  const said: string[] = [];
  worker.stdout?.on("data", (chunk) => said.push(String(chunk)));
  worker.stderr?.on("data", (chunk) => said.push(String(chunk)));
  return { worker, said };
}

async function askForLink(email: string): Promise<void> {
  await askForSignInLink(
    { kind: "visitor", ip: "192.0.2.1", now: new Date() },
    {
      email,
      callbackPath: "/",
    },
  );
}

const arrived = (address: string) =>
  vi.waitFor(() => {
    expect(mailbox.received.flatMap(({ to }) => to)).toContain(address);
  }, PATIENCE);

/** As when PostgreSQL stops: ends all connections to the test's database and takes no new ones. */
async function takeDatabaseAway(): Promise<void> {
  await asAdmin([
    `alter database ${databaseName()} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName()}'`,
  ]);
}
const bringDatabaseBack = () =>
  asAdmin([`alter database ${databaseName()} allow_connections true`]);
const databaseName = () => new URL(database.appUrl).pathname.slice(1);

async function asAdmin(statements: string[]): Promise<void> {
  const url = new URL(database.superuserUrl);
  url.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

/** Seconds since the worker's last heartbeat. */
const pulse = async () => {
  const row = await superuser.heartbeat.findUnique({ where: { name: "worker" } });
  return row ? (Date.now() - row.at.getTime()) / 1_000 : Number.POSITIVE_INFINITY;
};

it("plans what is due when it starts, sends what is queued, beats, and stops when told", async () => {
  const team = await sampleTeam(superuser, "worker");
  const today = new Date().toISOString().slice(0, 10);
  await superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day(today)) } });
  const { worker, said } = startWorker();
  const lead = await superuser.user.findUniqueOrThrow({ where: { id: team.lead.userId } });
  await arrived(lead.email);
  expect(mailbox.received[0]?.mail.subject).toContain("(today)");
  expect(await pulse()).toBeLessThan(20);

  await askForLink("zoe@lab.test");
  await arrived("zoe@lab.test");
  const told = performance.now();
  worker.kill("SIGTERM");
  expect(await once(worker, "exit")).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(5_000);
  expect(said.join("")).not.toMatch(/token=(?!\[hidden\])/);
}, 90_000);

it("survives PostgreSQL going away and works on when it is back", async () => {
  const { worker, said } = startWorker();
  await askForLink("before@lab.test");
  await arrived("before@lab.test");
  await takeDatabaseAway();
  const refused = "not currently accepting connections";
  await vi.waitFor(() => expect(said.join("")).toContain(refused), PATIENCE);
  await bringDatabaseBack();
  await vi.waitFor(() => askForLink("after@lab.test"), PATIENCE);
  await arrived("after@lab.test");
  expect(worker.exitCode).toBeNull();
}, 90_000);
