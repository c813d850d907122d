import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Day, dayOf, isDay } from "../dates/day";
import { openMailer } from "../email/transport";
import { type Env, env } from "../env";
import { log } from "../log";
import { deliverNotices } from "../services/delivery";
import { type Fates, fatesOf, hasten } from "../services/reminder-fates";
import { planReminders, type ReminderReport } from "../services/reminders";
import { teamIdOf } from "../services/team-ids";
import type { Job } from "../team/actor";
import { inWords } from "./reminders-report";

const USAGE = "npm run reminders -- --on 2027-03-01 [--team my-lab] [--dry-run] [--json]";
/** How long to wait for mails that a worker took into its hands before us. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 200;

type MailSettings = () => Pick<Env, "SMTP_URL" | "MAIL_FROM">;

interface Options {
  on: Day;
  /** As in its address; null for all teams. */
  team: string | null;
  dryRun: boolean;
  json: boolean;
}

/**
 * `npm run reminders`: plans the reminders of all teams, or of the one that `--team` names, as of a day
 * for everybody (today in UTC without `--on`) and sends them at once, whether or not a worker runs;
 * `--dry-run` only tells what it would do.
 * @param settings of the mail server, read once a mail is to go
 * @returns 1 when the arguments are wrong or a mail could not be sent (yet)
 */
export async function main(args: string[], settings: MailSettings = env): Promise<number> {
  const job: Job = { kind: "job", name: "reminders", now: new Date() };
  const options = readOptions(args, dayOf(job.now, "UTC"));
  if (typeof options === "string") {
    console.error(options);
    return 1;
  }
  const { on, team, dryRun, json } = options;
  // Standard output belongs to the report.
  log().level = json ? "silent" : "error";
  const teamId = team === null ? undefined : await teamIdOf(job, team);
  if (teamId === null) {
    console.error(`There is no team ${team}; name it as the address of its pages does, after /t/.`);
    return 1;
  }
  const report = await planReminders(job, { on, teamId, dryRun });
  const fates = dryRun
    ? { sent: 0, unsent: [], open: 0 }
    : await send(job, { report, teamId }, settings());
  const { selected, skipped, problems } = report;
  const failed = fates.unsent.length + fates.open;
  console.log(
    json
      ? JSON.stringify({ on, dryRun, selected, sent: fates.sent, failed, skipped, problems })
      : inWords(report, fates),
  );
  return failed > 0 ? 1 : 0;
}

/** The options, or a sentence on what is wrong with them. */
export function readOptions(args: string[], today: Day): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        on: { type: "string", default: today },
        team: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (!isDay(values.on)) return `${values.on} is not a day of the calendar; use ${USAGE}.`;
    const { on, team = null, json } = values;
    return { on, team, dryRun: values["dry-run"], json };
  } catch (error) {
    const [what] = (error as Error).message.split(/[.\n]/);
    return `${what}; use ${USAGE}.`;
  }
}

/** Sends what was planned now and what earlier runs for the day left; a worker may take part of it. */
async function send(
  job: Job,
  { report, teamId }: { report: ReminderReport; teamId: string | undefined },
  { SMTP_URL, MAIL_FROM }: ReturnType<MailSettings>,
): Promise<Fates> {
  const mailer = openMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM });
  const left = await hasten(job, { on: report.on, teamId });
  const mailed = report.selected.filter(({ mail }) => mail !== "in_app");
  const ids = [...new Set([...mailed.map(({ noticeId }) => noticeId), ...left])];
  const end = performance.now() + PATIENCE_MS;
  try {
    for (;;) {
      const now = new Date();
      await deliverNotices({ ...job, now }, mailer, { on: report.on });
      const fates = await fatesOf(job, ids);
      if (fates.open === 0 || performance.now() > end) return fates;
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    mailer.close();
  }
}
