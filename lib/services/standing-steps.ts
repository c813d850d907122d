import { Prisma } from "@/prisma/client/client";
import { OURS, PRESSING } from "../requests/lifecycle";

/**
 * The step that tells where each request stands, as SQL: that of its most pressing item, with since
 * when that item is there. `summarise` of lib/requests says the same for one request at a time.
 * @param which a condition on "RequestItem", for fewer than all requests of the team
 */
export function standingSteps(teamId: string, which: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`select distinct on ("requestId") "requestId", step, status, "waitingOn", "stepSince"
    from "RequestItem" where "teamId" = ${teamId}::uuid and ${which}
    order by "requestId", array_position(${[...PRESSING]}::"ReviewStatus"[], status),
      "waitingOn" = any(${[...OURS]}) desc, "stepSince", position, step`;
}
