import { spawn } from "node:child_process";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import pg from "pg";
import { dayOf } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import { messageOf, type OutgoingMail, openMailer, poolOf } from "@/lib/email/transport";
import { fillDuties } from "@/lib/launch/bench-duties";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { deliverNotices } from "@/lib/services/delivery";
import { planReminders } from "@/lib/services/reminders";
import type { Job } from "@/lib/team/actor";
import { migrate } from "@/prisma/migrate";

// `npm run bench:reminders`: how long planning takes with 1 000 000 open duties whose days lie in the
// next four years, and how much memory, in a process of its own as the worker's; then with nothing
// new, on the next day, and on the day after with half of the duties; then how fast what was planned
// is sent, in turns with the same mails over the same pool of connections to the same mail server
// (bench-sink.ts) without all that is ours. The last line is JSON: `due` is the number of reminders that
// were planned first, `sendRatio` our mails per second in those of the bare pool.

const DUTIES = 1_000_000;
const DAYS = 4 * 365;
const ROUNDS = 2;
const MAILS_A_ROUND = 1_500;
const HOUR = 3_600_000;
const FROM = "Gatebook <gatebook@bench.example>";

interface Planned {
  due: number;
  seconds: number;
  rssMB: number;
}

const jobAt = (now: Date): Job => ({ kind: "job", name: "plan_reminders", now });

/** The child's part: plans as the worker does at an instant, and says what that took. */
async function plan(now: Date): Promise<Planned> {
  const started = performance.now();
  const { selected } = await planReminders(jobAt(now));
  const seconds = Number(((performance.now() - started) / 1e3).toFixed(1));
  const rssMB = Math.round(process.resourceUsage().maxRSS / 1e3);
  return { due: selected.length, seconds, rssMB };
}

/** A script of ours in a process of its own. */
function start(script: string, args: string[] = []) {
  return spawn(process.execPath, [...process.execArgv, script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function planIn(what: string, now: Date): Promise<Planned> {
  const child = start(import.meta.filename, ["plan", now.toISOString()]);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`Planning ended with ${code}`);
  const planned: Planned = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  console.log(`planning ${what}: ${JSON.stringify(planned)}`);
  return planned;
}

/** Closes every other duty that nobody is reminded of for months. */
async function closeHalf(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    update "Obligation" set state = 'done' where right(subject, 1) in ('0', '2', '4', '6', '8')
      and "dueOn" > current_date + 200`);
  await client.end();
}

/** Lets so many of the mails that wait be due at an instant, and no others. */
async function makeDue(url: string, now: Date, mails: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const later = new Date(now.getTime() + 48 * HOUR);
  await client.query(
    `update "Notice" set state = 'pending', "lockedUntil" = null, "nextAttemptAt" = $1
     where state in ('pending', 'held') and "digestId" is null`,
    [later],
  );
  await client.query(
    `update "Notice" set "nextAttemptAt" = $1 where id in
      (select id from "Notice" where state = 'pending' and "digestId" is null order by "teamId", id limit $2)`,
    [now, mails],
  );
  await client.end();
}

/** Sends a round with all that is ours. @returns what was sent, and the seconds it took */
async function sendOurs(smtpUrl: string, now: Date) {
  const mails: OutgoingMail[] = [];
  const mailer = openMailer({ smtpUrl, from: FROM });
  const send = (mail: OutgoingMail) => {
    mails.push(mail);
    return mailer.send(mail);
  };
  const started = performance.now();
  const { sent } = await deliverNotices(jobAt(now), { ...mailer, send });
  const seconds = (performance.now() - started) / 1e3;
  mailer.close();
  if (sent !== mails.length) throw new Error(`${mails.length - sent} mails were not sent`);
  return { mails, seconds };
}

/** Sends the same mails over such a pool, and does nothing else. */
async function sendBare(smtpUrl: string, mails: readonly OutgoingMail[]): Promise<number> {
  const pool = createTransport(poolOf(smtpUrl));
  const from = { name: "Gatebook", address: "gatebook@bench.example" };
  const messages = mails.map((mail) => messageOf(mail, from, mail.to.address));
  const started = performance.now();
  await Promise.all(messages.map((message) => pool.sendMail(message)));
  const seconds = (performance.now() - started) / 1e3;
  pool.close();
  return seconds;
}

async function measureSending(superuserUrl: string, now: Date): Promise<number> {
  const sink = start(new URL("bench-sink.ts", import.meta.url).pathname);
  const [port] = await once(sink.stdout, "data");
  const smtpUrl = `smtp://127.0.0.1:${Number(String(port))}`;
  let [ours, bare] = [0, 0];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    await makeDue(superuserUrl, now, MAILS_A_ROUND);
    const sent = await sendOurs(smtpUrl, now);
    const seconds = await sendBare(smtpUrl, sent.mails);
    const rates = [sent.seconds, seconds].map((time) => Math.round(sent.mails.length / time));
    console.log(`${sent.mails.length} mails: ours ${rates[0]} a second, bare ${rates[1]}`);
    if (round === 0) continue;
    ours += sent.seconds;
    bare += seconds;
  }
  sink.kill();
  return Number((bare / ours).toFixed(3));
}

async function main(): Promise<void> {
  const postgres = await temporaryPostgres();
  try {
    await migrate(postgres.ownerUrl, postgres.appUrl);
    process.env.DATABASE_URL = postgres.appUrl;
    const now = new Date(`${dayOf(new Date(), "UTC")}T06:00:00Z`);
    const on = dayOf(now, "UTC");
    const obligations = await fillDuties(postgres.superuserUrl, { duties: DUTIES, days: DAYS, on });
    const first = await planIn("all", now);
    await planIn("again, with nothing new", new Date(now.getTime() + HOUR));
    await planIn("the next day", new Date(now.getTime() + 24 * HOUR));
    await closeHalf(postgres.superuserUrl);
    await planIn("the day after, with half of the duties", new Date(now.getTime() + 48 * HOUR));
    const client = connect(postgres.appUrl);
    setDb(client);
    const sendRatio = await measureSending(
      postgres.superuserUrl,
      new Date(now.getTime() + 48 * HOUR),
    );
    await client.$disconnect();
    const { due, seconds: planSeconds, rssMB } = first;
    console.log(JSON.stringify({ obligations, due, planSeconds, rssMB, sendRatio }));
  } finally {
    await postgres.stop();
  }
}

Object.assign(process.env, {
  ...{ APP_URL: "http://localhost:3000", SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: FROM },
  // As the worker runs: React draws mails twice as slowly where it helps to develop.
  ...{ NEXTAUTH_SECRET: "0".repeat(32), LOG_LEVEL: "error", NODE_ENV: "production" },
});
const [mode, instant] = process.argv.slice(2);
if (mode === "plan" && instant) {
  console.log(JSON.stringify(await plan(new Date(instant))));
  process.exit(0);
}
await main();
process.exit(0);
