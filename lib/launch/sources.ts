import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/lib/launch/child";

function filesOf(place: string): string[] {
  const absolute = path.join(ROOT, place);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [place];
  return globSync("**/*", { cwd: absolute, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

/** SHA-256 (hex) of names and contents of files and folders, relative to the project; tests do not count. */
export function hashOf(places: string[]): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesOf).toSorted()) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(path.join(ROOT, file)))
      .update("\n");
  }
  return hash.digest("hex");
}

/** Whether a mark file, relative to the project, says what is expected. */
export function isMarked(file: string, expected: string): boolean {
  const absolute = path.join(ROOT, file);
  return existsSync(absolute) && readFileSync(absolute, "utf8") === expected;
}

/** Writes a mark file. */
export function mark(file: string, text: string): void {
  const absolute = path.join(ROOT, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}
