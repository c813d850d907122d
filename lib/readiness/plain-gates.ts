import type { CountryGate, FilesGate, MemberGate, NamedGate } from "../archives/gate";
import type { Day } from "../dates/day";
import { dayBefore } from "./day-steps";
import { type At, earlier, exempt, type GateState, met, shut } from "./gate-state";
import { namedAfter, namedBefore, namedOn } from "./namings";

/** Gates that ask nothing to be held: the files, the place on the team, the country, the name. */

export function filesOn(gate: FilesGate, { facts, day }: At): GateState {
  const { deprecatedOn, embargoUntil } = facts.unit;
  if (deprecatedOn !== null && deprecatedOn <= day) return shut(gate, "deprecated", deprecatedOn);
  if (embargoUntil !== null && day <= embargoUntil) return shut(gate, "embargoed", embargoUntil);
  return met(gate, deprecatedOn);
}

export function memberOn(gate: MemberGate, { facts, day }: At): GateState {
  const { from, before } = facts.person;
  if (day < from) return shut(gate, "not_joined", from);
  if (before !== null && before <= day) return shut(gate, "left", dayBefore(before));
  return met(gate, before);
}

export function countryOn(gate: CountryGate, { facts, day }: At): GateState {
  if (day < gate.from) return exempt(gate, gate.from);
  return gate.barred.includes(facts.person.country)
    ? shut(gate, "barred_country", gate.from)
    : met(gate, null);
}

/** Named, and under somebody who is on the team; who is not named is told that first. */
export function namedGateOn(gate: NamedGate, at: At): GateState {
  const naming = namedOn(gate.functions, at);
  if (naming !== null) {
    return gate.under === undefined ? met(gate, naming.before) : underLead(gate, naming.before, at);
  }
  const next = namedAfter(gate.functions, at);
  if (next !== null) return shut(gate, "not_yet", next);
  const gone = namedBefore(gate.functions, at);
  return shut(gate, "not_named", gone && dayBefore(gone));
}

function underLead(gate: NamedGate, before: Day | null, { track, day }: At): GateState {
  const lead = track?.lead ?? null;
  if (lead === null) return shut(gate, "missing", null);
  if (day < lead.from) return shut(gate, "not_yet", lead.from);
  if (lead.before !== null && lead.before <= day)
    return shut(gate, "lead_left", dayBefore(lead.before));
  return met(gate, earlier(before, lead.before));
}
