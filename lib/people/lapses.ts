import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day } from "../dates/day";
import type {
  AccessFacts,
  AccessUnitFacts,
  Naming,
  PersonFacts,
  TeamFacts,
  Track,
} from "../readiness/facts";
import { indexFacts, pairFacts } from "../readiness/pair";
import { readiness } from "../readiness/readiness";
import { isOpen, type Verdict } from "../readiness/verdict";

/** An access that is open on the last day and not on the day after, with the verdict of that day. */
interface Lapse {
  facts: AccessFacts;
  verdict: Verdict;
}

/** What somebody's leaving does to access. */
export interface AccessChange {
  lapses: readonly Lapse[];
  /** Units that stay open to the person, since access there is their own. */
  stays: readonly string[];
}

/** The verdict on a person and a unit on a day, with what it follows from. */
type Judge = (person: PersonFacts, unit: AccessUnitFacts, day: Day) => Lapse;

/**
 * What changes when somebody's last day is `lastDay`: everything that closes to them, and what
 * closes to others only because they work under this person. Every verdict is one of `readiness`;
 * people and units come in the order of the facts, which must hold everybody.
 */
export function accessChange(team: TeamFacts, personId: string, lastDay: Day): AccessChange {
  const leaver = team.people.find(({ id }) => id === personId);
  if (!leaver) return { lapses: [], stays: [] };
  const after = addDays(lastDay, 1);
  const isHere = judgeOf(withEnd(team, leaver, null));
  const isGone = judgeOf(withEnd(team, leaver, after));
  const lapses: Lapse[] = [];
  const stays: string[] = [];
  const isOpenTo = (judge: Judge, ...pair: Parameters<Judge>) => isOpen(judge(...pair).verdict);
  for (const unit of team.units) {
    if (isOpenTo(isHere, leaver, unit, lastDay)) {
      const gone = isGone(leaver, unit, after);
      if (isOpen(gone.verdict)) stays.push(unit.id);
      else lapses.push(gone);
    }
    const others = leads(team, unit, personId) ? team.people : [];
    for (const person of others) {
      const wasOpen = [lastDay, after].every((day) => isOpenTo(isHere, person, unit, day));
      if (person.id === personId || !wasOpen) continue;
      const gone = isGone(person, unit, after);
      if (!isOpen(gone.verdict)) lapses.push(gone);
    }
  }
  return { lapses, stays };
}

function judgeOf(team: TeamFacts): Judge {
  const index = indexFacts(team);
  const known = new Map(team.people.map((person) => [person.id, person]));
  return (person, unit, day) => {
    const facts = pairFacts(index, known.get(person.id) ?? person, unit);
    return { facts, verdict: readiness(facts, day) };
  };
}

function leads(team: TeamFacts, unit: AccessUnitFacts, personId: string): boolean {
  return (team.tracks.get(unit.id) ?? []).some(({ lead }) => lead?.id === personId);
}

/**
 * The facts as they are once somebody's last day is the one before `before` (null: they stay): their
 * time on the team, the namings that end with it, and who leads what.
 */
function withEnd(team: TeamFacts, leaver: PersonFacts, before: Day | null): TeamFacts {
  const people = team.people.map((person) => (person === leaver ? { ...person, before } : person));
  const units = new Map(team.units.map((unit) => [unit.id, unit]));
  const tracks = [...team.tracks].map(([unitId, all]) => {
    const unit = units.get(unitId);
    const under = unit && leadingFunction(unit, team);
    return [
      unitId,
      all.map((track) => trackWithEnd(track, leaver, before, people, under)),
    ] as const;
  });
  return { ...team, people, tracks: new Map(tracks) };
}

function leadingFunction(unit: AccessUnitFacts, { rules }: TeamFacts): PersonFunction | undefined {
  const gates = archiveByCode(unit.archive)?.gates(unit, rules.get(unit.archive) ?? {}) ?? [];
  return gates.find((gate) => gate.kind === "named")?.under;
}

function trackWithEnd(
  track: Track,
  leaver: PersonFacts,
  before: Day | null,
  people: readonly PersonFacts[],
  under: PersonFunction | undefined,
): Track {
  const namings = track.people.get(leaver.id);
  if (!namings) return track;
  const named = new Map(track.people).set(
    leaver.id,
    namings.map((naming) => namingWithEnd(naming, leaver.before, before)),
  );
  const lead = track.lead && under ? longestHolder(track, people, under) : track.lead;
  return { ...track, people: named, lead };
}

/**
 * A naming in an agreement lasts to the last day, or to an end of its own before it; one that ended
 * with the former last day moves with it. A request names people without an end.
 */
function namingWithEnd(naming: Naming, former: Day | null, before: Day | null): Naming {
  if (naming.from === null) return naming;
  const own = naming.before === former ? null : naming.before;
  return { ...naming, before: own !== null && (before === null || own < before) ? own : before };
}

/** Of several holders of a function the one who stays longest. */
function longestHolder(
  { people: named }: Track,
  people: readonly PersonFacts[],
  held: PersonFunction,
): Track["lead"] {
  const [first] = people
    .filter(({ id }) => named.get(id)?.some((naming) => naming.function === held))
    .toSorted((a, b) => (b.before ?? "9999").localeCompare(a.before ?? "9999"));
  return first ? { id: first.id, from: first.from, before: first.before } : null;
}
