import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "@/lib/launch/child";
import { connect } from "@/lib/launch/connect";
import { giveUp } from "@/lib/launch/give-up";

// Runs a one-off command: a script, from the project's folder, that finds everything in env() and
// its own arguments in process.argv, and may export `main` for its work. `npm run reminders` and
// its like come through here.
const [script = "", ...args] = process.argv.slice(2);
const file = path.join(ROOT, script);

type Command = { main?: (args: string[]) => Promise<number | undefined> };

try {
  const { stop } = await connect();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void stop().then(() => process.exit(1)));
  }
  try {
    process.argv.splice(1, process.argv.length, file, ...args);
    const { main }: Command = await import(pathToFileURL(file).href);
    process.exitCode = (await main?.(args)) ?? process.exitCode;
  } finally {
    await stop();
  }
} catch (error) {
  giveUp(error);
}
// Pools that a command left open must not keep it waiting.
process.exit();
