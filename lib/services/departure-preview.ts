import { createHash } from "node:crypto";
import { addDays, type Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { invalid } from "../errors";
import { type DeparturePlan, departurePlan, mayTakeOver, type TeamMate } from "../people/departure";
import { accessChange } from "../people/lapses";
import type { AccessCell, ShownUnit } from "../readiness/access-view";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { loadTeamFacts } from "./access-facts";
import { cellOf, shownUnit } from "./access-verdicts";
import { loadCopies } from "./copy-rows";
import { type LoadedDeparture, loadDeparture } from "./departure-facts";
import type { Tx } from "./transaction";

/** Everything that somebody's leaving on a day brings, before it is carried out. */
export interface DeparturePreview extends DeparturePlan {
  person: TeamMate & { version: number };
  /** What closes, to whom, as it is on the day after. */
  lapses: readonly AccessCell[];
  /** What stays open to the person, since access there is their own. */
  stays: readonly ShownUnit[];
  /** The open copies of data that the person put somewhere, oldest first. */
  copies: readonly LeftCopy[];
  /** Who may take something over, by name. */
  candidates: readonly { id: string; name: string }[];
  /** Stands for all of it: the same facts give the same hash, other facts another one. */
  planHash: string;
}

/** A copy that somebody leaves behind. */
export interface LeftCopy {
  id: string;
  what: string;
  place: string;
  /** The number of its request; null where that is not known. */
  number: number | null;
}

/** A preview with the rows that it was made from. */
export interface SeenDeparture {
  loaded: LoadedDeparture;
  preview: DeparturePreview;
}

/**
 * Reads what follows if somebody's last day is `lastDay`; writes nothing.
 * @throws AppError NOT_FOUND; INVALID at `lastDay` when it comes before the person's first day
 */
export async function readPreview(
  tx: Tx,
  actor: Member,
  { personId, lastDay }: { personId: string; lastDay: Day },
): Promise<SeenDeparture> {
  const loaded = await loadDeparture(tx, actor, { personId, lastDay });
  const { person, facts } = loaded;
  if (lastDay < person.startsOn) {
    const first = formatDay(person.startsOn);
    throw invalid("lastDay", `${person.name} joins on ${first}; the last day cannot come before.`);
  }
  const today = todayFor(actor);
  const plan = departurePlan(facts, lastDay, today);
  const access = await readAccess(tx, actor, personId, lastDay);
  const candidates = facts.team
    .filter((mate) => mayTakeOver(mate, personId, lastDay, today))
    .map(({ id, name }) => ({ id, name }));
  const copies = await readCopies(tx, actor, personId);
  const shown = { person, ...plan, ...access, copies, candidates };
  return { loaded, preview: { ...shown, planHash: hashOf(shown) } };
}

async function readCopies(tx: Tx, actor: Member, putById: string): Promise<LeftCopy[]> {
  const open = await loadCopies(tx, actor, { putById, destroyedOn: null });
  return open.map(({ id, what, place, request }) => ({
    ...{ id, what, place, number: request?.number ?? null },
  }));
}

async function readAccess(tx: Tx, actor: Member, personId: string, lastDay: Day) {
  const team = await loadTeamFacts(tx, actor, { units: "ours" });
  const units = new Map(team.units.map((unit) => [unit.id, unit]));
  const { lapses, stays } = accessChange(team, personId, lastDay);
  const around = { on: addDays(lastDay, 1), names: team.names, proofs: new Map() };
  return {
    lapses: lapses.flatMap(({ facts, verdict }) => {
      const unit = units.get(facts.unit.id);
      return unit ? [cellOf({ unit, facts, verdict, isLookedUp: false }, around)] : [];
    }),
    stays: stays.flatMap((id) => units.get(id) ?? []).map(shownUnit),
  };
}

/** Of access only what the page says of it: what closes to whom and why, not what it rested on. */
function hashOf({ lapses, stays, ...rest }: Omit<DeparturePreview, "planHash">): string {
  const access = lapses.map(({ person, unit, status, reasons }) => [
    ...[person.id, unit.id, status],
    reasons.map(({ code, what }) => [code, what]),
  ]);
  const text = JSON.stringify([rest, access, stays.map(({ id }) => id)]);
  return createHash("sha256").update(text).digest("hex");
}
