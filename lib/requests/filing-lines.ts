import type { Lifecycle } from "../archives/lifecycle";
import { findMove } from "./lifecycle";

interface Line {
  id: string;
  action: string;
  data: unknown;
}

/**
 * Which copy of what was filed belongs to which line of a request's history, with the copy before
 * it, by the line's id. Lines come newest first, copies oldest first; a filing that was taken back
 * has no copy any more, the first one none before it.
 */
export function filingsByLine<Filing>(
  lifecycle: Lifecycle,
  lines: readonly Line[],
  filings: readonly Filing[],
): Map<string, { before: Filing; after: Filing }> {
  const pairs = new Map<string, { before: Filing; after: Filing }>();
  let undone = 0;
  let next = filings.length - 1;
  for (const line of lines) {
    if (line.action === "request.moveUndone") undone += 1;
    if (line.action !== "request.moved") continue;
    if (undone > 0) {
      undone -= 1;
      continue;
    }
    if (!isFiling(lifecycle, line)) continue;
    const [before, after] = [filings[next - 1], filings[next]];
    if (before !== undefined && after !== undefined) pairs.set(line.id, { before, after });
    next -= 1;
  }
  return pairs;
}

function isFiling(lifecycle: Lifecycle, { data }: Line): boolean {
  if (typeof data !== "object" || data === null || !("move" in data)) return false;
  return typeof data.move === "string" && findMove(lifecycle, data.move)?.effect === "file";
}
