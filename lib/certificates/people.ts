import type { Day } from "../dates/day";

/** Somebody who could open the data, in one capacity, from one day to another; null: to no known end. */
export interface AccessOf {
  personId: string;
  name: string;
  function: string;
  from: Day;
  until: Day | null;
}

/** A person with all their capacities and the whole time in which they had access. */
export interface PersonWithAccess {
  name: string;
  functions: string[];
  from: Day;
  until: Day | null;
}

/** One line for each person, by name; capacities in order, times put together. */
export function peopleWithAccess(access: readonly AccessOf[]): PersonWithAccess[] {
  const byPerson = Map.groupBy(access, ({ personId }) => personId);
  return [...byPerson.values()]
    .map((entries) => ({
      name: entries[0]?.name ?? "",
      functions: [...new Set(entries.map((entry) => entry.function))].sort(),
      from: entries.map(({ from }) => from).sort()[0] as Day,
      until: latestEnd(entries.map(({ until }) => until)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1) || (a.from < b.from ? -1 : 1));
}

function latestEnd(ends: readonly (Day | null)[]): Day | null {
  return ends.includes(null) ? null : ([...ends].sort().at(-1) ?? null);
}

/** The earlier of two ends, where null is no end. */
export function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a <= b ? a : b;
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return [a, b].sort()[1] as Day;
}
