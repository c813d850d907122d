import type { CountryGate, NamedGate } from "../archives/gate";
import type { Day } from "../dates/day";
import { dayBefore } from "./day-steps";
import { type At, earlier, exempt, type GateState, met, shut } from "./gate-state";
import { namedAfter, namedBefore, namedOn } from "./namings";

/** Gates that ask nothing to be held: the files, the place on the team, the country, the name. */

export function filesOn({ facts, day }: At): GateState {
  const { deprecatedOn, embargoUntil } = facts.unit;
  if (deprecatedOn !== null && deprecatedOn <= day) return shut("deprecated", deprecatedOn);
  if (embargoUntil !== null && day <= embargoUntil) return shut("embargoed", embargoUntil);
  return met(deprecatedOn);
}

export function memberOn({ facts, day }: At): GateState {
  const { from, before } = facts.person;
  if (day < from) return shut("not_joined", from);
  if (before !== null && before <= day) return shut("left", dayBefore(before));
  return met(before);
}

export function countryOn(gate: CountryGate, { facts, day }: At): GateState {
  if (day < gate.from) return exempt(gate.from);
  return gate.barred.includes(facts.person.country) ? shut("barred_country", gate.from) : met(null);
}

/** Named, and under somebody who is on the team; who is not named is told that first. */
export function namedGateOn(gate: NamedGate, at: At): GateState {
  const naming = namedOn(gate.functions, at);
  if (naming !== null) {
    return gate.under === undefined ? met(naming.before) : underLead(naming.before, at);
  }
  const next = namedAfter(gate.functions, at);
  if (next !== null) return shut("not_yet", next);
  const gone = namedBefore(gate.functions, at);
  return shut("not_named", gone && dayBefore(gone));
}

function underLead(before: Day | null, { track, day }: At): GateState {
  const lead = track?.lead ?? null;
  if (lead === null) return shut("missing", null);
  if (day < lead.from) return shut("not_yet", lead.from);
  if (lead.before !== null && lead.before <= day) return shut("lead_left", dayBefore(lead.before));
  return met(earlier(before, lead.before));
}
