import { isNearer } from "./nearness";
import type { Verdict } from "./verdict";

/**
 * The door that serves best where several lead to one study, as at dbGaP and in its copy at EGA:
 * any door that is open opens the study; where none is, the nearest to it. The first of equals;
 * undefined where there is none.
 */
export function bestDoor<T extends { verdict: Verdict }>(doors: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const door of doors) {
    if (best === undefined || isNearer(door.verdict, best.verdict)) best = door;
  }
  return best;
}
