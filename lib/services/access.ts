import { z } from "zod";
import { type Day, isDay } from "../dates/day";
import { notFound } from "../errors";
import type { AccessFilter } from "../readiness/access-query";
import type { AccessCell, AccessMatrix, UnitAccess } from "../readiness/access-view";
import { bestDoor } from "../readiness/doors";
import type { PersonFacts } from "../readiness/facts";
import { letterOf } from "../readiness/status-letter";
import { ACCESS_STATUSES, type AccessStatus, isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import {
  type AccessUnit,
  type LoadedFacts,
  loadTeamFacts,
  readPeopleAndUnits,
} from "./access-facts";
import { filtered, isHere } from "./access-filtered";
import { lettersOn } from "./access-letters";
import type { Letters } from "./access-remembered";
import { readDoors } from "./access-rows";
import { cellOf, type Judged, judge, judgeStatus, readProofs, shownUnit } from "./access-verdicts";
import { inTeam } from "./transaction";

/**
 * Who may open what: every person and unit of the filter with one letter for the verdict. A filter
 * by state leaves the people and units that have it somewhere.
 */
export async function accessMatrix(actor: Member, filter: AccessFilter): Promise<AccessMatrix> {
  authorise(actor, "access.read");
  const on = filter.on ?? todayFor(actor);
  const scope = { units: filter.units };
  const letters = await lettersOn(actor, { ...scope, on });
  const named = await inTeam(actor, (tx) => readPeopleAndUnits(tx, actor, scope));
  return matrixOf(letters, filtered(named, filter, on), filter.state);
}

/** What joined the team since the letters were worked out shows with the next ones. */
function matrixOf(
  letters: Letters,
  named: { people: readonly PersonFacts[]; units: readonly AccessUnit[] },
  state: AccessStatus | undefined,
): AccessMatrix {
  const units = named.units.filter(({ id }) => letters.places.has(id));
  const people = named.people.filter(({ id }) => letters.rows.has(id));
  const places = units.map(({ id }) => letters.places.get(id) ?? 0);
  const rows = people.map(({ id }) => {
    const row = letters.rows.get(id) ?? "";
    return places.map((place) => row[place]).join("");
  });
  return withState(
    {
      on: letters.on,
      people: people.map(({ id, name }) => ({ id, name })),
      units: units.map(shownUnit),
      rows,
      counts: countsOf(rows),
    },
    state,
  );
}

function countsOf(rows: readonly string[]): Record<AccessStatus, number> {
  const byLetter = new Map<string, number>();
  for (const row of rows) {
    for (const letter of row) byLetter.set(letter, (byLetter.get(letter) ?? 0) + 1);
  }
  const counts = ACCESS_STATUSES.map((status) => [status, byLetter.get(letterOf(status)) ?? 0]);
  return Object.fromEntries(counts);
}

function withState(matrix: AccessMatrix, state: AccessStatus | undefined): AccessMatrix {
  if (!state) return matrix;
  const letter = letterOf(state);
  const { people, units, rows } = matrix;
  const columns = units.flatMap((_, at) => (rows.some((row) => row[at] === letter) ? [at] : []));
  const kept = people.flatMap((_, at) => (rows[at]?.includes(letter) ? [at] : []));
  return {
    ...matrix,
    people: people.filter((_, at) => kept.includes(at)),
    units: units.filter((_, at) => columns.includes(at)),
    rows: kept.map((at) => columns.map((column) => rows[at]?.[column]).join("")),
  };
}

/** Throws NOT_FOUND for what cannot be an id or a day, before PostgreSQL refuses it. */
function requirePair(ids: readonly string[], on: string): asserts on is Day {
  const [what] = ids.filter((id) => !z.uuid().safeParse(id).success);
  if (what !== undefined || !isDay(on)) throw notFound("person or access unit");
}

/**
 * All that is known of one person and one unit on a day: until when and by what, or every reason why
 * not; what it rests on, with the documents. Throws NOT_FOUND for a person of another team, and for
 * a unit that nobody has to ask for.
 */
export async function accessCell(
  actor: Member,
  input: { personId: string; unitId: string; on: Day },
): Promise<AccessCell> {
  authorise(actor, "access.read");
  const { personId, unitId, on } = input;
  requirePair([personId, unitId], on);
  return inTeam(actor, async (tx) => {
    const facts = await loadTeamFacts(tx, actor, { units: [unitId], people: [personId] });
    const [person] = facts.people;
    const unit = facts.units.find(({ id }) => id === unitId);
    if (!person || !unit) throw notFound("person or access unit");
    const judged = judge(facts, on)(person, unit);
    const proofs = await readProofs(tx, actor, [judged]);
    return cellOf(judged, { on, names: facts.names, proofs });
  });
}

/** What one person may open of all that the team has anything to do with. Throws NOT_FOUND. */
export async function personAccess(
  actor: Member,
  personId: string,
  on: Day,
): Promise<{ person: { id: string; name: string }; cells: readonly AccessCell[] }> {
  authorise(actor, "access.read");
  requirePair([personId], on);
  return inTeam(actor, async (tx) => {
    const facts = await loadTeamFacts(tx, actor, { units: "ours", people: [personId] });
    const [person] = facts.people;
    if (!person) throw notFound("person");
    const verdictOf = judge(facts, on);
    const judged = facts.units.map((unit) => verdictOf(person, unit));
    const around = { on, names: facts.names, proofs: await readProofs(tx, actor, judged) };
    return {
      person: { id: person.id, name: person.name },
      cells: judged.map((each) => cellOf(each, around)),
    };
  });
}

/**
 * All that is known of each of these people and each of these units on a day: of every person every
 * unit, in the order asked for. People of other teams and units that nobody has to ask for are left
 * out. Throws NOT_FOUND for what cannot be an id.
 */
export async function accessCells(
  actor: Member,
  input: { personIds: readonly string[]; unitIds: readonly string[]; on: Day },
): Promise<AccessCell[]> {
  authorise(actor, "access.read");
  const { on, unitIds, personIds } = input;
  requirePair([...personIds, ...unitIds], on);
  if (personIds.length === 0 || unitIds.length === 0) return [];
  return inTeam(actor, async (tx) => {
    const scope = { units: [...new Set(unitIds)], people: [...new Set(personIds)] };
    const facts = await loadTeamFacts(tx, actor, scope);
    const verdictOf = judge(facts, on);
    const judged = scope.people.flatMap((personId) => {
      const person = facts.people.find(({ id }) => id === personId);
      const units = scope.units.flatMap((id) => facts.units.find((unit) => unit.id === id) ?? []);
      return person ? units.map((unit) => verdictOf(person, unit)) : [];
    });
    const around = { on, names: facts.names, proofs: await readProofs(tx, actor, judged) };
    return judged.map((each) => cellOf(each, around));
  });
}

/** Who may open each of these units on a day, by unit id; nobody for a unit that does not exist. */
export async function openTo(
  actor: Member,
  unitIds: readonly string[],
  on: Day,
): Promise<Record<string, { id: string; name: string }[]>> {
  authorise(actor, "access.read");
  requirePair(unitIds, on);
  const facts = await inTeam(actor, (tx) => loadTeamFacts(tx, actor, { units: [...unitIds] }));
  const statusOf = judgeStatus(facts, on);
  return Object.fromEntries(
    facts.units.map((unit) => {
      const statusFor = statusOf(unit);
      const open = facts.people.filter((person) => isOpen({ status: statusFor(person) }));
      return [unit.id, open.map(({ id, name }) => ({ id, name }))];
    }),
  );
}

/**
 * Everybody's access to one unit, and which other door to the same study serves them better: its
 * data set as another archive has it. Throws NOT_FOUND for a unit that nobody has to ask for.
 */
export async function unitAccess(actor: Member, unitId: string, on: Day): Promise<UnitAccess> {
  authorise(actor, "access.read");
  requirePair([unitId], on);
  return inTeam(actor, async (tx) => {
    const doorIds = await readDoors(tx, unitId);
    const facts = await loadTeamFacts(tx, actor, { units: [unitId, ...doorIds] });
    const unit = facts.units.find(({ id }) => id === unitId);
    if (!unit) throw notFound("access unit");
    const doors = facts.units.filter(({ id }) => doorIds.includes(id));
    const lines = linesOf(facts, unit, doors, on);
    const proofs = await readProofs(
      tx,
      actor,
      lines.map(({ own }) => own),
    );
    const around = { on, names: facts.names, proofs };
    return {
      unit: shownUnit(unit),
      on,
      doors: doors.map(shownUnit),
      people: lines.map(({ own, better }) => ({
        cell: cellOf(own, around),
        betterDoor: better && cellOf(better, around),
      })),
    };
  });
}

/** Who is on the team that day, or may open the unit all the same; with the door that is better. */
function linesOf(
  facts: LoadedFacts,
  unit: AccessUnit,
  doors: readonly AccessUnit[],
  on: Day,
): { own: Judged; better: Judged | null }[] {
  const verdictOf = judge(facts, on);
  return facts.people.flatMap((person) => {
    const own = verdictOf(person, unit);
    if (!isHere(person, on) && !isOpen(own.verdict)) return [];
    const best = bestDoor([own, ...doors.map((door) => verdictOf(person, door))]);
    return [{ own, better: best && best !== own ? best : null }];
  });
}
