import type { UnitFacts } from "../form";
import type { Lifecycle } from "../lifecycle";
import { CONTRIBUTOR } from "./lifecycle-contributor";
import { CREDENTIALED } from "./lifecycle-credentialed";
import { RESTRICTED } from "./lifecycle-restricted";

export const LIFECYCLES: readonly Lifecycle[] = [RESTRICTED, CREDENTIALED, CONTRIBUTOR];

/** The lifecycle of a version, by PhysioNet's access policy; where it is not known, by its class. */
export function lifecycleOf({ policy, accessClass }: UnitFacts): string {
  if (policy === "contributor_review") return CONTRIBUTOR.id;
  if (policy === "restricted") return RESTRICTED.id;
  if (policy === "credentialed") return CREDENTIALED.id;
  if (accessClass === "controlled") return CONTRIBUTOR.id;
  return accessClass === "click_through_dua" ? RESTRICTED.id : CREDENTIALED.id;
}
