import { z } from "zod";
import type { Day } from "@/lib/dates/day";
import { ended, run } from "./instance";
import { sharedInstance } from "./shared-instance";

const reminderReport = z.object({
  on: z.string(),
  dryRun: z.boolean(),
  selected: z.array(z.object({ team: z.string(), number: z.string().nullable(), to: z.string() })),
  skipped: z.array(
    z.object({
      ...{ team: z.string(), number: z.string().nullable(), dueOn: z.string(), reason: z.string() },
    }),
  ),
  sent: z.number(),
  failed: z.number(),
});

/** What `npm run reminders -- --json` says. */
export type ReminderReport = z.infer<typeof reminderReport>;

/** Runs a command of package.json against the running instance; gives what it says. */
async function runCommand(file: string, ...args: string[]): Promise<string> {
  const { dataDir } = sharedInstance();
  const child = run(["command", file, ...args], { DATA_DIR: dataDir });
  const { code, stdout, stderr } = await ended(child);
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * Runs `npm run reminders -- --on … --team …`. Only for the team of a story: another day for all of
 * them would send mail in the middle of the stories beside it.
 */
export function runReminders(team: string, on: Day): Promise<ReminderReport> {
  return reminders("--on", on, "--team", team);
}

/** What `npm run reminders -- --on …` would do, for all teams. */
export function rehearseReminders(on: Day): Promise<ReminderReport> {
  return reminders("--on", on, "--dry-run");
}

async function reminders(...args: string[]): Promise<ReminderReport> {
  const said = await runCommand("lib/jobs/reminders-command.ts", ...args, "--json");
  return reminderReport.parse(JSON.parse(said));
}

/** Runs `npm run audit:verify`, which fails at the first broken link of any team's history. */
export function verifyHistory(): Promise<string> {
  return runCommand("lib/jobs/audit-verify-command.ts");
}
