import { ARCHIVES } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import { addDays, type Day, day } from "../dates/day";
import type {
  AccessFacts,
  AccessUnitFacts,
  Claim,
  Holding,
  Naming,
  Pending,
  PersonFacts,
  Ref,
  TeamFacts,
  Track,
} from "./facts";
import { indexFacts, pairFacts } from "./pair";
import type { Verdict } from "./verdict";

/** For tests: facts in few words. Last days are inclusive, as people say them. */

export const MADE_ON = day("2024-01-01");

/** Held from a day to its last one, or without end. */
export function claim(
  from: string,
  last: string | null = null,
  change: Partial<Claim> = {},
): Claim {
  return {
    ref: { kind: "qualification", id: `from-${from}` },
    from: day(from),
    before: last === null ? null : addDays(day(last), 1),
    end: last === null ? null : "clock",
    proof: null,
    ...change,
  };
}

/** Held from a day until somebody took it back, closed it or replaced it on another one. */
export function taken(from: string, on: string, end: Claim["end"] = "revoked"): Claim {
  return { ...claim(from), before: day(on), end };
}

export function holding(...claims: Claim[]): Holding {
  return { claims, pending: null };
}

/** Held since long ago and without end. */
export const HELD = holding(claim(MADE_ON));
export const NOTHING: Holding = { claims: [], pending: null };

/** Something under way, beside what is held. */
export function waiting(
  status: Pending["status"],
  waitingOn: Pending["waitingOn"],
  claims: readonly Claim[] = [],
): Holding {
  const ref: Ref = { kind: "qualification", id: "pending" };
  return { claims, pending: { ref, status, label: status, waitingOn, since: day("2026-06-01") } };
}

interface PersonChange extends Partial<Omit<PersonFacts, "identities" | "qualifications">> {
  identities?: Record<string, Holding>;
  qualifications?: Record<string, Holding>;
}

export function person(id: string, change: PersonChange = {}): PersonFacts {
  const { identities = {}, qualifications = {}, ...rest } = change;
  return {
    ...{ id, name: id, from: MADE_ON, before: null, country: "NL" },
    ...rest,
    identities: new Map(Object.entries(identities)),
    qualifications: new Map(Object.entries(qualifications)),
  };
}

export function unit(change: Partial<AccessUnitFacts> & { archive: string }): AccessUnitFacts {
  return {
    ...{ id: "unit", code: "unit", accessClass: "controlled", policy: null, consentCode: null },
    ...{ trainings: [], deprecatedOn: null, embargoUntil: null },
    ...change,
  };
}

export function track(change: Partial<Track> = {}): Track {
  return {
    request: { id: "request", number: 7, ownerId: "owner" },
    ...{ agreementId: null, personId: null, approval: HELD, agreement: NOTHING },
    ...{ people: new Map(), lead: null },
    ...change,
  };
}

/** Named in a function, from the beginning or for a time; `last` is inclusive. */
export function named(
  functions: Record<string, Naming["function"] | Naming[]>,
): ReadonlyMap<string, readonly Naming[]> {
  return new Map(
    Object.entries(functions).map(([id, as]) => [
      id,
      typeof as === "string" ? [{ function: as, from: null, before: null }] : as,
    ]),
  );
}

/** The rules that archives have before a team decides. */
function initialRules(): Map<string, RuleValues> {
  return new Map(
    ARCHIVES.map(({ code, rules }) => [
      code,
      Object.fromEntries(rules.map(({ id, initial }) => [id, initial])),
    ]),
  );
}

export function team(change: Partial<TeamFacts>): TeamFacts {
  return {
    ...{ people: [], units: [], institution: new Map(), tracks: new Map() },
    rules: initialRules(),
    ...change,
  };
}

export interface Pair {
  person: PersonFacts;
  unit: AccessUnitFacts;
  tracks?: readonly Track[];
  institution?: Record<string, Holding>;
  /** Of the unit's archive. */
  rules?: RuleValues;
  /** What else the team has to do with, by unit. */
  others?: readonly { unit: AccessUnitFacts; tracks: readonly Track[] }[];
}

/** The facts of one pair, in a team that has nothing else but `others`. */
export function factsOf({ person, unit, tracks = [], ...rest }: Pair): AccessFacts {
  const { institution = {}, rules = {}, others = [] } = rest;
  const all = initialRules();
  all.set(unit.archive, { ...all.get(unit.archive), ...rules });
  const facts = team({
    people: [person],
    units: [unit, ...others.map((other) => other.unit)],
    institution: new Map(Object.entries(institution)),
    tracks: new Map([[unit.id, tracks], ...others.map((o) => [o.unit.id, o.tracks] as const)]),
    rules: all,
  });
  return pairFacts(indexFacts(facts), person, unit);
}

/** A verdict in one line: status, last day, and `gate: code` of each reason. */
export function inShort({ status, until, reasons }: Verdict): string {
  const why = reasons.map(({ gate, code }) => `${gate.id}: ${code}`);
  return [status, ...(until === null ? [] : [`until ${until}`]), ...why].join(", ");
}

/** The days around a day, for boundaries: -1, 0 and 1 beside it. */
export function around(text: string): [Day, Day, Day] {
  const middle = day(text);
  return [addDays(middle, -1), middle, addDays(middle, 1)];
}
