import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../package-lock.json"), "utf8"),
);
const packages: Record<string, Entry> = lock.packages;

/** Whether a package in `place` finds another by name, looking upwards as Node does. */
function finds(place: string, name: string): boolean {
  const above = place.lastIndexOf("node_modules/");
  if (`${place}/node_modules/${name}` in packages) return true;
  return above < 0
    ? `node_modules/${name}` in packages
    : finds(place.slice(0, Math.max(above - 1, 0)), name);
}

// npm install drops those that the registry in use does not hand out, and npm ci then refuses the lock.
test("the lock file names every optional package of other machines, so that npm ci accepts it", () => {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !finds(place, name)),
  );
  expect(missing).toEqual([]);
});

test("every entry of the lock file pins a version", () => {
  const open = Object.entries(packages).filter(([place, { version }]) => place && !version);
  expect(open).toEqual([]);
});
