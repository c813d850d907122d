import { ARCHIVES } from "../archives/index";
import { boxesOf } from "../people/boxes";
import type { HoldingState } from "../people/state";
import type { Member } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { readIdentities, readQualifications, readRules } from "./access-rows";
import { inTeam } from "./transaction";

/** How many accounts and qualifications of a person are in a state today. */
export type HoldingCounts = Partial<Record<HoldingState, number>>;

/**
 * By person, how what is recorded of them stands today. What was never recorded is not counted:
 * that takes looking at every unit, which the person's own page does.
 */
export async function countPrerequisites(
  actor: Member,
): Promise<ReadonlyMap<string, HoldingCounts>> {
  authorise(actor, "person.read");
  const [identities, qualifications, stored] = await inTeam(actor, async (tx) => [
    await readIdentities(tx, actor, { units: "ours" }),
    await readQualifications(tx, actor, { units: "ours" }),
    await readRules(tx, actor),
  ]);
  const values = new Map(stored.map((each) => [each.archive, each.values]));
  const rules = new Map(
    ARCHIVES.map((archive) => [archive.code, ruleValues(archive, values.get(archive.code))]),
  );
  const accounts = Map.groupBy(identities, ({ personId }) => personId);
  const held = Map.groupBy(qualifications, ({ personId }) => personId ?? "");
  const people = [...new Set([...accounts.keys(), ...held.keys()])].filter((id) => id !== "");
  return new Map(
    people.map((id) => {
      const boxes = boxesOf({
        ...{ wanted: new Set<string>(), rules, today: todayFor(actor), may: { waive: false } },
        identities: accounts.get(id) ?? [],
        qualifications: held.get(id) ?? [],
      });
      const counts: HoldingCounts = {};
      for (const { standing } of boxes) counts[standing.state] = (counts[standing.state] ?? 0) + 1;
      return [id, counts];
    }),
  );
}
