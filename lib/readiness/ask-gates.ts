import type { Gate } from "../archives/gate";
import type { Day } from "../dates/day";
import type { AccessFacts, Holding } from "./facts";
import {
  type Answers,
  type At,
  earlier,
  type GateState,
  type PersonAnswers,
  type SharedAnswers,
  type Shut,
} from "./gate-state";
import { heldGateOn } from "./held-gates";
import { countryOn, filesOn, memberOn, namedGateOn } from "./plain-gates";
import { likenessOf } from "./strangers";

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
  const { gates } = at.facts;
  const shared = at.shared?.day === at.day ? at.shared : undefined;
  const ofPerson = shared ? personAnswers(shared, at.facts).states : NO_ANSWERS;
  const ofWay = shared ? wayAnswers(shared, at) : NO_ANSWERS;
  return gates.map((gate, i) => ofPerson[i] ?? ofWay[i] ?? gateOn(gate, at));
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

/** The next day on which the answer of a gate may change; null: none ever will. */
export function nextChange(states: readonly GateState[]): Day | null {
  let next: Day | null = null;
  for (const state of states) if (state.is !== "shut") next = earlier(next, state.before);
  return next;
}

const NO_ANSWERS: Answers = [];

/** What was found of this person for the units with these gates, found now if need be. */
export function personAnswers({ people, day }: SharedAnswers, facts: AccessFacts): PersonAnswers {
  const { gates, person } = facts;
  let known = people.get(gates);
  if (known === undefined) {
    known = new Map();
    people.set(gates, known);
  }
  let answers = known.get(person);
  if (answers === undefined) {
    const at = { facts, track: null, namings: [], day, unitId: facts.unit.id };
    const states = gates.map((gate) => (asksPersonAlone(gate, at) ? gateOn(gate, at) : null));
    answers = { states, likeness: likenessOf(gates, states) };
    known.set(person, answers);
  }
  return answers;
}

/** Whether the answer is the same for each unit that has this gate, on each way to it. */
function asksPersonAlone(gate: Gate, { facts: { person } }: At): boolean {
  switch (gate.kind) {
    case "member":
    case "country":
      return true;
    case "identity":
      return gate.functions === undefined && isForAll(person.identities.get(gate.scheme));
    case "qualification":
      return (
        gate.holder === "person" &&
        gate.functions === undefined &&
        gate.agreedFrom === undefined &&
        isForAll(person.qualifications.get(gate.type))
      );
    default:
      return false;
  }
}

function isForAll(holding: Holding | undefined): boolean {
  return (
    holding === undefined ||
    holding.claims.every((claim) => claim.unitId === undefined && claim.requestId === undefined)
  );
}

function wayAnswers({ ways }: SharedAnswers, at: At): Answers {
  const { facts, track } = at;
  // Nobody else is on it.
  if (track?.personId) return NO_ANSWERS;
  const way = track ?? facts.unit;
  let answers = ways.get(way);
  if (answers === undefined) {
    answers = facts.gates.map((gate) => (asksWayAlone(gate) ? gateOn(gate, at) : null));
    ways.set(way, answers);
  }
  return answers;
}

/** Whether the answer is the same for everybody on the way. A missing signature knows of the person's others. */
function asksWayAlone(gate: Gate): boolean {
  switch (gate.kind) {
    case "files":
    case "agreement":
      return true;
    case "approval":
      return gate.decidedBy === "archive";
    case "qualification":
      return gate.holder === "institution" && gate.functions === undefined;
    default:
      return false;
  }
}
