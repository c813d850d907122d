import { Prisma } from "@/prisma/client/client";
import type { ListQuery } from "../lists/query";
import type { ListSort } from "../lists/shape";
import { UNIT_LIST } from "../lists/units";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { isOfTeam } from "./access-rows";
import type { Key } from "./keyset";
import {
  type Conditions,
  conditionsOf,
  contains,
  dayConditions,
  dayKey,
  type FieldName,
  textKey,
} from "./list-conditions";
import { peopleCalled } from "./request-conditions";

/** What a list of units is ordered by. */
export type UnitOrder = (typeof UNIT_LIST)["columns"][number]["id"];

/** What is not in a unit's own row, but follows from the team's. */
type Fact = "requests" | "ends" | "duty";

const FIELD_FACTS: Record<FieldName<typeof UNIT_LIST>, readonly Fact[]> = {
  ...{ archive: [], data: [], status: [], member: [], ends: ["ends"], duty: ["duty"] },
};

const ORDER_FACTS: Record<UnitOrder, readonly Fact[]> = {
  ...{ unit: [], archive: [], open: [], terms: [], code: [] },
  ...{ requests: ["requests"], ends: ["ends"], duty: ["duty"] },
};

/**
 * The units that the team has anything to do with, under a search, as what follows `from`: `u` with
 * its data set `d`, and with the facts that the search and the order ask for.
 */
export function unitsUnder(actor: Member, query: ListQuery, order?: UnitOrder): Prisma.Sql {
  const asked = query.clauses.flatMap(
    ({ field }) => FIELD_FACTS[field as keyof typeof FIELD_FACTS],
  );
  const facts = new Set([...asked, ...(order ? ORDER_FACTS[order] : [])]);
  const joins = [...facts].map(
    (fact) => Prisma.sql`left join (${factSql(fact, actor)}) ${Prisma.raw(fact)}
      on ${Prisma.raw(fact)}."unitId" = u.id`,
  );
  const holds = conditionsOf(query, unitConditions(actor), (text) => unitCalled(text));
  // Row-level security makes PostgreSQL expect few rows of the catalogue and read all data sets again
  // and again: `offset 0` has each read by its id.
  return Prisma.sql`"AccessUnit" u
    cross join lateral (select * from "Dataset" where id = u."datasetId" offset 0) d
    ${joins.length > 0 ? Prisma.join(joins, " ") : Prisma.empty}
    where ${isOfTeam(actor)} and ${holds}`;
}

function factSql(fact: Fact, actor: Member): Prisma.Sql {
  if (fact === "ends") return endsOfUnits(actor);
  if (fact === "requests") {
    return Prisma.sql`select "unitId", count(distinct "requestId")::int as count
      from "RequestItem" where "teamId" = ${actor.teamId}::uuid group by "unitId"`;
  }
  return Prisma.sql`select "unitId", min("dueOn") as day from (${dutiesOfUnits(actor)}) duties
    group by "unitId"`;
}

/**
 * By unit, the last day of its approvals that nobody ended: the next one from today on, and where
 * all of them are over the latest.
 */
export function endsOfUnits(actor: Member): Prisma.Sql {
  const today = Prisma.sql`${todayFor(actor)}::date`;
  return Prisma.sql`select "unitId",
      coalesce(min("endsOn") filter (where "endsOn" >= ${today}), max("endsOn")) as day
    from "Grant" where "teamId" = ${actor.teamId}::uuid and "endedOn" is null group by "unitId"`;
}

/** The open duties by unit: of its approvals, of its requests as a whole, and of its agreements. */
export function dutiesOfUnits({ teamId }: Member): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  return Prisma.sql`select g."unitId", o."dueOn", o.id, o.kind from "Obligation" o
      join "Grant" g on g.${ours} and g.id = o."grantId" where o.${ours} and o.state = 'open'
    union all select i."unitId", o."dueOn", o.id, o.kind from "Obligation" o
      join "RequestItem" i on i.${ours} and i."requestId" = o."requestId"
      where o.${ours} and o.state = 'open' and o."grantId" is null
    union all select a."unitId", o."dueOn", o.id, o.kind from "Obligation" o
      join "AgreementUnit" a on a.${ours} and a."agreementId" = o."agreementId"
      where o.${ours} and o.state = 'open' and o."grantId" is null and o."requestId" is null`;
}

function unitConditions(actor: Member): Conditions<FieldName<typeof UNIT_LIST>> {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  return {
    archive: (value) => Prisma.sql`u.archive = ${value}`,
    data: unitCalled,
    status: (value) => Prisma.sql`u.id in (select "unitId" from "RequestItem"
      where ${ours} and status = ${value}::"ReviewStatus")`,
    member: (value) => {
      const people = peopleCalled(actor, value);
      return Prisma.sql`(u.id in (select "unitId" from "RequestItem"
        where ${ours} and ("personId" in (${people}) or "requestId" in (
          select "requestId" from "RequestPerson" where ${ours} and "personId" in (${people})
          union all select id from "Request" where ${ours} and "ownerId" in (${people}))))) is true`;
    },
    ...dayConditions(
      UNIT_LIST,
      { ends: Prisma.sql`ends.day`, duty: Prisma.sql`duty.day` },
      todayFor(actor),
    ),
  };
}

/** Whether a text is found in a unit's code, consent group or titles. */
function unitCalled(text: string): Prisma.Sql {
  return Prisma.sql`(${contains(Prisma.sql`u.code`, text)}
    or coalesce(${contains(Prisma.sql`u."consentCode"`, text)}, false)
    or ${contains(Prisma.sql`d."shortTitle"`, text)} or ${contains(Prisma.sql`d.title`, text)})`;
}

/** What an order compares. */
export function unitKeys({ column, direction }: ListSort): Key[] {
  const date = (value: Prisma.Sql): Key[] => [{ value: dayKey(value, direction), type: "date" }];
  const text = (...values: Prisma.Sql[]): Key[] =>
    values.map((value) => ({ value: textKey(value, direction), type: "text" }));
  const keys: Partial<Record<UnitOrder, () => Key[]>> = {
    archive: () => text(Prisma.sql`u.archive`, Prisma.sql`d."shortTitle"`),
    requests: () => [{ value: Prisma.sql`coalesce(requests.count, 0)`, type: "integer" }],
    ends: () => date(Prisma.sql`ends.day`),
    terms: () => text(Prisma.sql`u."consentCode"`),
    duty: () => date(Prisma.sql`duty.day`),
    code: () => text(Prisma.sql`u.code`),
  };
  return keys[column as UnitOrder]?.() ?? text(Prisma.sql`d."shortTitle"`, Prisma.sql`u.code`);
}
