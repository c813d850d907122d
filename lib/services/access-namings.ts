import { agreementNaming } from "../agreements/claims";
import type { Gate } from "../archives/gate";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays } from "../dates/day";
import type { Naming, Track } from "../readiness/facts";
import type { LinkedAgreement } from "./access-agreements";
import type { PersonRow, RequestRow } from "./access-rows";

/** How people are named on one way to a unit, by person. */
export type Namings = ReadonlyMap<string, readonly Naming[]>;

/** Nobody is named, where access is each person's own. */
export const NOBODY: Namings = new Map();

// A request leads to several units; its people are put together for the first of them.
const ALONE = new WeakMap<RequestRow["people"], Namings>();

/**
 * Who is named in which function. An agreement that names somebody says from when to when; whom
 * only the request names in a function is named in it for as long as the request says.
 */
export function namings(
  onRequest: RequestRow["people"],
  agreements: readonly LinkedAgreement[],
): Namings {
  if (agreements.length > 0) return namedBy(onRequest, agreements);
  const known = ALONE.get(onRequest) ?? namedBy(onRequest, agreements);
  ALONE.set(onRequest, known);
  return known;
}

function namedBy(onRequest: RequestRow["people"], agreements: readonly LinkedAgreement[]): Namings {
  const named = new Map<string, Naming[]>();
  const add = (personId: string, naming: Naming) => {
    const all = named.get(personId);
    if (all) all.push(naming);
    else named.set(personId, [naming]);
  };
  for (const agreement of agreements) {
    for (const person of agreement.people) {
      add(person.personId, agreementNaming(person, agreement));
    }
  }
  const unsaid = onRequest.filter(
    (each) => !named.get(each.personId)?.some((naming) => naming.function === each.function),
  );
  for (const { personId, function: held, from = null, before = null } of unsaid) {
    add(personId, { function: held as PersonFunction, from, before });
  }
  return named;
}

/** The holder of the function under whom everybody works; of several the one who stays longest. */
export function leadOf(
  gates: readonly Gate[],
  everybody: ReadonlyMap<string, PersonRow>,
  people: Namings,
): Track["lead"] {
  const under = gates.find((gate) => gate.kind === "named")?.under;
  if (under === undefined) return null;
  let lead: PersonRow | undefined;
  for (const [id, all] of people) {
    const person = everybody.get(id);
    if (!person || !all.some((naming) => naming.function === under)) continue;
    if (!lead || (person.endsOn ?? "9999") >= (lead.endsOn ?? "9999")) lead = person;
  }
  if (!lead) return null;
  const before = lead.endsOn && addDays(lead.endsOn, 1);
  return { id: lead.id, from: lead.startsOn, before };
}
