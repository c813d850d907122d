// Runs on any Node from 20.9 and without node_modules: installs what is missing, then hands over to
// the pinned Node. Plain JavaScript for that reason.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = path.join(root, "node_modules");
const NEEDED = 24;

/** @param {string} file @returns {Record<string, Record<string, unknown>> | undefined} */
function packagesIn(file) {
  if (!existsSync(file)) return undefined;
  const { "": _root, ...packages } = JSON.parse(readFileSync(file, "utf8")).packages;
  return packages;
}

// npm keeps in node_modules a copy of the lock file that says what it really installed.
function isInstalled() {
  const wanted = packagesIn(path.join(root, "package-lock.json"));
  const found = packagesIn(path.join(modules, ".package-lock.json"));
  if (!wanted || !found) return false;
  const withoutDev = !Object.values(found).some((entry) => entry.dev);
  return Object.entries(wanted).every(([place, entry]) => {
    const installed = found[place];
    if (installed) return installed.version === entry.version;
    return entry.optional || (withoutDev && (entry.dev || entry.devOptional));
  });
}

/** @type {import("node:child_process").ChildProcess | undefined} */
let current;

/**
 * Runs a program until its end, which is ours too when somebody stopped us meanwhile.
 * @param {string} program @param {string[]} args @param {import("node:child_process").StdioOptions} stdio
 * @returns {Promise<number>} its exit code
 */
function run(program, args, stdio) {
  const child = spawn(program, args, { cwd: root, stdio });
  current = child;
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

let stopped = false;
/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stopped = true;
  current?.kill(signal);
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => stop(signal));
}
// npm, killed hard, tells nobody; that its place above us is empty does. (Started without npm, we may
// well outlive who started us.)
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop("SIGTERM"), 500).unref();
}

/** @param {string[]} args */
async function npm(...args) {
  // npm runs on this very Node when ours is inside node_modules, which npm ci is about to delete.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const cli = process.env.npm_execpath;
  const code = cli ? await run(node, [cli, ...args], "inherit") : await run("npm", args, "inherit");
  if (code === 0 && !stopped) return;
  if (!stopped) {
    console.error(`npm ${args[0]} failed; Gatebook cannot start without its packages.`);
  }
  process.exit(code || 1);
}

// Only the packages that package.json approves by name may run scripts. npm 11 would see to that itself;
// older ones, which come with older Nodes, run every package's, and some of those want to download.
async function install() {
  console.log("Installing packages (npm ci) …");
  const omit = process.env.NODE_ENV === "production" ? [] : ["--include=dev"];
  await npm("ci", "--ignore-scripts", "--loglevel=error", ...omit);
  const { allowScripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const approved = Object.keys(allowScripts).filter(
    (name) => allowScripts[name] && existsSync(path.join(modules, name)),
  );
  await npm("rebuild", "--loglevel=error", ...approved);
}

const pinned = path.join(modules, ".bin/node");

/** @param {string} node */
function isNewEnough(node) {
  const { stdout } = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" });
  return Number.parseInt(stdout ?? "", 10) >= NEEDED;
}

function findNode() {
  const node = [pinned, process.execPath].find(isNewEnough);
  if (node) return node;
  console.error(
    `Node ${NEEDED} is needed: the npm package "node" did not install, and this is ${process.version}.`,
  );
  process.exit(1);
}

const hasNode = existsSync(pinned) || isNewEnough(process.execPath);
if (!hasNode || !isInstalled()) await install();

const [command = "start", ...args] = process.argv.slice(2);
const script = path.join(root, `lib/launch/${command}.ts`);
// pg warns of a habit of Prisma's (several queries at once within a transaction) that only they can mend.
const quiet = "--disable-warning=DeprecationWarning";
// The channel tells the child when this process is killed, so that it stops too.
const stdio = /** @type {import("node:child_process").StdioOptions} */ ([0, 1, 2, "ipc"]);
process.exit(await run(findNode(), [quiet, "--import", "tsx", script, ...args], stdio));
