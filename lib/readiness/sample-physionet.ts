import { day } from "../dates/day";
import type { AccessUnitFacts, Holding } from "./facts";
import { claim, HELD, holding, type Pair, person, track, unit } from "./sample-facts";

/** For tests: version 3.1 of a credentialed project. */
export const version = (change: Partial<AccessUnitFacts> = {}) =>
  unit({
    ...{ archive: "physionet", id: "3.1", code: "mimiciv/3.1" },
    ...{ accessClass: "credentialed", policy: "credentialed" },
    ...change,
  });
export const restricted = version({ policy: "restricted", accessClass: "click_through_dua" });
export const contributor = version({ policy: "contributor_review", accessClass: "controlled" });

/** For tests: Ann, who has done everything that is asked of a person, and what differs. */
export const ann = (change: Record<string, Holding> = {}, lastDay: string | null = null) =>
  person("ann", {
    before: lastDay === null ? null : day(lastDay),
    identities: { physionet: change.physionet ?? HELD },
    qualifications: { physionet_credential: HELD, citi_data_only: HELD, ...change },
  });
export const annWith = (type: string, holding: Holding) => ann({ [type]: holding });
/** Somebody of whom nothing is recorded. */
export const bare = person("bob");

/** Ann's own way, with her signature or what she has instead of one. */
export const signed = (approval: Holding = HELD) => [track({ personId: "ann", approval })];

/** For tests: Ann, who may open version 3.1, and what differs. */
export const pair = (change: Partial<Pair> = {}): Pair => ({
  ...{ person: ann(), unit: version(), tracks: signed() },
  ...change,
});

/** A training that ends when its report says so. */
export const citi = (last: string) =>
  holding(claim("2023-06-15", last, { clock: "the report's own end" }));
