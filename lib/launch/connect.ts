import { generateIfNeeded } from "@/lib/launch/building";
import { LaunchError } from "@/lib/launch/launch-error";
import { holdDataDir, readRun } from "@/lib/launch/run-file";
import { startServers } from "@/lib/launch/servers";
import { asVariables, loadSettings } from "@/lib/launch/settings";
import { Shutdown } from "@/lib/launch/shutdown";

/** A way to the running instance's servers, or to servers started for the duration. */
export type Connection = {
  /** Settings as variables; also put into `process.env`, so that `env()` gives them. */
  variables: Record<string, string>;
  stop: () => Promise<void>;
};

/**
 * Gives a one-off command the settings of the instance that runs from the data folder; where none
 * runs, starts the servers that no setting names, until `stop`.
 * @throws SettingsError, LaunchError or MigrationError, one line
 */
export async function connect(): Promise<Connection> {
  const settings = loadSettings();
  const run = readRun(settings.DATA_DIR);
  if (run && !run.variables) {
    throw new LaunchError("Gatebook is still starting; try again when it is ready.");
  }
  if (run?.variables) {
    Object.assign(process.env, run.variables);
    return { variables: run.variables, stop: async () => undefined };
  }
  const shutdown = new Shutdown();
  try {
    const hold = holdDataDir(settings.DATA_DIR);
    await shutdown.add("Data folder", hold.release);
    await generateIfNeeded();
    const variables = asVariables(await startServers(settings, shutdown));
    Object.assign(process.env, variables);
    return { variables, stop: () => shutdown.stop() };
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
}
