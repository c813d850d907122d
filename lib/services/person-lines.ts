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
import { endsAhead, OVER, openRequests } from "./person-facts";
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
  const [functions, requests, ends, boxes] = await Promise.all([
    readFunctions(tx, actor, ids),
    rows<{ personId: string; count: number }>(tx, ofThese(openRequests(actor), ids)),
    readNextEnds(tx, actor, ids),
    boxesOfPeople(tx, actor, { people: ids }),
  ]);
  const counts = new Map(requests.map(({ personId, count }) => [personId, count]));
  const lines = people.map((person) => ({
    ...asTeamPerson(person, now, roles.get(person.userId ?? "") ?? null),
    functions: functions.get(person.id) ?? [],
    holdings: countStates(boxes.get(person.id) ?? []),
    requests: counts.get(person.id) ?? 0,
    nextEnd: ends.get(person.id) ?? null,
  }));
  return inOrder(ids, lines);
}

function ofThese(all: Prisma.Sql, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`select * from (${all}) every where "personId" = any(${[...ids]}::uuid[])`;
}

async function readFunctions(tx: Tx, { teamId }: Member, ids: readonly string[]) {
  const named = await rows<{ personId: string; function: PersonFunction }>(
    tx,
    Prisma.sql`select distinct p."personId", p.function from "RequestPerson" p
      join "Request" r on r."teamId" = ${teamId}::uuid and r.id = p."requestId"
        and r.status <> all(${[...OVER]}::"ReviewStatus"[])
      where p."teamId" = ${teamId}::uuid and p."personId" = any(${[...ids]}::uuid[])
      order by p.function`,
  );
  const byPerson = Map.groupBy(named, ({ personId }) => personId);
  return new Map([...byPerson].map(([id, own]) => [id, own.map((row) => row.function)]));
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
