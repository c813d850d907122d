import { letterOf } from "../readiness/status-letter";
import { ACCESS_STATUSES, isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { lettersOn } from "./access-letters";

/** The letters of the verdicts that let somebody in. */
const OPEN = new Set(ACCESS_STATUSES.filter((status) => isOpen({ status })).map(letterOf));

/**
 * How many of the team's units each of these people may open today. It looks at all that decides on
 * access, so it is asked for beside the list and not within it.
 */
export async function countOpenUnits(
  actor: Member,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  authorise(actor, "access.read");
  if (personIds.length === 0) return new Map();
  const { rows } = await lettersOn(actor, { units: "ours", on: todayFor(actor) });
  return new Map(
    personIds.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [[id, [...row].filter((one) => OPEN.has(one)).length]];
    }),
  );
}

/** How many people may open each of these units of the team's today; beside the list, too. */
export async function countOpeners(
  actor: Member,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  authorise(actor, "access.read");
  if (unitIds.length === 0) return new Map();
  const { places, rows } = await lettersOn(actor, { units: "ours", on: todayFor(actor) });
  return new Map(
    unitIds.flatMap((id) => {
      const place = places.get(id);
      if (place === undefined) return [];
      return [[id, [...rows.values()].filter((row) => OPEN.has(row[place] ?? "")).length]];
    }),
  );
}
