import type { Day } from "../dates/day";
import { isShut } from "./ask-gates";
import { dayBefore } from "./day-steps";
import type { AccessFacts } from "./facts";
import type { At, GateState } from "./gate-state";
import { isNearer } from "./nearness";
import { reasonOf } from "./reason";
import { remarksOn } from "./remarks";
import { openStatus, shutStatus } from "./status";
import { gateAtEnd, lastWay, longestWay, type OpenWay, type Way, waysOn } from "./tracks";
import type { Held, Reason, Verdict } from "./verdict";

const NO_REASONS: readonly Reason[] = [];

/**
 * Whether one person may open one unit on a calendar day, until when, and every reason why not.
 * Pure and total: whatever is recorded gives exactly one status, and `reasons` is empty exactly when
 * the unit is open. Intervals are half open. Review statuses explain; they never open or shut. Of
 * several ways the best counts. The archives' conditions are `facts.gates`, each with its source.
 */
export function readiness(facts: AccessFacts, day: Day): Verdict {
  const ways = waysOn(facts, day);
  const open = longestWay(ways);
  return open === undefined ? nearestOf(ways) : openVerdict(open);
}

function openVerdict(way: OpenWay): Verdict {
  const { at, states } = way;
  const end = lastWay(way);
  const until = end.before && dayBefore(end.before);
  return {
    status: openStatus(states, at.facts.rulesKnown, until, at.day),
    until,
    endsBy: gateAtEnd(end),
    reasons: NO_REASONS,
    held: heldBy(states),
    remarks: remarksOn(at, states, true),
    track: at.track,
  };
}

function nearestOf(ways: readonly Way[]): Verdict {
  return ways.map(shutVerdict).reduce(nearer);
}

function nearer(best: Verdict, next: Verdict): Verdict {
  return isNearer(next, best) ? next : best;
}

function shutVerdict({ at, states }: Way): Verdict {
  return {
    status: shutStatus(states),
    until: null,
    endsBy: null,
    reasons: reasonsBy(states, at),
    held: heldBy(states),
    remarks: remarksOn(at, states, false),
    track: at.track,
  };
}

function reasonsBy(states: readonly GateState[], at: At): Reason[] {
  const reasons: Reason[] = [];
  for (const state of states) if (isShut(state)) reasons.push(reasonOf(state, at));
  return reasons;
}

function heldBy(states: readonly GateState[]): Held[] {
  const held: Held[] = [];
  for (const state of states) {
    if (state.is === "met" && state.claim !== null) {
      held.push({ gate: state.gate, claim: state.claim });
    }
  }
  return held;
}
