import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { freshDatabase, type TestDatabase } from "../launch/test-database";

const ROOT = path.join(import.meta.dirname, "../..");

/** What a worker works with, and the workers that were started there. */
export interface Workplace {
  database: TestDatabase;
  superuser: PrismaClient;
  mailbox: TestMailbox;
  /** A worker as the launcher starts it: in a process of its own, as the role that owns nothing. */
  start: () => { worker: ChildProcess; said: string[] };
  /** Kills the workers that are there; call it after each test. */
  clear: () => void;
  close: () => Promise<void>;
}

/** For tests: a database and a mailbox for workers. */
export async function openWorkplace(): Promise<Workplace> {
  const database = await freshDatabase();
  const superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  const mailbox = await openMailbox();
  const workers: ChildProcess[] = [];
  return {
    ...{ database, superuser, mailbox },
    start: () => {
      const started = startWorker({ DATABASE_URL: database.appUrl, SMTP_URL: mailbox.url });
      workers.push(started.worker);
      return started;
    },
    clear: () => {
      for (const worker of workers.splice(0)) worker.kill("SIGKILL");
    },
    close: async () => {
      await Promise.all([superuser.$disconnect(), db().$disconnect()]);
      await mailbox.stop();
    },
  };
}

function startWorker(settings: Record<string, string>): ReturnType<Workplace["start"]> {
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...settings, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  worker.stdout?.on("data", (chunk) => said.push(String(chunk)));
  worker.stderr?.on("data", (chunk) => said.push(String(chunk)));
  return { worker, said };
}
