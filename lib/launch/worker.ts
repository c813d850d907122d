import { env } from "@/lib/env";
import { generateIfNeeded } from "@/lib/launch/building";
import { giveUp } from "@/lib/launch/give-up";
import { loadSettings } from "@/lib/launch/settings";

// The worker alone, for machines beside the one that serves pages. It needs a database of its own
// right, since the embedded one belongs to npm start, which runs a worker anyway.
try {
  loadSettings();
  env();
  await generateIfNeeded();
} catch (error) {
  giveUp(error);
}
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
await import("@/lib/jobs/worker");
