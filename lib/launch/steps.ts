import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildIfNeeded, generateIfNeeded } from "@/lib/launch/building";
import { ROOT } from "@/lib/launch/child";
import { LaunchError } from "@/lib/launch/launch-error";

type Say = (text: string) => void;

/** A named part of `npm run check` or `npm test`; what it says is printed when it has ended. */
export type Step = { name: string; run: (say: Say) => Promise<void> };

/** Steps that share nothing, and so may run at the same time. */
export type Stage = Step[];

const current = new Set<ChildProcess>();
const stop = (signal: NodeJS.Signals) => {
  for (const child of current) child.kill(signal);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // The tool gets it too, puts away what it started, and its end ends us.
  process.on(signal, () => stop(signal));
}
process.on("disconnect", () => stop("SIGTERM"));

/** Runs a tool, whose words go to `say`, or where there is none are printed as they come. */
function tool(name: string, args: string[], env: NodeJS.ProcessEnv, say?: Say): Promise<void> {
  const program = path.join(ROOT, "node_modules/.bin", name);
  const child = spawn(program, args, { cwd: ROOT, env, stdio: say ? "pipe" : "inherit" });
  current.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => say?.(chunk.toString()));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      current.delete(child);
      if (code === 0) resolve();
      else reject(new LaunchError(`${name} found something, see above.`));
    });
  });
}

const ROOMS = ["app", "components", "lib", "prisma", "e2e"];

/** What `npm run check` looks at; `beside`: what else may run meanwhile. */
export function checks(env: NodeJS.ProcessEnv, beside: Step[] = []): Stage[] {
  const rooms = ROOMS.filter((room) => existsSync(path.join(ROOT, room)));
  const run = (name: string, ...args: string[]): Step => ({
    name: [name, args[0]].join(" "),
    run: (say) => tool(name, args, env, say),
  });
  return [
    [{ name: "database client", run: generateIfNeeded }],
    // Draws the types of routes that tsc needs, without a build.
    [run("next", "typegen")],
    // The longest first, so that none of them is left over for the end.
    [
      run("tsc", "--noEmit"),
      ...beside,
      run("biome", "check", "--error-on-warnings"),
      run("depcruise", "--config", "lib/boundaries.cjs", ...rooms),
      run("knip", "--config", ".config/knip.json"),
    ],
  ];
}

/** Where a tool writes its counts as JSON, by name. */
type Report = (name: string) => string;

function vitest(project: string, env: NodeJS.ProcessEnv, report: Report, say?: Say) {
  const to = ["--reporter=default", "--reporter=json", `--outputFile.json=${report(project)}`];
  const args = ["run", "--config", "lib/vitest.config.ts", "--project", project, ...to];
  return tool("vitest", args, env, say);
}

/** The tests of rules, which need nothing but a processor. */
export function unitTests(env: NodeJS.ProcessEnv, report: Report): Step {
  return { name: "unit tests", run: (say) => vitest("rules", env, report, say) };
}

/** The other tests, in the order of their price: each has the machine for itself. */
export function tests(env: NodeJS.ProcessEnv, report: Report): Stage[] {
  const browser = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report("browser") };
  return [
    [{ name: "service tests", run: () => vitest("database", env, report) }],
    [{ name: "build", run: () => buildIfNeeded() }],
    [
      {
        name: "browser tests",
        run: () => tool("playwright", ["test", "-c", "e2e", "--reporter=list,json"], browser),
      },
    ],
  ];
}

/** Runs a step and prints how long it took; gives whether it went well. */
async function runStep({ name, run }: Step, alone: boolean): Promise<boolean> {
  const start = performance.now();
  let said = "";
  let trouble: unknown;
  if (alone) console.log(`\n▸ ${name}`);
  try {
    await run((text) => {
      said += text;
    });
  } catch (error) {
    trouble = error;
  }
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (!alone) console.log(`\n▸ ${name}`);
  process.stdout.write(said);
  if (trouble) console.error(trouble instanceof LaunchError ? trouble.message : trouble);
  console.log(trouble ? `✗ ${name} failed after ${took}` : `✓ ${name} ${took}`);
  return !trouble;
}

/** How many steps of a stage run at once: each keeps one processor busy, or a little more. */
const AT_ONCE = 2;

/** Runs stages one after the other; ends after the first in which a step fails. */
export async function runStages(stages: Stage[]): Promise<boolean> {
  for (const stage of stages) {
    const waiting = [...stage];
    let well = true;
    const work = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        well = (await runStep(step, stage.length === 1)) && well;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!well) return false;
  }
  return true;
}
