import type { Lifecycle, UnitFacts } from "../archive";
import { MOVES } from "./credentialed-moves";
import { STEPS } from "./credentialed-steps";
import { CONTRIBUTOR } from "./lifecycle-contributor";
import { RESTRICTED } from "./lifecycle-restricted";

/** Credentialed data: a vetted person, a training, and the signature of one version. */
const CREDENTIALED: Lifecycle = {
  id: "physionet-credentialed",
  name: "PhysioNet, credentialed",
  initial: "draft",
  steps: STEPS,
  moves: MOVES,
};

export const LIFECYCLES: readonly Lifecycle[] = [RESTRICTED, CREDENTIALED, CONTRIBUTOR];

/** The lifecycle of a version, by PhysioNet's access policy; where it is not known, by its class. */
export function lifecycleOf({ policy, accessClass }: UnitFacts): string {
  if (policy === "contributor_review") return CONTRIBUTOR.id;
  if (policy === "restricted") return RESTRICTED.id;
  if (policy === "credentialed") return CREDENTIALED.id;
  if (accessClass === "controlled") return CONTRIBUTOR.id;
  return accessClass === "click_through_dua" ? RESTRICTED.id : CREDENTIALED.id;
}
