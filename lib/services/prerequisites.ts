import { ARCHIVES } from "../archives/index";
import { type Box, boxesOf } from "../people/boxes";
import type { HoldingState } from "../people/state";
import type { Member } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { todayFor } from "../team/today";
import { readIdentities, readQualifications, readRules } from "./access-rows";
import type { Tx } from "./transaction";

/** How many accounts and qualifications of a person are in a state today. */
export type HoldingCounts = Partial<Record<HoldingState, number>>;

/**
 * By person, how what is recorded of them stands today. What was never recorded is not there: that
 * takes looking at every unit, which the person's own page does.
 * @param people only these; absent: everybody
 * @param held only these schemes and types; absent: all
 */
export async function boxesOfPeople(
  tx: Tx,
  actor: Member,
  { people, held }: { people?: readonly string[]; held?: ReadonlySet<string> },
): Promise<ReadonlyMap<string, Box[]>> {
  const scope = { units: "ours", ...(people && { people }) } as const;
  const [identities, qualifications, stored] = await Promise.all([
    readIdentities(tx, actor, scope),
    readQualifications(tx, actor, scope),
    readRules(tx, actor),
  ]);
  const values = new Map(stored.map((each) => [each.archive, each.values]));
  const rules = new Map(
    ARCHIVES.map((archive) => [archive.code, ruleValues(archive, values.get(archive.code))]),
  );
  const isAsked = (id: string) => held?.has(id) ?? true;
  const accounts = Map.groupBy(
    identities.filter(({ scheme }) => isAsked(scheme)),
    ({ personId }) => personId,
  );
  const own = Map.groupBy(
    qualifications.filter(({ type }) => isAsked(type)),
    ({ personId }) => personId ?? "",
  );
  own.delete("");
  const shared = {
    wanted: new Set<string>(),
    rules,
    today: todayFor(actor),
    may: { waive: false },
  };
  return new Map(
    [...new Set([...accounts.keys(), ...own.keys()])].map((id) => [
      id,
      boxesOf({
        ...shared,
        identities: accounts.get(id) ?? [],
        qualifications: own.get(id) ?? [],
      }),
    ]),
  );
}

/** How many of these are in each state. */
export function countStates(boxes: readonly Box[]): HoldingCounts {
  const counts: HoldingCounts = {};
  for (const { standing } of boxes) counts[standing.state] = (counts[standing.state] ?? 0) + 1;
  return counts;
}
