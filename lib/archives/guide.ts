import { ACCESS_CLASSES, isGated } from "../catalogue/access-class";
import type { Archive } from "./archive";
import type { Gate } from "./gate";

/**
 * The conditions of access to what follows a lifecycle, as they are before a team sets any rule of
 * its own: those of a plain unit of that kind. Empty where no unit follows it.
 */
export function gatesOfLifecycle(archive: Archive, lifecycle: string): readonly Gate[] {
  const rules = Object.fromEntries(archive.rules.map(({ id, initial }) => [id, initial]));
  const plain = ACCESS_CLASSES.filter(isGated)
    .toReversed()
    .map((accessClass) => ({
      ...{ code: "", accessClass, policy: null, consentCode: null, trainings: [] },
      ...{ deprecatedOn: null, embargoUntil: null },
    }))
    .find((unit) => archive.lifecycleOf(unit) === lifecycle);
  return plain ? archive.gates(plain, rules) : [];
}
