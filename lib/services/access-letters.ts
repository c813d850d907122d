import type { Day } from "../dates/day";
import type { AccessFilter } from "../readiness/access-query";
import { letterOf } from "../readiness/status-letter";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { type LoadedFacts, readTeamFacts } from "./access-facts";
import { type Letters, rememberedLetters } from "./access-remembered";
import { judgeStatus } from "./access-verdicts";

/** Who of the team may open what on a day, everybody and every unit asked for, in letters. */
export function lettersOn(
  actor: Member,
  { units, on }: { units: AccessFilter["units"]; on: Day },
): Promise<Letters> {
  authorise(actor, "access.read");
  return rememberedLetters(actor, { units, on }, async () =>
    lettersOf(await readTeamFacts(actor, { units }), on),
  );
}

function lettersOf(facts: LoadedFacts, on: Day): Letters {
  const statusOf = judgeStatus(facts, on);
  const rows = new Map(facts.people.map(({ id }) => [id, ""]));
  for (const unit of facts.units) {
    const statusFor = statusOf(unit);
    for (const person of facts.people) {
      rows.set(person.id, rows.get(person.id) + letterOf(statusFor(person)));
    }
  }
  return { on, places: new Map(facts.units.map(({ id }, place) => [id, place])), rows };
}
