import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import { type RosterReason, type RosterVerdict, rosterReason } from "../rosters/compare";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** A line of a list with its verdict, and the task made of it. */
export interface RosterViewLine {
  position: number;
  value: string;
  person: { id: string; name: string } | null;
  verdict: RosterVerdict;
  reason: RosterReason;
  task: { state: string; dueOn: Day; owner: string } | null;
}

/** A list as its page shows it. */
export interface RosterView {
  id: string;
  place: string;
  takenOn: Day;
  createdBy: string;
  sha256: string;
  units: { id: string; code: string; title: string }[];
  lines: RosterViewLine[];
}

/** Reads a list with its lines in order. Throws NOT_FOUND. */
export async function readRosterRows(tx: Tx, actor: Member, id: string): Promise<RosterView> {
  const { teamId } = actor;
  const roster = await tx.roster.findFirst({
    where: { id, teamId },
    include: {
      units: { include: { unit: { include: { dataset: { select: { shortTitle: true } } } } } },
      entries: {
        orderBy: { position: "asc" },
        include: { person: { select: { id: true, name: true } } },
      },
    },
  });
  if (!roster) throw notFound("list");
  const prefix = `roster:${id}:`;
  const duties = await tx.obligation.findMany({
    where: { teamId, subject: { startsWith: prefix } },
    select: { subject: true, state: true, dueOn: true, owner: { select: { name: true } } },
  });
  const tasks = new Map(
    duties.map(({ subject, state, dueOn, owner }) => [
      Number(subject.slice(prefix.length)),
      { state, dueOn: dayFromColumn(dueOn), owner: owner.name },
    ]),
  );
  const { place, takenOn, createdBy, sha256, units, entries } = roster;
  return {
    ...{ id, place, takenOn: dayFromColumn(takenOn), createdBy, sha256 },
    units: units.map(({ unit }) => ({
      ...{ id: unit.id, code: unit.code, title: unit.dataset.shortTitle },
    })),
    lines: entries.map(({ position, value, person, verdict, reason }) => ({
      ...{ position, value, person, verdict: verdict as RosterVerdict },
      reason: rosterReason.parse(reason),
      task: tasks.get(position) ?? null,
    })),
  };
}
