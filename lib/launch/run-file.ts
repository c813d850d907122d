import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { LaunchError } from "@/lib/launch/launch-error";
import { commandOf, isAlive } from "@/lib/launch/process-info";

const shape = z.object({
  pid: z.number(),
  /** Settings as variables; absent while the instance is still starting. */
  variables: z.record(z.string(), z.string()).optional(),
});

/** The note in a data folder that an instance runs from it, for its owner's eyes only. */
export type Run = z.infer<typeof shape>;

const fileIn = (dataDir: string) => path.join(dataDir, "run.json");

/** The instance that runs from a data folder now, if any. A note that a killed one left counts as none. */
export function readRun(dataDir: string): Run | undefined {
  try {
    const run = shape.parse(JSON.parse(readFileSync(fileIn(dataDir), "utf8")));
    const lives = isAlive(run.pid) && commandOf(run.pid).includes(path.join("lib", "launch"));
    return lives ? run : undefined;
  } catch {
    return undefined;
  }
}

function write(dataDir: string, run: Run) {
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
}

/**
 * Takes a data folder for this process; nobody else may start its database meanwhile.
 * @returns `publish` tells other commands the settings, `release` gives the folder back
 * @throws LaunchError when another instance has it
 */
export function holdDataDir(dataDir: string) {
  const other = readRun(dataDir);
  if (other && other.pid !== process.pid) {
    const where = other.variables?.APP_URL ?? "still starting";
    throw new LaunchError(
      `Gatebook already runs from ${dataDir}: process ${other.pid}, ${where}. Stop it first.`,
    );
  }
  mkdirSync(dataDir, { recursive: true });
  write(dataDir, { pid: process.pid });
  return {
    publish: (variables: Record<string, string>) => write(dataDir, { pid: process.pid, variables }),
    release: () => rmSync(fileIn(dataDir), { force: true }),
  };
}
