import type { Gate } from "../archives/gate";
import { archiveByCode } from "../archives/index";
import type { AccessFacts, AccessUnitFacts, PersonFacts, TeamFacts, Track } from "./facts";

/** The ways to one unit, those for everybody named apart from each person's own. */
interface UnitTracks {
  shared: readonly Track[];
  own: ReadonlyMap<string, readonly Track[]>;
}

/** What an archive asks for a unit, asked once. */
interface Asked {
  gates: readonly Gate[];
  rulesKnown: boolean;
}

/** A team's facts laid out so that those of a pair are found without a search. */
export interface FactsIndex {
  team: TeamFacts;
  asked: ReadonlyMap<AccessUnitFacts, Asked>;
  tracks: ReadonlyMap<string, UnitTracks>;
  /** Codes of units that somebody signed for themselves, by person, archive and project. */
  signed: ReadonlyMap<string, readonly string[]>;
}

const NO_TRACKS: readonly Track[] = [];
const NO_CODES: readonly string[] = [];

/** Lays out a team's facts for `pairFacts`. Each unit's archive is asked for its gates once. */
export function indexFacts(team: TeamFacts): FactsIndex {
  return {
    team,
    asked: new Map(team.units.map((unit) => [unit, askedBy(unit, team)])),
    tracks: new Map([...team.tracks].map(([unitId, tracks]) => [unitId, byPerson(tracks)])),
    signed: signedBy(team),
  };
}

/**
 * What decides whether this person may open this unit: everything the team knows of the two, and
 * nothing of others. A unit that is not open and whose archive has no rules here has no gates, and
 * `rulesKnown` is false: `readiness` then answers `not_confirmed`, never `ready`.
 */
export function pairFacts(
  index: FactsIndex,
  person: PersonFacts,
  unit: AccessUnitFacts,
): AccessFacts {
  const { gates, rulesKnown } = index.asked.get(unit) ?? askedBy(unit, index.team);
  return {
    person,
    unit,
    institution: index.team.institution,
    tracks: tracksFor(index.tracks.get(unit.id), person.id),
    gates,
    rulesKnown,
    otherVersions: otherVersions(index, person, unit),
  };
}

function askedBy(unit: AccessUnitFacts, { rules }: TeamFacts): Asked {
  const archive = archiveByCode(unit.archive);
  if (!archive) return { gates: [], rulesKnown: unit.accessClass === "open" };
  return { gates: archive.gates(unit, rules.get(unit.archive) ?? {}), rulesKnown: true };
}

function byPerson(tracks: readonly Track[]): UnitTracks {
  const own = new Map<string, Track[]>();
  for (const track of tracks) {
    if (track.personId !== null) push(own, track.personId, track);
  }
  return { shared: tracks.filter(({ personId }) => personId === null), own };
}

function tracksFor(tracks: UnitTracks | undefined, personId: string): readonly Track[] {
  if (!tracks) return NO_TRACKS;
  const own = tracks.own.get(personId);
  if (!own) return tracks.shared;
  return tracks.shared.length === 0 ? own : [...tracks.shared, ...own];
}

/** Signed for themselves: on ways that are one person's own. In the order of the versions. */
function signedBy({ units, tracks }: TeamFacts): Map<string, string[]> {
  const signed = new Map<string, string[]>();
  for (const unit of units) {
    for (const { personId, approval } of tracks.get(unit.id) ?? NO_TRACKS) {
      if (personId === null || approval.claims.length === 0) continue;
      push(signed, projectKey(personId, unit), unit.code);
    }
  }
  for (const codes of signed.values()) {
    codes.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  }
  return signed;
}

/** Versions of one project have codes `<project>/<version>`. */
function projectKey(personId: string, { archive, code }: AccessUnitFacts): string {
  return `${personId} ${archive} ${code.slice(0, code.indexOf("/") + 1) || code}`;
}

function otherVersions(
  { signed }: FactsIndex,
  person: PersonFacts,
  unit: AccessUnitFacts,
): readonly string[] {
  const codes = signed.get(projectKey(person.id, unit));
  if (!codes) return NO_CODES;
  const others = codes.filter((code) => code !== unit.code);
  return others.length === codes.length ? codes : others;
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
