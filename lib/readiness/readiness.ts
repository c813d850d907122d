import type { Day } from "../dates/day";
import { decide, decideStatus } from "./decision";
import type { AccessFacts } from "./facts";
import type { At, GateState, SharedAnswers, Shut } from "./gate-state";
import { reasonOf } from "./reason";
import { remarksOn } from "./remarks";
import { gateAtEnd } from "./tracks";
import type { AccessStatus, Held, Reason, Verdict } from "./verdict";

/**
 * Whether one person may open one unit on a calendar day, until when, and every reason why not.
 * Pure and total: whatever is recorded gives exactly one status, and `reasons` is empty exactly when
 * the unit is open. Intervals are half open. Review statuses explain; they never open or shut. Of
 * several ways the best counts. The archives' conditions are `facts.gates`, each with its source.
 * @param shared what was found for other pairs of the same team on the same day, to be gone on with
 */
export function readiness(facts: AccessFacts, day: Day, shared?: SharedAnswers): Verdict {
  const { status, until, way, end, reasons } = decide(facts, day, shared);
  const { at, states } = way;
  return {
    status,
    until,
    endsBy: end && gateAtEnd(end),
    reasons: reasonsBy(reasons, at),
    held: heldBy(states),
    remarks: remarksOn(at, states, end !== null),
    track: at.track,
  };
}

/** The status of `readiness` alone, where nobody reads the rest. */
export function statusOn(facts: AccessFacts, day: Day, shared?: SharedAnswers): AccessStatus {
  return decideStatus(facts, day, shared);
}

function reasonsBy(shut: readonly Shut[], at: At): Reason[] {
  const reasons: Reason[] = [];
  for (const state of shut) reasons.push(reasonOf(state, at));
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
