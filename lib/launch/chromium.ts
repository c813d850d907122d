import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { chromium as playwright } from "playwright";
import { ROOT } from "@/lib/launch/child";
import { LaunchError } from "@/lib/launch/launch-error";
import { unpackOnce } from "@/lib/launch/unpack-once";

/** How Playwright launches Chromium: its `launchOptions`. */
export type Chromium = { executablePath: string; args: string[]; env?: Record<string, string> };

const SYSTEM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const UNPACKED = path.join(ROOT, "node_modules/.cache/gatebook/chromium");

// Asked, not looked for: a distribution's chromium may be a stub that only says where to get it.
function runs(program: string, env?: Record<string, string>): boolean {
  const { status, stdout } = spawnSync(program, ["--version"], {
    encoding: "utf8",
    timeout: 20_000,
    env: env as NodeJS.ProcessEnv | undefined,
  });
  return status === 0 && /chrom/i.test(stdout);
}

/** Playwright's browsers, the full one or the one without a window, where it downloaded them. */
function ownBrowsers(): string[] {
  const full = playwright.executablePath();
  if (!full) return [];
  const store = path.join(full, "../../..");
  const shells = globSync("chromium_headless_shell-*/*/*headless*shell", { cwd: store });
  return [full, ...shells.map((shell) => path.join(store, shell))].filter(existsSync);
}

// The package unpacks itself into the machine's temporary folder, where a half-written file or another
// user's would stay in the way; so it is given a folder of ours.
async function unpack(draft: string): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = draft;
  try {
    const { default: packed, inflate } = await import("@sparticuz/chromium");
    await packed.executablePath();
    const libraries = import.meta
      .resolve("@sparticuz/chromium")
      .replace(/build\/.*$/, "bin/al2023.tar.br");
    await inflate(new URL(libraries).pathname);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

async function packedBrowser(): Promise<Chromium | undefined> {
  await unpackOnce(UNPACKED, unpack);
  const executablePath = path.join(UNPACKED, "chromium");
  const args = ["--disable-gpu"];
  if (runs(executablePath) && existsSync("/etc/fonts")) return { executablePath, args };
  // A bare machine lacks the libraries and fonts that browsers lean on; the package brings those too.
  const env = {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: path.join(UNPACKED, "al2023/lib"),
    FONTCONFIG_PATH: path.join(UNPACKED, "fonts"),
  };
  return runs(executablePath, env) ? { executablePath, args, env } : undefined;
}

/**
 * Finds a Chromium for tests: the one PLAYWRIGHT_CHROMIUM names, else Playwright's own, else the
 * system's, else the one inside the npm package @sparticuz/chromium.
 * @throws LaunchError when none of them runs here
 */
export async function chromiumPath(): Promise<Chromium> {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (runs(named)) return { executablePath: named, args: [] };
    throw new LaunchError(`PLAYWRIGHT_CHROMIUM: ${named} does not run.`);
  }
  const found = [...ownBrowsers(), ...SYSTEM].find((program) => runs(program));
  if (found) {
    const absolute = path.isAbsolute(found)
      ? found
      : spawnSync("/bin/sh", ["-c", 'command -v "$0"', found], { encoding: "utf8" }).stdout.trim();
    return { executablePath: absolute, args: [] };
  }
  const packed = await packedBrowser();
  if (packed) return packed;
  throw new LaunchError(
    "No Chromium runs here: install one (npx playwright install chromium) or set PLAYWRIGHT_CHROMIUM.",
  );
}
