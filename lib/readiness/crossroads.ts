import { isShut } from "./ask-gates";
import type { AccessFacts, Track } from "./facts";
import type { Crossroads, SharedAnswers, StrangerWay } from "./gate-state";
import { isNearer } from "./nearness";
import { shutStatus } from "./status";
import { wayOn } from "./tracks";

// A unit for which a team asked again and again has dozens of ways to it, each of which names a few
// people. Whoever is not named on a way finds it shut just as all others of their likeness do, so
// that for each person only the ways that name them need be looked at.

/** Whether nothing but names tells people apart on the ways to the unit. */
export function isCrossroads({ tracks, otherVersions }: AccessFacts): boolean {
  return otherVersions.length === 0 && tracks.every(({ personId }) => personId === null);
}

const NOWHERE: readonly Track[] = [];

/** The ways that name the person in some function. */
export function waysNaming({ tracks, person }: AccessFacts, shared: SharedAnswers) {
  return crossroadsOf(tracks, shared).named.get(person.id) ?? NOWHERE;
}

/**
 * How each way stands for people of a likeness whom it does not name, the nearest first; null where
 * one is open to them.
 */
export function strangerWays(
  facts: AccessFacts,
  likeness: string,
  shared: SharedAnswers,
): readonly StrangerWay[] | null {
  const { strangers } = crossroadsOf(facts.tracks, shared);
  let ways = strangers.get(likeness);
  if (ways === undefined) {
    ways = findStrangerWays(facts, shared);
    strangers.set(likeness, ways);
  }
  return ways;
}

function findStrangerWays(
  facts: AccessFacts,
  shared: SharedAnswers,
): readonly StrangerWay[] | null {
  const ways: StrangerWay[] = [];
  for (const track of facts.tracks) {
    const { states } = wayOn(facts, track, [], shared.day, shared);
    const reasons = states.filter(isShut);
    if (reasons.length === 0) return null;
    ways.push({ track, status: shutStatus(states), until: null, reasons });
  }
  return ways.sort((a, b) => Number(isNearer(b, a)) - Number(isNearer(a, b)));
}

function crossroadsOf(tracks: readonly Track[], { crossroads }: SharedAnswers): Crossroads {
  let known = crossroads.get(tracks);
  if (known === undefined) {
    known = { named: byName(tracks), strangers: new Map() };
    crossroads.set(tracks, known);
  }
  return known;
}

function byName(tracks: readonly Track[]): Crossroads["named"] {
  const named = new Map<string, Track[]>();
  for (const track of tracks) {
    for (const [personId, namings] of track.people) {
      if (namings.length === 0) continue;
      const ways = named.get(personId);
      if (ways) ways.push(track);
      else named.set(personId, [track]);
    }
  }
  return named;
}
