import type { Day } from "../dates/day";

/** A unit of the catalogue, or one of the team's own. */
export interface KnownUnit {
  id: string;
  archive: string;
  code: string;
  /** Title and short title of its data set. */
  title: string;
  shortTitle: string;
  version: string | null;
  dac: string | null;
  accessClass: string;
  policy: string | null;
  consentCode: string | null;
}

/** An approval that nobody ended, its last day over or not. */
export interface KnownGrant {
  id: string;
  decidedOn: Day;
  endsOn: Day | null;
  confirmedOn: Day | null;
}

export interface KnownItem {
  id: string;
  unitId: string;
  personId: string | null;
  step: string;
  stepSince: Day;
  archiveNumber: string | null;
  grant: KnownGrant | null;
}

export interface KnownRequest {
  id: string;
  number: number;
  archive: string;
  lifecycle: string;
  title: string;
  archiveNumber: string | null;
  version: number;
  items: readonly KnownItem[];
}

export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
}

export interface KnownIdentity {
  personId: string;
  scheme: string;
  key: string;
}

export interface KnownQualification {
  id: string;
  personId: string;
  type: string;
  step: string;
  stepSince: Day;
  startsOn: Day | null;
  completedOn: Day | null;
  version: number;
}

/** What the team knows, as far as an import may touch it. */
export interface TeamState {
  units: readonly KnownUnit[];
  requests: readonly KnownRequest[];
  people: readonly KnownPerson[];
  identities: readonly KnownIdentity[];
  qualifications: readonly KnownQualification[];
}

/** The same by what it is looked up with, so that 50 000 lines are compared in one go. */
export interface IndexedState {
  unit: ReadonlyMap<string, KnownUnit>;
  /** By archive and code. */
  unitByCode: ReadonlyMap<string, KnownUnit>;
  /** By archive, version and folded title or short title. */
  unitsByTitle: ReadonlyMap<string, readonly KnownUnit[]>;
  /** By archive and the beginning of the code, and by archive and the first word of the title. */
  unitsLike: ReadonlyMap<string, readonly KnownUnit[]>;
  request: ReadonlyMap<string, KnownRequest>;
  /** By archive and the archive's number. */
  requestsByNumber: ReadonlyMap<string, readonly KnownRequest[]>;
  requestsByUnit: ReadonlyMap<string, readonly KnownRequest[]>;
  requestsOf: ReadonlyMap<string, readonly KnownRequest[]>;
  person: ReadonlyMap<string, KnownPerson>;
  personByEmail: ReadonlyMap<string, KnownPerson>;
  peopleByName: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Whose an account is, by scheme and key. */
  holder: ReadonlyMap<string, string>;
  /** Schemes and persons that have an account. */
  hasAccount: ReadonlySet<string>;
  /** By person and type, newest first. */
  qualifications: ReadonlyMap<string, readonly KnownQualification[]>;
}

/** Prepares what is known for lookup. */
export function indexState(state: TeamState): IndexedState {
  return {
    unit: byId(state.units),
    unitByCode: new Map(state.units.map((unit) => [join(unit.archive, unit.code), unit])),
    unitsByTitle: grouped(state.units, (unit) =>
      [...new Set([unit.title, unit.shortTitle])].map((title) =>
        join(unit.archive, unit.version ?? "", folded(title)),
      ),
    ),
    unitsLike: grouped(state.units, (unit) => [
      join(unit.archive, "code", stemOf(unit.code)),
      join(unit.archive, "word", firstWord(unit.title)),
    ]),
    request: byId(state.requests),
    requestsByNumber: grouped(state.requests, ({ archive, archiveNumber }) =>
      archiveNumber === null ? [] : [join(archive, archiveNumber)],
    ),
    requestsByUnit: grouped(state.requests, ({ items }) => [
      ...new Set(items.map(({ unitId }) => unitId)),
    ]),
    requestsOf: grouped(state.requests, ({ archive }) => [archive]),
    person: byId(state.people),
    personByEmail: new Map(
      state.people.flatMap((person) =>
        person.email === null ? [] : [[person.email.toLowerCase(), person]],
      ),
    ),
    peopleByName: grouped(state.people, ({ name }) => [folded(name)]),
    holder: new Map(state.identities.map((one) => [join(one.scheme, one.key), one.personId])),
    hasAccount: new Set(state.identities.map((one) => join(one.scheme, one.personId))),
    qualifications: grouped(
      state.qualifications.toSorted((a, b) => (a.stepSince < b.stepSince ? 1 : -1)),
      ({ personId, type }) => [join(personId, type)],
    ),
  };
}

/** Parts of a key; no part holds the sign between them. */
export function join(...parts: readonly string[]): string {
  return parts.join("\u001f");
}

/** A name or title without case, accents and the signs between words. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The part of a code that names the study or project. */
export function stemOf(code: string): string {
  return code.split(/[./]/)[0] ?? code;
}

/** The first word of a title, folded. */
export function firstWord(title: string): string {
  return folded(title).split(" ")[0] ?? "";
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function grouped<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}
