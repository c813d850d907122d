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
  /** The project whose versions are signed one by one; null where nobody signs. */
  project: string | null;
}

/** A team's facts laid out so that those of a pair are found without a search. */
export interface FactsIndex {
  team: TeamFacts;
  asked: ReadonlyMap<AccessUnitFacts, Asked>;
  tracks: ReadonlyMap<string, UnitTracks>;
  /** Codes of the units that somebody signed for themselves, by project and person. */
  signed: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

const NO_TRACKS: readonly Track[] = [];
const NO_CODES: readonly string[] = [];

/** Lays out a team's facts for `pairFacts`. Each unit's archive is asked for its gates once. */
export function indexFacts(team: TeamFacts): FactsIndex {
  const oneList = gateLists();
  const asked = new Map(
    team.units.map((unit) => {
      const asks = askedBy(unit, team);
      return [unit, { ...asks, gates: oneList(asks.gates) }];
    }),
  );
  return {
    team,
    asked,
    tracks: new Map([...team.tracks].map(([unitId, tracks]) => [unitId, byPerson(tracks)])),
    signed: signedBy(team, asked),
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
  return pairsOf(index, unit)(person);
}

/** The same for one person after another, whose unit is looked up once. */
export function pairsOf(
  index: FactsIndex,
  unit: AccessUnitFacts,
): (person: PersonFacts) => AccessFacts {
  const { gates, rulesKnown, project } = index.asked.get(unit) ?? askedBy(unit, index.team);
  const { institution } = index.team;
  const tracks = index.tracks.get(unit.id);
  const signed = project === null ? undefined : index.signed.get(project);
  return (person) => ({
    person,
    unit,
    institution,
    tracks: tracksFor(tracks, person.id),
    gates,
    rulesKnown,
    otherVersions: otherVersions(signed?.get(person.id), unit),
  });
}

function askedBy(unit: AccessUnitFacts, { rules }: TeamFacts): Asked {
  const archive = archiveByCode(unit.archive);
  if (!archive) return { gates: [], rulesKnown: unit.accessClass === "open", project: null };
  const gates = archive.gates(unit, rules.get(unit.archive) ?? {});
  const isSigned = gates.some((gate) => gate.kind === "approval" && gate.decidedBy === "self");
  return { gates, rulesKnown: true, project: isSigned ? projectOf(unit) : null };
}

/** Units that ask for the same get the same list, which tells that what one person meets is met for all. */
function gateLists(): (gates: readonly Gate[]) => readonly Gate[] {
  const numbers = new Map<Gate | string, number>();
  const numberOf = (gate: Gate) => {
    const known = numbers.get(gate);
    if (known !== undefined) return known;
    // Archives may well make a gate anew for each unit.
    const text = JSON.stringify(gate);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number).set(gate, number);
    return number;
  };
  const lists = new Map<string, readonly Gate[]>();
  return (gates) => {
    const key = gates.map(numberOf).join();
    const known = lists.get(key) ?? gates;
    lists.set(key, known);
    return known;
  };
}

/** Versions of one project have codes `<project>/<version>`. */
function projectOf({ archive, code }: AccessUnitFacts): string {
  return `${archive} ${code.split("/")[0]}`;
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

const byVersion = new Intl.Collator("en", { numeric: true }).compare;

/** What each person signed, on ways that are their own; in the order of the versions. */
function signedBy({ units, tracks }: TeamFacts, asked: ReadonlyMap<AccessUnitFacts, Asked>) {
  const signed = new Map<string, Map<string, string[]>>();
  const inOrder = units.toSorted((a, b) => byVersion(a.code, b.code));
  for (const unit of inOrder) {
    const project = asked.get(unit)?.project ?? null;
    if (project === null) continue;
    const people = signed.get(project) ?? new Map<string, string[]>();
    signed.set(project, people);
    for (const { personId, approval } of tracks.get(unit.id) ?? NO_TRACKS) {
      if (personId !== null && approval.claims.length > 0) push(people, personId, unit.code);
    }
  }
  return signed;
}

function otherVersions(
  codes: readonly string[] | undefined,
  unit: AccessUnitFacts,
): readonly string[] {
  // Most have signed one version, and are asked about for each unit.
  if (codes === undefined || (codes.length === 1 && codes[0] === unit.code)) return NO_CODES;
  return codes.filter((code) => code !== unit.code);
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
