import type { PersonFunction } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { Naming } from "./facts";
import type { At } from "./gate-state";
import { endsLater } from "./holding";

/** The naming in one of `functions` that holds on that day, the longest of several. */
export function namedOn(functions: readonly PersonFunction[], at: At): Naming | null {
  let best: Naming | null = null;
  for (const naming of at.namings) {
    const { from, before } = naming;
    if (!functions.includes(naming.function)) continue;
    if ((from !== null && at.day < from) || (before !== null && before <= at.day)) continue;
    if (best === null || endsLater(before, best.before)) best = naming;
  }
  return best;
}

/** The first later day from which the person is named in one of `functions`. */
export function namedAfter(functions: readonly PersonFunction[], at: At): Day | null {
  let first: Day | null = null;
  for (const { function: one, from, before } of at.namings) {
    if (from === null || from <= at.day || !functions.includes(one)) continue;
    if (before !== null && before <= from) continue;
    if (first === null || from < first) first = from;
  }
  return first;
}

/** The first day since which the person is no longer named in any of `functions`; null: never was. */
export function namedBefore(functions: readonly PersonFunction[], at: At): Day | null {
  let last: Day | null = null;
  for (const { function: one, before } of at.namings) {
    if (before === null || before > at.day || !functions.includes(one)) continue;
    if (last === null || before > last) last = before;
  }
  return last;
}
