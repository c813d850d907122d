import type { Day } from "../dates/day";
import { isShut, nextChange, personAnswers } from "./ask-gates";
import { isCrossroads, strangerWays, waysNaming } from "./crossroads";
import { dayBefore } from "./day-steps";
import type { AccessFacts } from "./facts";
import type { SharedAnswers, Shut } from "./gate-state";
import { isNearer, type Nearness } from "./nearness";
import { openStatus, shutStatus } from "./status";
import { isStranger, strangersTo } from "./strangers";
import { lastWay, longestWay, type OpenWay, type Way, wayOn, waysOn } from "./tracks";
import { type AccessStatus, isOpen } from "./verdict";

/** What decides about a pair, before it is put in words. */
export interface Decision {
  status: AccessStatus;
  until: Day | null;
  /** The way that counts. */
  way: Way;
  /** Where access by it, and by those after it, ends; null: it is shut. */
  end: OpenWay | null;
  /** The shut gates of the way, in their order. */
  reasons: readonly Shut[];
}

const NO_REASONS: readonly Shut[] = [];

/** Whether it is open, until when, and by which of several ways: the best counts. */
export function decide(facts: AccessFacts, day: Day, shared?: SharedAnswers): Decision {
  return decideBy(waysOn(facts, day, shared));
}

function decideBy(ways: readonly Way[]): Decision {
  const open = longestWay(ways);
  return open === undefined ? nearestOf(ways) : openDecision(open);
}

/**
 * The status of `decide`, in half the time: it takes fewer days and no words. A unit is shut alike to
 * all people of one likeness whom no way to it names, which on a large team most are to most units.
 */
export function decideStatus(facts: AccessFacts, day: Day, shared?: SharedAnswers): AccessStatus {
  if (shared?.day !== day) return statusByWays(facts, day, shared);
  if (facts.tracks.length > 1) {
    return statusAtCrossroads(facts, shared) ?? statusByWays(facts, day, shared);
  }
  if (!isStranger(facts)) return statusByWays(facts, day, shared);
  const { likeness } = personAnswers(shared, facts);
  if (likeness === null) return statusByWays(facts, day, shared);
  const statuses = strangersTo(facts, shared);
  const known = statuses.get(likeness);
  if (known !== undefined) return known;
  const status = statusByWays(facts, day, shared);
  if (!isOpen({ status })) statuses.set(likeness, status);
  return status;
}

/** The status by several ways, of which those that do not name the person are known; null: it takes all. */
function statusAtCrossroads(facts: AccessFacts, shared: SharedAnswers): AccessStatus | null {
  if (!isCrossroads(facts)) return null;
  const { likeness } = personAnswers(shared, facts);
  const others = likeness === null ? null : strangerWays(facts, likeness, shared);
  if (others === null) return null;
  const { day } = shared;
  const own = waysNaming(facts, shared);
  // Most people are named on no way at all.
  if (own.length === 0 && others[0]) return others[0].status;
  const ways = own.map((track) => {
    return wayOn(facts, track, track.people.get(facts.person.id) ?? [], day, shared);
  });
  const open = longestWay(ways);
  if (open !== undefined) {
    const until = open.before && dayBefore(open.before);
    const status = openStatus(open.states, facts.rulesKnown, until, day);
    // Only where it ends soon does it matter by which way access goes on.
    return status === "ready_ending" ? null : status;
  }
  const other = others.find(({ track }) => !own.includes(track));
  const shut: Nearness[] = [...ways.map(shutDecision), ...(other ? [other] : [])];
  return shut.reduce((best, next) => (isNearer(next, best) ? next : best)).status;
}

function statusByWays(facts: AccessFacts, day: Day, shared?: SharedAnswers): AccessStatus {
  const ways = waysOn(facts, day, shared);
  const [way] = ways;
  if (way === undefined || ways.length > 1) return decideBy(ways).status;
  const { states } = way;
  if (states.some(isShut)) return shutStatus(states);
  // It ends no earlier than that; where that is not soon, the end itself does not matter.
  const change = nextChange(states);
  const status = openStatus(states, facts.rulesKnown, change && dayBefore(change), day);
  return status === "ready_ending" ? decideBy(ways).status : status;
}

function openDecision(way: OpenWay): Decision {
  const { at, states } = way;
  const end = lastWay(way);
  const until = end.before && dayBefore(end.before);
  const status = openStatus(states, at.facts.rulesKnown, until, at.day);
  return { status, until, way, end, reasons: NO_REASONS };
}

function nearestOf(ways: readonly Way[]): Decision {
  return ways.map(shutDecision).reduce(nearer);
}

function nearer(best: Decision, next: Decision): Decision {
  return isNearer(next, best) ? next : best;
}

function shutDecision(way: Way): Decision {
  const { states } = way;
  return {
    status: shutStatus(states),
    until: null,
    way,
    end: null,
    reasons: states.filter(isShut),
  };
}
