import { z } from "zod";
import { ended, run } from "./instance";
import { sharedInstance } from "./shared-instance";

/** Runs `npm run reminders -- <args>` against the running instance and gives what it says as JSON. */
export async function runReminders(...args: string[]): Promise<unknown> {
  const command = ["command", "lib/jobs/reminders-command.ts", ...args];
  const { code, output } = await ended(run(command, { DATA_DIR: sharedInstance().dataDir }));
  if (code !== 0) throw new Error(`npm run reminders ended with ${code}:\n${output}`);
  return z
    .string()
    .transform((text) => JSON.parse(text))
    .parse(output);
}
