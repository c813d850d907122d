import { Prisma } from "@/prisma/client/client";
import { addDays, type Day } from "../dates/day";
import type { AccessCell } from "../readiness/access-view";
import { isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { accessCells } from "./access";
import { rows } from "./access-rows";
import { inTeam } from "./transaction";

/** How many units are told of. */
const MOST = 8;

export interface MyAccess {
  /** What the member may open, what ends first before all else; then what they may not. */
  cells: AccessCell[];
  /** Of how many units the member has asked for, or is named for. */
  count: number;
}

/**
 * What the actor may open today of all that they asked for or are named on, by the one function that
 * decides about access. Of many units those are looked at whose approval ends first, then those
 * that were asked for last.
 */
export async function getMyAccess(actor: Member): Promise<MyAccess> {
  authorise(actor, "access.read");
  const today = todayFor(actor);
  const found = await inTeam(actor, (tx) => rows<MyUnit>(tx, myUnits(actor, today)));
  const ids = found.map(({ unitId }) => unitId);
  const cells = await accessCells(actor, {
    ...{ personIds: [actor.personId], unitIds: ids, on: today },
  });
  return {
    cells: cells.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || byEnd(a, b)),
    count: found[0]?.count ?? 0,
  };
}

const LAST_OF_ALL = "9999-12-31";

function byEnd(a: AccessCell, b: AccessCell): number {
  return (a.until ?? LAST_OF_ALL).localeCompare(b.until ?? LAST_OF_ALL);
}

interface MyUnit {
  unitId: string;
  count: number;
}

function myUnits({ teamId, personId: me }: Member, today: Day): Prisma.Sql {
  const team = Prisma.sql`"teamId" = ${teamId}::uuid`;
  return Prisma.sql`
    with mine as materialized (
      select id from "Request" where ${team} and "ownerId" = ${me}::uuid
      union select "requestId" from "RequestPerson" where ${team} and "personId" = ${me}::uuid
    ), asked as materialized (
      select "unitId", max("stepSince") as since from "RequestItem" where ${team}
        and ("personId" = ${me}::uuid or "personId" is null and "requestId" in (select id from mine))
      group by "unitId"
    ), held as materialized (
      select "unitId", min(coalesce("endsOn", ${LAST_OF_ALL}::date)) as "endsOn" from "Grant"
      where ${team} and "endedOn" is null and ("endsOn" is null or "endsOn" > ${addDays(today, -90)}::date)
        and ("personId" = ${me}::uuid or "personId" is null and "requestId" in (select id from mine))
      group by "unitId"
    )
    select asked."unitId", (count(*) over ())::int as count
    from asked left join held on held."unitId" = asked."unitId"
    order by held."endsOn" nulls last, asked.since desc, asked."unitId" limit ${MOST}`;
}
