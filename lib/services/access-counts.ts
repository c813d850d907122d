import { isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { readTeamFacts } from "./access-facts";
import { judgeStatus } from "./access-verdicts";
import { inTeam } from "./transaction";

/** With more requests than these, all that decides on access is too much to read beside a list. */
const MOST_REQUESTS = 2_000;

/**
 * How many of the team's units each of these people may open today. It looks at every unit, so it is
 * asked for the people who are shown, beside the list and not within it; null for a team that has
 * very many requests, where each person's own page says it.
 */
export async function countOpenUnits(
  actor: Member,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number> | null> {
  authorise(actor, "access.read");
  const { teamId } = actor;
  const requests = await inTeam(actor, (tx) => tx.request.count({ where: { teamId } }));
  if (requests > MOST_REQUESTS) return null;
  const facts = await readTeamFacts(actor, { units: "ours", people: personIds });
  const statusOf = judgeStatus(facts, todayFor(actor));
  const counts = new Map(facts.people.map(({ id }) => [id, 0]));
  for (const unit of facts.units) {
    const statusFor = statusOf(unit);
    for (const person of facts.people) {
      if (isOpen({ status: statusFor(person) })) {
        counts.set(person.id, (counts.get(person.id) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** How many people may open each of these units today. */
export async function countOpeners(
  actor: Member,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  authorise(actor, "access.read");
  if (unitIds.length === 0) return new Map();
  const facts = await readTeamFacts(actor, { units: unitIds });
  const statusOf = judgeStatus(facts, todayFor(actor));
  const asked = new Set(unitIds);
  return new Map(
    facts.units
      .filter(({ id }) => asked.has(id))
      .map((unit) => {
        const statusFor = statusOf(unit);
        const open = facts.people.filter((person) => isOpen({ status: statusFor(person) }));
        return [unit.id, open.length];
      }),
  );
}
