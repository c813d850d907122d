import type { Day } from "../dates/day";
import { isShut, nextChange, personAnswers } from "./ask-gates";
import { dayBefore } from "./day-steps";
import type { AccessFacts } from "./facts";
import type { SharedAnswers, Shut } from "./gate-state";
import { isNearer } from "./nearness";
import { openStatus, shutStatus } from "./status";
import { isStranger, strangersTo } from "./strangers";
import { lastWay, longestWay, type OpenWay, type Way, waysOn } from "./tracks";
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
  if (shared?.day !== day || !isStranger(facts)) return statusByWays(facts, day, shared);
  const { likeness } = personAnswers(shared, facts);
  if (likeness === null) return statusByWays(facts, day, shared);
  const statuses = strangersTo(facts, shared);
  const known = statuses.get(likeness);
  if (known !== undefined) return known;
  const status = statusByWays(facts, day, shared);
  if (!isOpen({ status })) statuses.set(likeness, status);
  return status;
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
