import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The project's folder. */
export const ROOT = path.join(import.meta.dirname, "../..");

/** The address of a file in lib/launch that Node preloads with `--import`. */
export function preload(file: string): string {
  return pathToFileURL(path.join(import.meta.dirname, file)).href;
}

/** A Node process of ours. */
export type Child = {
  name: string;
  /** Resolves with how it ended; `expected` when we stopped it. */
  ended: Promise<{ code: number | null; expected: boolean }>;
  stop: (milliseconds: number) => Promise<void>;
  /** What it has said so far, while it was held back. */
  release: () => string;
};

function killGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}

/** Passes output on, or holds it back until `release`: a start that goes well needs no words. */
function holdOutput(held: boolean) {
  let text: string | undefined = held ? "" : undefined;
  return {
    take: (chunk: Buffer) => {
      if (text === undefined) process.stdout.write(chunk);
      else text += chunk;
    },
    release: () => {
      const all = text ?? "";
      text = undefined;
      return all;
    },
  };
}

/**
 * Starts a Node process in a group of its own, out of reach of the terminal's Ctrl-C; it ends when
 * this process ends, even by kill -9.
 * @param args Node's arguments: options, script, the script's arguments
 * @param env the whole environment
 * @param held whether its output waits for `release`
 */
export function startChild(
  name: string,
  args: string[],
  env: Record<string, string | undefined>,
  held = false,
): Child {
  const output = holdOutput(held);
  // pg warns of a habit of Prisma's (several queries at once within a transaction) that only they can mend.
  const options = ["--disable-warning=DeprecationWarning", "--import", preload("with-parent.mjs")];
  const child = spawn(process.execPath, [...options, ...args], {
    cwd: ROOT,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.on("data", output.take);
  child.stderr?.on("data", output.take);
  const { pid } = child;
  const cleanUp = () => pid !== undefined && killGroup(pid, "SIGKILL");
  process.once("exit", cleanUp);

  let expected = false;
  const ended = new Promise<{ code: number | null; expected: boolean }>((resolve) => {
    child.once("error", () => resolve({ code: 1, expected }));
    child.once("close", (code) => resolve({ code, expected }));
  });
  return {
    name,
    ended,
    release: output.release,
    stop: async (milliseconds) => {
      expected = true;
      child.kill("SIGTERM");
      const harder = setTimeout(cleanUp, milliseconds);
      await ended;
      clearTimeout(harder);
      // Whatever it started itself and left.
      cleanUp();
    },
  };
}
