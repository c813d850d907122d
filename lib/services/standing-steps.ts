import { Prisma } from "@/prisma/client/client";
import { OURS, PRESSING } from "../requests/lifecycle";

/**
 * How pressing a status is, as SQL: 0 presses most. Not by `array_position`, which looks up for each row
 * how values of an enum are compared, and takes ten times as long.
 */
export function pressingOf(status: Prisma.Sql): Prisma.Sql {
  const places = PRESSING.map((each, place) => `when '${each}' then ${place}`);
  return Prisma.sql`case ${status} ${Prisma.raw(places.join(" "))} end`;
}

/**
 * The step that tells where each request stands, as SQL: that of its most pressing item, with since
 * when that item is there. `summarise` of lib/requests says the same for one request at a time.
 * @param which a condition on "RequestItem", for fewer than all requests of the team
 */
export function standingSteps(teamId: string, which: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`select distinct on ("requestId") "requestId", step, status, "waitingOn", "stepSince"
    from "RequestItem" where "teamId" = ${teamId}::uuid and ${which}
    order by "requestId", ${pressingOf(Prisma.sql`status`)},
      "waitingOn" = any(${[...OURS]}) desc, "stepSince", position, step`;
}
