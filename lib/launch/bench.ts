import path from "node:path";
import { pathToFileURL } from "node:url";
import { generateIfNeeded } from "@/lib/launch/building";
import { ROOT } from "@/lib/launch/child";
import { giveUp } from "@/lib/launch/give-up";

// Runs a bench that stands on the services, with its own arguments in process.argv. They need the
// database client, which a fresh checkout does not have yet.
const [script = "", ...args] = process.argv.slice(2);
const file = path.join(ROOT, script);

try {
  await generateIfNeeded();
  process.argv.splice(1, process.argv.length, file, ...args);
  await import(pathToFileURL(file).href);
} catch (error) {
  giveUp(error);
}
