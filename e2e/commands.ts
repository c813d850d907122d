import { z } from "zod";
import { ended, run } from "./instance";
import { sharedInstance } from "./shared-instance";

const reminderReport = z.object({
  on: z.string(),
  dryRun: z.boolean(),
  selected: z.array(z.object({ team: z.string(), number: z.string(), to: z.string() })),
  sent: z.number(),
  failed: z.number(),
});

/** What `npm run reminders -- --json` says. */
export type ReminderReport = z.infer<typeof reminderReport>;

/** Runs `npm run reminders -- <args> --json` against the running instance. */
export async function runReminders(...args: string[]): Promise<ReminderReport> {
  const command = ["command", "lib/jobs/reminders-command.ts", ...args, "--json"];
  const { dataDir } = sharedInstance();
  const { code, stdout, stderr } = await ended(run(command, { DATA_DIR: dataDir }));
  if (code !== 0) throw new Error(`npm run reminders ended with ${code}:\n${stdout}${stderr}`);
  return reminderReport.parse(JSON.parse(stdout));
}
