import { createHash } from "node:crypto";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import { isOpen } from "../readiness/verdict";
import { compareRoster, type RosterPerson, type RosterVerdict } from "../rosters/compare";
import type { NewRoster, RosterTasks } from "../rosters/forms";
import { MOST_MEMBERS, readRoster } from "../rosters/read-roster";
import { rosterTask } from "../rosters/task";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { loadTeamFacts } from "./access-facts";
import { isHere } from "./access-filtered";
import { judge } from "./access-verdicts";
import { once } from "./commands";
import { record } from "./events";
import { openDuty } from "./open-duty";
import { type RosterView, readRosterRows } from "./roster-rows";
import { inTeam, type Tx } from "./transaction";

/** How long a task about a line may take: our own figure, no archive names one. */
const TASK_DAYS = 7;
const LISTED = 200;

/** A list in the overview, with how many lines have which verdict. */
export interface RosterLineCount {
  id: string;
  place: string;
  takenOn: Day;
  createdBy: string;
  counts: Record<RosterVerdict, number>;
}

/** The lists that were compared, the newest first, 200 at most. */
export async function listRosters(actor: Member): Promise<RosterLineCount[]> {
  authorise(actor, "roster.read");
  return inTeam(actor, async (tx) => {
    const { teamId } = actor;
    const rows = await tx.roster.findMany({
      where: { teamId },
      orderBy: [{ takenOn: "desc" }, { createdAt: "desc" }, { id: "asc" }],
      take: LISTED,
    });
    const counted = await tx.rosterEntry.groupBy({
      by: ["rosterId", "verdict"],
      where: { teamId, rosterId: { in: rows.map(({ id }) => id) } },
      _count: { _all: true },
    });
    return rows.map(({ id, place, takenOn, createdBy }) => {
      const counts = { expected: 0, missing: 0, extra: 0, unknown: 0 };
      for (const row of counted) {
        if (row.rosterId === id) counts[row.verdict as RosterVerdict] = row._count._all;
      }
      return { id, place, takenOn: dayFromColumn(takenOn), createdBy, counts };
    });
  });
}

/** One list with its lines and the tasks made of them. Throws NOT_FOUND. */
export async function getRoster(actor: Member, id: string): Promise<RosterView> {
  authorise(actor, "roster.read");
  return inTeam(actor, (tx) => readRosterRows(tx, actor, id));
}

/**
 * Compares a list of members with who may open the data on the day on which it was taken, and keeps
 * the answer. The same form sent twice keeps one.
 * @throws AppError INVALID at `takenOn` for a day to come, at `list` where nobody is on it, at
 *   `unitIds` for data that nobody asks for; NOT_FOUND for foreign ids
 */
export async function compareList(actor: Member, input: NewRoster): Promise<{ id: string }> {
  authorise(actor, "roster.record");
  const { teamId } = actor;
  const { place, takenOn, list } = input;
  if (takenOn > todayFor(actor)) throw invalid("takenOn", "This day is still to come.");
  const lines = readRoster(list);
  if (lines.length === 0) throw invalid("list", "There is nobody on this list.");
  if (lines.length > MOST_MEMBERS) {
    throw invalid("list", `It names ${lines.length} members; at most 5000 are compared at a time.`);
  }
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const unitIds = [...new Set(input.unitIds)];
      const people = await readPeople(tx, actor, unitIds, takenOn);
      const compared = compareRoster(lines, people);
      const sha256 = createHash("sha256").update(list).digest("hex");
      const { id } = await tx.roster.create({
        data: {
          ...{ teamId, place, takenOn: dayToColumn(takenOn), sha256 },
          ...{ createdBy: actor.name, createdAt: actor.now },
        },
        select: { id: true },
      });
      await tx.rosterUnit.createMany({
        data: unitIds.map((unitId) => ({ teamId, rosterId: id, unitId })),
      });
      await tx.rosterEntry.createMany({
        data: compared.map((line, position) => ({ ...line, teamId, rosterId: id, position })),
      });
      const count = (verdict: RosterVerdict) =>
        compared.filter((line) => line.verdict === verdict).length;
      await record(tx, actor, {
        ...{ action: "roster.compared", subjectType: "roster", subjectId: id },
        data: {
          ...{ name: place, on: takenOn, sha256, missing: count("missing"), extra: count("extra") },
          ...{ unknown: count("unknown"), expected: count("expected") },
        },
      });
      return { id };
    }),
  );
}

async function readPeople(
  tx: Tx,
  actor: Member,
  unitIds: string[],
  on: Day,
): Promise<RosterPerson[]> {
  const { teamId } = actor;
  const facts = await loadTeamFacts(tx, actor, { units: unitIds });
  // They come with the other units of their data sets, of which the list says nothing.
  const asked = facts.units.filter(({ id }) => unitIds.includes(id));
  if (asked.length < unitIds.length) {
    const known = await tx.accessUnit.count({ where: { id: { in: unitIds } } });
    if (known < unitIds.length) throw notFound("access unit");
    throw invalid("unitIds", "Some of these data are open to everybody; choose gated ones only.");
  }
  const named = await tx.person.findMany({
    where: { teamId },
    select: {
      ...{ id: true, name: true, email: true, user: { select: { email: true } } },
      identities: { select: { value: true, key: true } },
    },
  });
  const keys = new Map(
    named.map(({ id, name, email, user, identities }) => [
      id,
      [name, email, user?.email, ...identities.flatMap(({ value, key }) => [value, key])].flatMap(
        (key) => (key ? [key.toLowerCase()] : []),
      ),
    ]),
  );
  const verdictOf = judge(facts, on);
  return facts.people.map((person) => ({
    ...{ id: person.id, name: person.name, keys: keys.get(person.id) ?? [] },
    isHere: isHere(person, on),
    access: asked.map((unit) => {
      const { verdict } = verdictOf(person, unit);
      return { unit: unit.code, status: verdict.status, isOpen: isOpen(verdict) };
    }),
  }));
}

/**
 * Makes a task of each of these lines, for one person to look after; a line that has one keeps it.
 * @throws AppError NOT_FOUND; INVALID at `positions` for a line that is as expected
 */
export async function makeRosterTasks(
  actor: Member,
  input: RosterTasks,
): Promise<{ made: number }> {
  authorise(actor, "roster.record");
  const { teamId } = actor;
  const { rosterId, ownerId } = input;
  return inTeam(actor, async (tx) => {
    const roster = await readRosterRows(tx, actor, rosterId);
    const owner = await tx.person.findFirst({ where: { id: ownerId, teamId } });
    if (!owner) throw notFound("person");
    const positions = new Set(input.positions);
    const lines = roster.lines.filter(({ position }) => positions.has(position));
    if (lines.length < positions.size) throw notFound("line");
    if (lines.some(({ verdict }) => verdict === "expected")) {
      throw invalid("positions", "Who is as expected needs no task; choose other lines.");
    }
    const dueOn = addDays(todayFor(actor), TASK_DAYS);
    const fresh = lines.filter(({ task }) => task === null);
    for (const line of fresh) {
      await openDuty(tx, actor, {
        ...{ subject: `roster:${rosterId}:${line.position}`, kind: `roster_${line.verdict}` },
        ...{
          what: rosterTask(line, roster.place),
          ownerId,
          personId: line.person?.id ?? null,
          dueOn,
        },
        rule: `The day of the task plus ${TASK_DAYS} days, which is our own figure.`,
        source: "Gatebook: comparison of a list of members with the team's records",
      });
    }
    return { made: fresh.length };
  });
}
