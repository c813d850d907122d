import type { Gate } from "../archives/gate";
import type { Day } from "../dates/day";
import { type Asked, type At, earlier, type GateState, type Shut } from "./gate-state";
import { heldGateOn } from "./held-gates";
import { countryOn, filesOn, memberOn, namedGateOn } from "./plain-gates";

/** How a gate stands. */
export function gateOn(gate: Gate, at: At): GateState {
  switch (gate.kind) {
    case "files":
      return filesOn(at);
    case "member":
      return memberOn(at);
    case "country":
      return countryOn(gate, at);
    case "named":
      return namedGateOn(gate, at);
    default:
      return heldGateOn(gate, at);
  }
}

/** All gates' answers; each gate is asked once. */
export function askAll(at: At): Asked[] {
  const asked: Asked[] = [];
  for (const gate of at.facts.gates) asked.push({ gate, state: gateOn(gate, at) });
  return asked;
}

export function isShut(asked: Asked): asked is Asked<Shut> {
  return asked.state.is === "shut";
}

/** Whether no gate is shut. */
export function isAllOpen(asked: readonly Asked[]): boolean {
  for (const { state } of asked) if (state.is === "shut") return false;
  return true;
}

/**
 * The first day after `at.day` on which a gate is shut, given that none is on that day; null where
 * none ever will be. Each round goes to the next day on which an answer may change.
 */
export function firstShutDay(at: At, asked: readonly Asked[]): Day | null {
  let change = nextChange(asked);
  while (change !== null) {
    const then = askAll({ ...at, day: change });
    if (!isAllOpen(then)) return change;
    change = nextChange(then);
  }
  return null;
}

function nextChange(asked: readonly Asked[]): Day | null {
  let next: Day | null = null;
  for (const { state } of asked) if (state.is !== "shut") next = earlier(next, state.before);
  return next;
}
