import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildIfNeeded, generateIfNeeded } from "@/lib/launch/building";
import { ROOT } from "@/lib/launch/child";
import { LaunchError } from "@/lib/launch/launch-error";

/** A named part of `npm run check` or `npm test`. */
export type Step = { name: string; run: () => Promise<void> };

let current: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // The tool gets it too, puts away what it started, and its end ends us.
  process.on(signal, () => current?.kill(signal));
}
process.on("disconnect", () => current?.kill("SIGTERM"));

function tool(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const program = path.join(ROOT, "node_modules/.bin", name);
  const child = spawn(program, args, { cwd: ROOT, env, stdio: "inherit" });
  current = child;
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new LaunchError(`${name} found something, see above.`));
    });
  });
}

const ROOMS = ["app", "components", "lib", "prisma", "e2e"];

/** What `npm run check` looks at, cheapest first. */
export function checks(env: NodeJS.ProcessEnv): Step[] {
  const rooms = ROOMS.filter((room) => existsSync(path.join(ROOT, room)));
  const run = (name: string, ...args: string[]): Step => ({
    name: [name, args[0]].join(" "),
    run: () => tool(name, args, env),
  });
  return [
    { name: "database client", run: generateIfNeeded },
    run("biome", "check", "--error-on-warnings"),
    // Draws the types of routes that tsc needs, without a build.
    run("next", "typegen"),
    run("tsc", "--noEmit"),
    run("depcruise", "--config", "lib/boundaries.cjs", ...rooms),
    run("knip", "--config", ".config/knip.json"),
  ];
}

/** The tests, in the order of their price; each writes its counts as JSON to `report(name)`. */
export function tests(env: NodeJS.ProcessEnv, report: (name: string) => string): Step[] {
  const vitest = (project: string) => {
    const to = ["--reporter=default", "--reporter=json", `--outputFile.json=${report(project)}`];
    const args = ["run", "--config", "lib/vitest.config.ts", "--project", project, ...to];
    return tool("vitest", args, env);
  };
  const browser = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report("browser") };
  return [
    { name: "unit tests", run: () => vitest("rules") },
    { name: "service tests", run: () => vitest("database") },
    { name: "build", run: () => buildIfNeeded() },
    {
      name: "browser tests",
      run: () => tool("playwright", ["test", "-c", "e2e", "--reporter=list,json"], browser),
    },
  ];
}

/** Runs steps one after the other and prints how long each took; ends at the first that fails. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  for (const { name, run } of steps) {
    const start = performance.now();
    const took = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    console.log(`\n▸ ${name}`);
    try {
      await run();
    } catch (error) {
      console.error(error instanceof LaunchError ? error.message : error);
      console.error(`✗ ${name} failed after ${took()}`);
      return false;
    }
    console.log(`✓ ${name} ${took()}`);
  }
  return true;
}
