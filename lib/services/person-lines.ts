import { Prisma } from "@/prisma/client/client";
import type { PersonFunction } from "../archives/lifecycle";
import { nameOfUnit } from "../catalogue/unit-name";
import type { Day } from "../dates/day";
import { dutyKind } from "../obligations/kinds";
import { schemeById } from "../people/schemes";
import type { Member } from "../team/actor";
import { rows } from "./access-rows";
import { inOrder } from "./keyset";
import { asTeamPerson, type TeamPerson } from "./people";
import { endsAhead, OVER } from "./person-facts";
import { boxesOfPeople, countStates, type HoldingCounts } from "./prerequisites";
import type { Tx } from "./transaction";

/** A line of the list of people. */
export interface PersonLine extends TeamPerson {
  /** What they do on requests that are not over. */
  functions: PersonFunction[];
  holdings: HoldingCounts;
  /** In how many requests that are not over they have a part. */
  requests: number;
  /** What they hold that ends next, from today on. */
  nextEnd: { on: Day; what: string } | null;
}

/** These people as lines of the list, in the order of the ids, in a few queries whatever their number. */
export async function readPersonLines(
  tx: Tx,
  actor: Member,
  ids: readonly string[],
): Promise<PersonLine[]> {
  const { teamId, now } = actor;
  const people = await tx.person.findMany({ where: { teamId, id: { in: [...ids] } } });
  const memberships = await tx.membership.findMany({
    where: { teamId, userId: { in: people.flatMap(({ userId }) => userId ?? []) } },
    select: { userId: true, role: true },
  });
  const roles = new Map(memberships.map(({ userId, role }) => [userId, role]));
  const [parts, ends, boxes] = await Promise.all([
    readParts(tx, actor, ids),
    readNextEnds(tx, actor, ids),
    boxesOfPeople(tx, actor, { people: ids }),
  ]);
  const partsOf = new Map(parts.map((row) => [row.personId, row]));
  const lines = people.map((person) => ({
    ...asTeamPerson(person, now, roles.get(person.userId ?? "") ?? null),
    functions: partsOf.get(person.id)?.functions ?? [],
    holdings: countStates(boxes.get(person.id) ?? []),
    requests: partsOf.get(person.id)?.requests ?? 0,
    nextEnd: ends.get(person.id) ?? null,
  }));
  return inOrder(ids, lines);
}

function ofThese(all: Prisma.Sql, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`select * from (${all}) every where "personId" = any(${[...ids]}::uuid[])`;
}

interface Parts {
  personId: string;
  functions: PersonFunction[];
  requests: number;
}

/** What these people do on requests that are not over, and on how many, at one look; as `openRequests` counts. */
function readParts(tx: Tx, { teamId }: Member, ids: readonly string[]): Promise<Parts[]> {
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const these = Prisma.sql`any(${[...ids]}::uuid[])`;
  return rows(
    tx,
    Prisma.sql`with open as materialized (
        select id, "ownerId" from "Request"
        where ${ours} and status <> all(${[...OVER]}::"ReviewStatus"[])
      ), parts as (
        select "personId", "requestId", function from "RequestPerson"
          where ${ours} and "personId" = ${these} and "requestId" in (select id from open)
        union all select "personId", "requestId", null from "RequestItem"
          where ${ours} and "personId" = ${these} and "requestId" in (select id from open)
        union all select "ownerId", id, null from open where "ownerId" = ${these}
      )
      select "personId", count(distinct "requestId")::int as requests,
        coalesce(array_agg(distinct function) filter (where function is not null), '{}') as functions
      from parts group by "personId"`,
  );
}

async function readNextEnds(tx: Tx, actor: Member, ids: readonly string[]) {
  const ends = await rows<{ personId: string; on: Day; kind: string; what: string }>(
    tx,
    Prisma.sql`select distinct on ("personId") * from (${ofThese(endsAhead(actor), ids)}) ends
      order by "personId", "on", kind, what`,
  );
  const unitIds = ends.flatMap(({ kind, what }) => (kind === "grant" ? [what] : []));
  const units = await tx.accessUnit.findMany({
    where: { id: { in: unitIds } },
    select: {
      ...{ id: true, code: true, version: true, consentCode: true },
      dataset: { select: { shortTitle: true } },
    },
  });
  const names = new Map(units.map((unit) => [unit.id, nameOfUnit(unit)]));
  const nameOf = (kind: string, what: string) => {
    if (kind === "grant") return names.get(what) ?? "";
    return kind === "identity" ? (schemeById(what)?.name ?? what) : dutyKind(what).name;
  };
  return new Map(
    ends.map(({ personId, on, kind, what }) => [personId, { on, what: nameOf(kind, what) }]),
  );
}
