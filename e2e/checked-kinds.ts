import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedInstance } from "./shared-instance";

/** A line for each kind, in the folder that goes with the run, since stories run in several processes. */
const file = () => join(sharedInstance().dataDir, "checked-kinds");

/** Those of some kinds of elements that no page of this run was checked with. */
export function notYetChecked(kinds: readonly string[]): string[] {
  if (!existsSync(file())) return [...kinds];
  const checked = new Set(readFileSync(file(), "utf8").split("\n"));
  return kinds.filter((kind) => !checked.has(kind));
}

/** Notes that a page with these kinds of elements is checked now. */
export function noteChecked(kinds: readonly string[]): void {
  appendFileSync(file(), `${kinds.join("\n")}\n`);
}
