import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import { compareList, getRoster, listRosters, makeRosterTasks } from "./rosters";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B asks for the member lists of team A. */
export const TRESPASS_ON_ROSTERS: Record<string, Call[]> = {
  "rosters compareList": [
    (b, a) =>
      compareList(b.lead, {
        ...{ commandId: randomUUID(), place: "Mine", takenOn: day("2026-11-20"), list: "eve" },
        unitIds: [a.ownUnitId],
      }),
  ],
  "rosters getRoster": [(b, a) => getRoster(b.lead, a.rosterId)],
  "rosters makeRosterTasks": [
    (b, a) =>
      makeRosterTasks(b.lead, {
        ...{ rosterId: a.rosterId, positions: [0], ownerId: b.lead.personId },
      }),
  ],
};

/** For tests: what team B sees of its own. */
export const OWN_ROSTERS: Record<string, Call> = {
  "rosters listRosters": (b) => listRosters(b.lead),
};
