import type { Day } from "../dates/day";
import { firstShutDay, gateOn, gatesOn, isShut } from "./ask-gates";
import { dayBefore } from "./day-steps";
import type { AccessFacts, Naming, Track } from "./facts";
import type { At, GateState, SharedAnswers } from "./gate-state";
import { endsLater } from "./holding";
import { isConfirmed } from "./status";
import type { Verdict } from "./verdict";

/** One way to the unit on one day, with how every gate stands. */
export interface Way {
  at: At;
  states: readonly GateState[];
}

/** A way that is open on its day, to the day before `before`; null where no end is known. */
export interface OpenWay extends Way {
  before: Day | null;
}

const NO_TRACK: readonly null[] = [null];
const NOT_NAMED: readonly Naming[] = [];

/** Each way to the unit; without any, the unit itself, to which all that is personal still applies. */
export function waysOn(facts: AccessFacts, day: Day, shared?: SharedAnswers): Way[] {
  const tracks: readonly (Track | null)[] = facts.tracks.length > 0 ? facts.tracks : NO_TRACK;
  return tracks.map((track) => {
    const namings = track?.people.get(facts.person.id) ?? NOT_NAMED;
    return wayOn(facts, track, namings, day, shared);
  });
}

/** One way to the unit for whoever is named so on it. */
export function wayOn(
  facts: AccessFacts,
  track: Track | null,
  namings: readonly Naming[],
  day: Day,
  shared?: SharedAnswers,
): Way {
  const at = { facts, track, namings, day, unitId: facts.unit.id, shared };
  return { at, states: gatesOn(at) };
}

/** Of the ways that are open the one that ends last, of equals the confirmed; undefined: none is. */
export function longestWay(ways: readonly Way[]): OpenWay | undefined {
  let longest: OpenWay | undefined;
  for (const { at, states } of ways) {
    if (states.some(isShut)) continue;
    const way = { at, states, before: firstShutDay(at, states) };
    if (longest === undefined || isLonger(way, longest)) longest = way;
  }
  return longest;
}

function isLonger(a: OpenWay, b: OpenWay): boolean {
  if (a.before !== b.before) return endsLater(a.before, b.before);
  return isConfirmed(a.states) && !isConfirmed(b.states);
}

/**
 * The last stretch of access that is open by `way`: where it ends while another way is open, access
 * goes on by that one.
 */
export function lastWay(way: OpenWay): OpenWay {
  const { facts } = way.at;
  let last = way;
  while (last.before !== null && facts.tracks.length > 1) {
    const next = longestWay(waysOn(facts, last.before));
    if (next === undefined) break;
    last = next;
  }
  return last;
}

/** The gate that is the first to shut at the end of a way, with what it rested on the day before. */
export function gateAtEnd({ at, before }: OpenWay): Verdict["endsBy"] {
  if (before === null) return null;
  const shut = gatesOn({ ...at, day: before }).find(isShut);
  if (shut === undefined) return null;
  const last = gateOn(shut.gate, { ...at, day: dayBefore(before) });
  return { gate: shut.gate, claim: last.is === "met" ? last.claim : null };
}
