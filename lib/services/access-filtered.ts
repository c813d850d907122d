import type { Day } from "../dates/day";
import { hasWords } from "../readiness/access-filter";
import type { AccessFilter } from "../readiness/access-query";
import type { PersonFacts } from "../readiness/facts";
import type { AccessUnit, LoadedFacts } from "./access-facts";

/** The people and units of a team that a filter leaves. */
export function filtered(
  facts: Pick<LoadedFacts, "people" | "units">,
  filter: AccessFilter,
  on: Day,
): { people: readonly PersonFacts[]; units: readonly AccessUnit[] } {
  const people = facts.people.filter(
    (person) =>
      (filter.people === "all" || isHere(person, on)) && hasWords(filter.person, [person.name]),
  );
  const units = facts.units.filter(
    (unit) =>
      (!filter.archive || unit.archive === filter.archive) &&
      hasWords(filter.data, [unit.name, unit.title, unit.code]),
  );
  return { people, units };
}

/** Whether somebody is on the team on that day. */
export function isHere({ from, before }: PersonFacts, on: Day): boolean {
  return from <= on && (before === null || on < before);
}
