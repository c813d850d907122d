import { day } from "../dates/day";
import type { AccessUnitFacts, Holding, Naming, PersonFacts, Track } from "./facts";
import { HELD, MADE_ON, named, type Pair, person, track, unit } from "./sample-facts";

/** For tests: a consent group without modifiers. */
export const group = (consentCode = "GRU", change: Partial<AccessUnitFacts> = {}) =>
  unit({ archive: "dbgap", id: "c1", code: "phs000001.c1", consentCode, ...change });

/** A project under its PI, who is on the team, naming Ann in one function or in none. */
export const project = (
  as: Naming["function"] | Naming[] | null = "internal_collaborator",
  change: Partial<Track> = {},
) =>
  track({
    lead: { id: "pi", from: MADE_ON, before: null },
    people: named({ pi: "pi", ...(as && { ann: as }) }),
    ...change,
  });

export const projectWith = (approval: Holding, change: Partial<Track> = {}) =>
  project("internal_collaborator", { approval, ...change });

/** The project while its PI was there to `lastDay`. */
export const projectUntil = (lastDay: string) => {
  const before = day(lastDay);
  return project("internal_collaborator", { lead: { id: "pi", from: MADE_ON, before } });
};

/** For tests: Ann, who holds nothing but her place on the team. */
export const ann = (change: Parameters<typeof person>[1] = {}): PersonFacts =>
  person("ann", change);

/** For tests: Ann, an internal collaborator who may use the data, and what differs. */
export const pair = (change: Partial<Pair> = {}): Pair => ({
  ...{ person: ann(), unit: group(), tracks: [project()], institution: { sp800_171: HELD } },
  ...change,
});
