import type { Gate, GatedUnit } from "../archives/gate";
import type { Party, PersonFunction, ReviewStatus } from "../archives/lifecycle";
import type { RuleValues } from "../archives/qualification";
import type { Day } from "../dates/day";

/** What a fact is recorded as, to look it up and to prove it. */
export interface Ref {
  kind: "identity" | "qualification" | "grant" | "signature" | "agreement" | "person";
  id: string;
}

/**
 * Something that holds for a time. Intervals are half open: `from` is the first day on which it
 * holds, `before` the first on which it holds no longer, null while no end is known.
 */
export interface Claim {
  ref: Ref;
  from: Day;
  before: Day | null;
  /** What `before` stands for: time ran out, somebody took it back or closed it, a new one came. */
  end: "clock" | "revoked" | "closed" | "replaced" | null;
  /** What became of it after its time was over, where that is known: a lapsed approval closed out. */
  settled?: { on: Day; as: "revoked" | "closed" };
  /** Which of several clocks gives the end, in words: "the CITI report's own end". */
  clock?: string;
  /** The document that proves it; null: unproved. */
  proof: string | null;
  /** Held to be met although it is not there. */
  waived?: { by: string; why: string };
  /** For approvals: the day of the agreement that they rest on. */
  agreedOn?: Day;
  /** For approvals: when it was last seen at the archive, and the last day on which that is recent enough. */
  confirmed?: { on: Day; until: Day };
  /** A clock that ran or runs out but does not count under the team's rules. */
  uncounted?: { before: Day; clock: string };
  /** It counts for this unit only. */
  unitId?: string;
  /** It counts for this request only. */
  requestId?: string;
}

/** Something under way that holds nothing yet. */
export interface Pending {
  ref: Ref | { kind: "item"; id: string };
  status: ReviewStatus;
  /** The step in its users' words. */
  label: string;
  waitingOn: Party;
  since: Day;
}

/** All that is known of one thing that somebody should hold; claims in order of `from`. */
export interface Holding {
  claims: readonly Claim[];
  pending: Pending | null;
}

export interface PersonFacts {
  id: string;
  name: string;
  /** On the team from `from`, no longer from `before` on. */
  from: Day;
  before: Day | null;
  /** ISO 3166, two letters; empty where unknown. */
  country: string;
  /** By scheme. */
  identities: ReadonlyMap<string, Holding>;
  /** By type. */
  qualifications: ReadonlyMap<string, Holding>;
}

/** An access unit with what its archive's gates ask of it. */
export interface AccessUnitFacts extends GatedUnit {
  id: string;
  archive: string;
}

/** That somebody is named in a function, from a day, to a day. */
export interface Naming {
  function: PersonFunction;
  from: Day | null;
  before: Day | null;
}

/** One way to a unit: a request's item, or an agreement recorded without a request. */
export interface Track {
  request: { id: string; number: number; ownerId: string } | null;
  agreementId: string | null;
  /** The one person it is for, as at PhysioNet; null: whoever is named. */
  personId: string | null;
  /** Grants, permissions and signatures. */
  approval: Holding;
  agreement: Holding;
  people: ReadonlyMap<string, readonly Naming[]>;
  /** The person under whom everybody works, with the time on the team. */
  lead: { id: string; from: Day; before: Day | null } | null;
}

/** Everything that decides whether one person may open one unit. */
export interface AccessFacts {
  person: PersonFacts;
  unit: AccessUnitFacts;
  /** The institution's qualifications by type. */
  institution: ReadonlyMap<string, Holding>;
  /** Those that may serve this person. */
  tracks: readonly Track[];
  /** The archive's conditions for this unit under the team's settings. */
  gates: readonly Gate[];
  /** False where the unit is not open and nobody taught us its archive's conditions; `gates` is empty then. */
  rulesKnown: boolean;
  /** Other versions of the same project that this person has signed, at PhysioNet. */
  otherVersions: readonly string[];
}

/** Facts of a whole team, from which those of each pair are taken. */
export interface TeamFacts {
  people: readonly PersonFacts[];
  units: readonly AccessUnitFacts[];
  institution: ReadonlyMap<string, Holding>;
  /** By unit id. */
  tracks: ReadonlyMap<string, readonly Track[]>;
  /** By archive code. */
  rules: ReadonlyMap<string, RuleValues>;
}
