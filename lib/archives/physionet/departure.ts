import type { DepartureRules } from "../departure";
import { SOURCES } from "./sources";

/**
 * PhysioNet: access is the person's own and goes with them, so nobody is told; but the team's copy
 * is not theirs, and the agreement forbids sharing it with anybody else.
 */
export const DEPARTURE: DepartureRules = {
  duties: ({ approved, lastDay }) =>
    approved
      ? [
          {
            kind: "physionet_copies",
            effect: "destroy",
            what: "Remove the person from the team's copy of the data. Their own access at PhysioNet stays with them.",
            dueOn: lastDay,
            rule: "The last day: from then on the team would share its copy with somebody outside.",
            source: `${SOURCES.agreement} (no sharing of access); ${SOURCES.gates} (access is decided for each person)`,
          },
        ]
      : [],
  // Whoever joins signs for themselves; nobody is told.
  joins: () => [],
  handOver: () => ({
    how: "transfer",
    why: "Access at PhysioNet is personal, so responsibility in the team passes on freely. Whoever takes over signs for themselves.",
  }),
};
