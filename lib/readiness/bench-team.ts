import type { Archive } from "../archives/archive";
import type { Gate } from "../archives/gate";
import { ARCHIVES } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day, day } from "../dates/day";
import type {
  AccessUnitFacts,
  Claim,
  Holding,
  Naming,
  PersonFacts,
  Ref,
  TeamFacts,
  Track,
} from "./facts";

/** The day around which the made-up team's facts lie. */
export const BENCH_DAY = day("2026-06-15");

const CLASSES = ["credentialed", "controlled", "controlled", "click_through_dua"] as const;
const CONSENTS = ["GRU", "HMB-IRB-MDS", "DS-CA-NPU"] as const;
const FUNCTIONS: readonly PersonFunction[] = [
  "internal_collaborator",
  "authorised_personnel",
  "downloader",
  "external_collaborator",
  "supervised",
];

/** A stream of numbers from 0 to 1, the same in each run: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = ReturnType<typeof numbers>;

function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[Math.floor(draw() * from.length)] as T;
}

/** The days around the bench's own, the one at `REACH` being that one. */
const REACH = 1_000;
const DAYS = Array.from({ length: 2 * REACH }, (_, i) => addDays(BENCH_DAY, i - REACH));

function near(draw: Draw, first: number, last: number): Day {
  return DAYS[Math.floor(REACH + first + draw() * (last - first))] as Day;
}

let made = 0;
function claimOf(draw: Draw, kind: Ref["kind"], before: Day | null): Claim {
  made += 1;
  const from = near(draw, -700, -400);
  const proof = draw() < 0.8 ? `document-${made}` : null;
  const end = before && (draw() < 0.9 ? "clock" : "revoked");
  return { ref: { kind, id: `${kind}-${made}` }, from, before, end, proof, agreedOn: from };
}

/** A first claim that ends soon or has ended, sometimes renewed, sometimes with a renewal in review. */
function holdingOf(draw: Draw, kind: Ref["kind"]): Holding {
  if (draw() < 0.1) return { claims: [], pending: null };
  if (draw() < 0.3) return { claims: [claimOf(draw, kind, null)], pending: null };
  const before = near(draw, -100, 300);
  const old = claimOf(draw, kind, before);
  const renewed = { ...claimOf(draw, kind, near(draw, 300, 700)), from: before };
  const since = near(draw, -40, 0);
  const pending: Holding["pending"] = {
    ref: old.ref,
    status: "in_review",
    label: "In review",
    waitingOn: "archive",
    since,
  };
  return draw() < 0.4
    ? { claims: [old, renewed], pending: null }
    : { claims: [old], pending: draw() < 0.5 ? pending : null };
}

function unitOf(draw: Draw, archive: Archive, index: number): AccessUnitFacts {
  return {
    id: `unit-${index}`,
    archive: archive.code,
    code: `set-${Math.floor(index / 3)}/${index % 3}.0`,
    accessClass: pick(draw, CLASSES),
    policy: null,
    consentCode: pick(draw, CONSENTS),
    trainings: [],
    deprecatedOn: draw() < 0.05 ? near(draw, -50, 50) : null,
    embargoUntil: null,
  };
}

function personOf(draw: Draw, index: number, asked: readonly Gate[]): PersonFacts {
  const identities = new Map<string, Holding>();
  const qualifications = new Map<string, Holding>();
  for (const gate of asked) {
    if (gate.kind === "identity") identities.set(gate.scheme, holdingOf(draw, "identity"));
    if (gate.kind === "qualification" && gate.holder === "person") {
      qualifications.set(gate.type, holdingOf(draw, "qualification"));
    }
  }
  return {
    id: `person-${index}`,
    name: `Person ${index}`,
    from: near(draw, -900, -100),
    before: draw() < 0.1 ? near(draw, -60, 60) : null,
    country: pick(draw, ["NL", "US", "GB", "NP"]),
    identities,
    qualifications,
  };
}

function trackOf(draw: Draw, index: number, personId: string | null, lead: PersonFacts): Track {
  return {
    request: { id: `request-${index}`, number: index, ownerId: lead.id },
    agreementId: null,
    personId,
    approval: holdingOf(draw, "grant"),
    agreement: holdingOf(draw, "agreement"),
    people: new Map(),
    lead,
  };
}

function named(draw: Draw, people: readonly PersonFacts[]): ReadonlyMap<string, Naming[]> {
  const chosen = people.filter(() => draw() < 0.4);
  return new Map(
    chosen.map(({ id }) => [id, [{ function: pick(draw, FUNCTIONS), from: null, before: null }]]),
  );
}

function tracksOf(draw: Draw, archive: Archive, index: number, people: readonly PersonFacts[]) {
  const lead = pick(draw, people);
  if (archive.itemPerPerson) {
    return people
      .filter(() => draw() < 0.4)
      .map((person) => trackOf(draw, index, person.id, person));
  }
  const count = draw() < 0.2 ? 2 : 1;
  return Array.from({ length: count }, () => ({
    ...trackOf(draw, index, null, lead),
    people: named(draw, people),
  }));
}

/**
 * A made-up team in which four in ten people are on each unit's way, the same in each run. Units
 * are shared out among all gated archives; what people hold is what those archives' gates ask.
 */
export function benchTeam(size: { people: number; units: number }): TeamFacts {
  const draw = numbers(20260615);
  const archives = Array.from({ length: size.units }, () => pick(draw, ARCHIVES));
  const units = archives.map((archive, index) => unitOf(draw, archive, index));
  const rules = new Map(
    ARCHIVES.map(({ code, rules }) => [
      code,
      Object.fromEntries(rules.map(({ id, initial }) => [id, initial])),
    ]),
  );
  const asked = units.flatMap((unit, i) => archives[i]?.gates(unit, rules.get(unit.archive) ?? {}));
  const gates = asked.filter((gate) => gate !== undefined);
  const people = Array.from({ length: size.people }, (_, i) => personOf(draw, i, gates));
  const types = gates.flatMap((gate) =>
    gate.kind === "qualification" && gate.holder === "institution" ? [gate.type] : [],
  );
  return {
    people,
    units,
    institution: new Map(types.map((type) => [type, holdingOf(draw, "qualification")])),
    tracks: new Map(
      units.map((unit, i) => [unit.id, tracksOf(draw, archives[i] as Archive, i, people)]),
    ),
    rules,
  };
}
