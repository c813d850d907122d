import { existsSync } from "node:fs";
import path from "node:path";
import { type Child, ROOT, startChild } from "@/lib/launch/child";
import { LaunchError } from "@/lib/launch/launch-error";
import { packBuild } from "@/lib/launch/packing";
import { hashOf, isMarked, mark } from "@/lib/launch/sources";

const CLIENT_MARK = "node_modules/.cache/gatebook/client";
const BUILD_MARK = ".next/gatebook-build";
const SOURCES = ["app", "components", "lib", "prisma/schema", "public"];
const FILES = [
  "next.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Runs a step in a process of its own; `watch` gets it, to stop it when all stops. */
async function run(
  child: Child,
  failure: string,
  watch: (child: Child) => Promise<void> = async () => undefined,
) {
  await watch(child);
  const { code, expected } = await child.ended;
  const output = child.release();
  if (code === 0 || expected) return;
  throw new LaunchError(`${output}\n${failure}`);
}

/** Draws the database client from prisma/schema, when that changed since the last time. */
export async function generateIfNeeded(): Promise<void> {
  const hash = hashOf(["prisma/schema", "package-lock.json"]);
  if (existsSync(path.join(ROOT, "prisma/client/client.ts")) && isMarked(CLIENT_MARK, hash)) return;
  const script = path.join(import.meta.dirname, "prisma-generate.mjs");
  await run(
    startChild("prisma generate", [script], process.env, true),
    "prisma generate failed: see above.",
  );
  mark(CLIENT_MARK, hash);
}

/**
 * Builds the web pages, when any source changed since the last build.
 * @param watch is given the building process
 * @throws LaunchError with the compiler's words
 */
export async function buildIfNeeded(watch?: (child: Child) => Promise<void>): Promise<void> {
  await generateIfNeeded();
  const hash = hashOf([...SOURCES, ...FILES]);
  if (isMarked(BUILD_MARK, hash)) return;
  console.log("Building the pages (about a minute, only after a change) …");
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(
    startChild("next build", [next, "build"], env, true),
    "next build failed: see above.",
    watch,
  );
  await packBuild();
  mark(BUILD_MARK, hash);
}
