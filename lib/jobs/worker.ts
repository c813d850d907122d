import { setTimeout as sleep } from "node:timers/promises";
import { db } from "../db";
import { openMailer } from "../email/transport";
import { env } from "../env";
import { log } from "../log";
import { keepBeating } from "./pulse";
import { runUntil } from "./runner";
import { makeTasks } from "./tasks";

/** How long mails in hand may take after the signal, and how long everything may. */
const LAST_MAILS_MS = 1_000;
const STOP_MS = 4_000;

// The worker: a process of its own, any number of them on any number of machines.
const { DATABASE_URL, SMTP_URL, MAIL_FROM } = env();
const stopping = new AbortController();
const mailer = openMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM });

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // Whatever is not sent by then has its next attempt written down, and goes after the restart.
    void sleep(LAST_MAILS_MS).then(() => mailer.close());
    void sleep(STOP_MS, undefined, { ref: false }).then(() => process.exit(1));
  });
}

log().info("worker started");
await Promise.all([
  runUntil(stopping.signal, {
    databaseUrl: DATABASE_URL,
    tasks: makeTasks(mailer, stopping.signal),
  }),
  keepBeating(stopping.signal),
]);
mailer.close();
await db().$disconnect();
log().info("worker stopped");
process.exit(0);
