import { Prisma } from "@/prisma/client/client";
import { OURS } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { standingSteps } from "./standing-steps";
import { inTeam, type Tx } from "./transaction";

/** How many requests of the team have their next move with this member. */
export async function countMyMoves(actor: Member): Promise<number> {
  authorise(actor, "request.read");
  return inTeam(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (${myMoves(actor)}) moves`;
    return row?.count ?? 0;
  });
}

/** The ids of the requests whose next move is this member's, longest unchanged first. */
export async function findMyMoves(tx: Tx, actor: Member, take: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (${myMoves(actor)}) moves order by "updatedAt", id limit ${take}`;
  return rows.map(({ id }) => id);
}

/**
 * Where a request stands is told by its most pressing item, and whose move that is by who does what
 * on it: `summarise` and `responsiblePersons` of lib/requests say the same one request at a time. Of
 * thousands only those are looked at in which the member has a part and an item waits on our house.
 */
export function myMoves({ teamId, personId: me }: Member): Prisma.Sql {
  const team = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const does = (what: Prisma.Sql) =>
    Prisma.sql`exists (select from "RequestPerson" p
      where p.${team} and p."requestId" = r.id and ${what})`;
  const isMe = Prisma.sql`p."personId" = ${me}::uuid`;
  return Prisma.sql`
    with mine as materialized (
      select id from "Request" where ${team} and "ownerId" = ${me}::uuid
      union select "requestId" from "RequestPerson" where ${team} and "personId" = ${me}::uuid
      union select "requestId" from "RequestItem" where ${team} and "personId" = ${me}::uuid
    ), ours as materialized (
      select distinct "requestId" from "RequestItem"
      where ${team} and "waitingOn" = any(${[...OURS]}) and ${among(Prisma.sql`select id from mine`)}
    ), standing as materialized (
      ${standingSteps(teamId, among(Prisma.sql`select "requestId" from ours`))}
    )
    select r.id, r."updatedAt" from standing s join "Request" r on r.${team} and r.id = s."requestId"
    where r.id = any(array(select "requestId" from ours)) and case s."waitingOn"
      when 'us' then r."ownerId" = ${me}::uuid
      when 'holder' then exists (select from "RequestItem" i where i.${team}
        and i."requestId" = r.id and i.step = s.step
        and coalesce(i."personId", r."ownerId") = ${me}::uuid)
      when 'pi' then ${does(Prisma.sql`p.function = 'pi' and ${isMe}`)}
        or (r."ownerId" = ${me}::uuid and not ${does(Prisma.sql`p.function = 'pi'`)})
      else s."waitingOn" in ('signing_official', 'legal_representative')
        and ${does(Prisma.sql`p.function = s."waitingOn" and ${isMe}`)}
    end`;
}

/**
 * Whether an item's request is one of these. As an array, since PostgreSQL guesses so many requests of
 * a list like this that it would read all of the team's items instead of looking up these few.
 */
function among(requestIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`"requestId" = any(array(${requestIds}))`;
}
