import type { Day } from "../dates/day";

/** One stay of an item in a step; days are calendar days, `leftOn` null while it is there. */
export interface Stay {
  itemId: string;
  step: string;
  enteredOn: Day;
  leftOn: Day | null;
}

/** Where the items of a request have been: the steps, and the ways between two of them. */
export interface Visited {
  steps: readonly string[];
  /** As `wayBetween` writes them. */
  ways: readonly string[];
}

/** Where items have been, from their stays in the order in which they were written down. */
export function visitedOf(stays: readonly Stay[]): Visited {
  const last = new Map<string, string>();
  const steps = new Set<string>();
  const ways = new Set<string>();
  for (const { itemId, step } of stays) {
    const before = last.get(itemId);
    if (before !== undefined) ways.add(wayBetween(before, step));
    steps.add(step);
    last.set(itemId, step);
  }
  return { steps: [...steps], ways: [...ways] };
}

/** The name of the way from one step to another one. */
export function wayBetween(from: string, to: string): string {
  return `${from} > ${to}`;
}
