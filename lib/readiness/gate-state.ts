import type { Gate } from "../archives/gate";
import type { Day } from "../dates/day";
import type {
  AccessFacts,
  AccessUnitFacts,
  Claim,
  Naming,
  Pending,
  PersonFacts,
  Track,
} from "./facts";
import type { Scope } from "./holding";
import type { Nearness } from "./nearness";
import type { AccessStatus, ReasonCode } from "./verdict";

/** Where a gate is asked: for these facts, on this way to the unit, on this day. */
export interface At extends Scope {
  facts: AccessFacts;
  track: Track | null;
  /** How the person is named on this way, ever. */
  namings: readonly Naming[];
  day: Day;
  /** What was found out already for other units; absent: nothing. */
  shared?: SharedAnswers | undefined;
}

/** Met at least until the day before `before`; on that day it must be asked again. */
export interface Met {
  is: "met";
  gate: Gate;
  /** What it rests on; null where nothing need be recorded. */
  claim: Claim | null;
  before: Day | null;
  /** A renewal that has its reviewers meanwhile. */
  renewal: Pending | null;
  /** False for an approval that nobody saw at the archive for too long. */
  isConfirmed: boolean;
}

/** It does not apply to this person on that day, at least until the day before `before`. */
export interface Exempt {
  is: "exempt";
  gate: Gate;
  before: Day | null;
}

export interface Shut {
  is: "shut";
  gate: Gate;
  code: ReasonCode;
  /** See `Reason.on`. */
  on: Day | null;
  pending: Pending | null;
  /** What held last; null where nothing ever did. */
  over: Claim | null;
}

/** How a gate stands. */
export type GateState = Met | Exempt | Shut;

/** How the gates of a list stand, in their order; null where that takes more to know. */
export type Answers = readonly (GateState | null)[];

/**
 * What was found for some pairs of a team on one day and is the same for others: about a person for
 * every unit with the same list of gates, and about a way to a unit for everybody on it.
 */
export interface SharedAnswers {
  day: Day;
  people: Map<readonly Gate[], Map<PersonFacts, PersonAnswers>>;
  /** By track; where there is none by unit. */
  ways: Map<Track | AccessUnitFacts, Answers>;
  /** Statuses of people whom the way does not name, by way and by likeness. */
  strangers: Map<Track | AccessUnitFacts, Map<string, AccessStatus>>;
  /** By the list of several ways to one unit. */
  crossroads: Map<readonly Track[], Crossroads>;
}

/** What was found of several ways to one unit. */
export interface Crossroads {
  /** The ways that name somebody, by person. */
  named: ReadonlyMap<string, readonly Track[]>;
  /** By likeness; null where a way is open to people whom it does not name. */
  strangers: Map<string, readonly StrangerWay[] | null>;
}

/** How a way is shut to people whom it does not name. */
export interface StrangerWay extends Nearness {
  track: Track;
}

export interface PersonAnswers {
  states: Answers;
  /** Equal for people who all get one status where no way names them; null: like nobody. */
  likeness: string | null;
}

/** Nothing found yet. Good for one `TeamFacts`, and of no use on other days. */
export function sharedAnswers(day: Day): SharedAnswers {
  return { day, people: new Map(), ways: new Map(), strangers: new Map(), crossroads: new Map() };
}

export function met(gate: Gate, before: Day | null): Met {
  return { is: "met", gate, claim: null, before, renewal: null, isConfirmed: true };
}

export function exempt(gate: Gate, before: Day | null): Exempt {
  return { is: "exempt", gate, before };
}

export function shut(
  gate: Gate,
  code: ReasonCode,
  on: Day | null,
  over: Claim | null = null,
  pending: Pending | null = null,
): Shut {
  return { is: "shut", gate, code, on, pending, over };
}

/** The earlier of two ends; null is no end at all. */
export function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
