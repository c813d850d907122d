import type { Gate } from "../archives/gate";
import type { Day } from "../dates/day";
import { type At, earlier, type GateState, type Shut } from "./gate-state";
import { heldGateOn } from "./held-gates";
import { countryOn, filesOn, memberOn, namedGateOn } from "./plain-gates";

/** How a gate stands. */
export function gateOn(gate: Gate, at: At): GateState {
  switch (gate.kind) {
    case "files":
      return filesOn(gate, at);
    case "member":
      return memberOn(gate, at);
    case "country":
      return countryOn(gate, at);
    case "named":
      return namedGateOn(gate, at);
    default:
      return heldGateOn(gate, at);
  }
}

/** How all gates stand, in their order. */
export function gatesOn(at: At): GateState[] {
  const states: GateState[] = [];
  for (const gate of at.facts.gates) states.push(gateOn(gate, at));
  return states;
}

export function isShut(state: GateState): state is Shut {
  return state.is === "shut";
}

/**
 * The first day after `at.day` on which a gate is shut, given that none is on that day; null where
 * none ever will be. Each round goes to the next day on which an answer may change.
 */
export function firstShutDay(at: At, states: readonly GateState[]): Day | null {
  let change = nextChange(states);
  while (change !== null) {
    const then = gatesOn({ ...at, day: change });
    if (then.some(isShut)) return change;
    change = nextChange(then);
  }
  return null;
}

function nextChange(states: readonly GateState[]): Day | null {
  let next: Day | null = null;
  for (const state of states) if (state.is !== "shut") next = earlier(next, state.before);
  return next;
}
