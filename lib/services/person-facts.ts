import { Prisma } from "@/prisma/client/client";
import type { PERSON_LIST } from "../lists/people";
import type { ListQuery } from "../lists/query";
import type { ListSort } from "../lists/shape";
import { QUALIFICATION_TYPES } from "../people/qualification-types";
import { SETTLED } from "../requests/settled";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import type { Key } from "./keyset";
import { conditionsOf, dayKey, type FieldName, textKey } from "./list-conditions";
import { type Holders, personConditions, personWord } from "./person-conditions";

/** What a list of people is ordered by. */
export type PersonOrder = (typeof PERSON_LIST)["columns"][number]["id"];

/** What is not in a person's own row, but follows from others of the team. */
type Fact = "requests" | "ends";

/** How a request stands in which nothing is to be done any more, and no data held. */
export const OVER = [...SETTLED, "rejected", "terminated"] as const;

/** The duties that are the end of something that a person holds. */
const END_KINDS = QUALIFICATION_TYPES.flatMap(({ clocks }) =>
  clocks.flatMap(({ duty }) => duty?.kind ?? []),
);

/** What must be known of a team before its people are looked through. */
export interface PeopleBasis {
  /** As `todaysOfPeople` gives them. */
  todays: Prisma.Sql;
  /** For whatever the search says somebody is without. */
  holders: Holders;
}

const FIELD_FACTS: Record<FieldName<typeof PERSON_LIST>, readonly Fact[]> = {
  ...{ presence: [], member: [], archive: [], missing: [], country: [], ends: ["ends"] },
};

/**
 * The team's people under a search, as what follows `from`: `p` with the day `z.today` that it is
 * where they are, and with the facts that the search and the order ask for.
 */
export function peopleUnder(
  actor: Member,
  basis: PeopleBasis,
  query: ListQuery,
  order?: PersonOrder,
): Prisma.Sql {
  const asked = query.clauses.flatMap(
    ({ field }) => FIELD_FACTS[field as keyof typeof FIELD_FACTS],
  );
  const facts = new Set([...asked, ...(order === "requests" || order === "ends" ? [order] : [])]);
  const joins = [...facts].map((fact) => Prisma.sql`left join ${joined(fact, actor)}`);
  const holds = conditionsOf(query, personConditions(actor, basis.holders), personWord);
  return Prisma.sql`"Person" p
    join (${basis.todays}) z ("timeZone", today) on z."timeZone" = p."timeZone"
    ${joins.length > 0 ? Prisma.join(joins, " ") : Prisma.empty}
    where p."teamId" = ${actor.teamId}::uuid and ${holds}`;
}

function joined(fact: Fact, actor: Member): Prisma.Sql {
  if (fact === "requests") return Prisma.sql`(${openRequests(actor)}) n on n."personId" = p.id`;
  return Prisma.sql`(select "personId", min("on") as day from (${endsAhead(actor)}) ends
    group by "personId") e on e."personId" = p.id`;
}

/** By person, how many requests they have a part in that are not over. */
function openRequests({ teamId }: Member): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  return Prisma.sql`select parts."personId", count(*)::int as count from (
      select "personId", "requestId" from "RequestPerson" where ${ours}
      union select "personId", "requestId" from "RequestItem"
        where ${ours} and "personId" is not null
      union select "ownerId", id from "Request" where ${ours}) parts
    join "Request" r on r.${ours} and r.id = parts."requestId"
      and r.status <> all(${[...OVER]}::"ReviewStatus"[])
    group by parts."personId"`;
}

/** What somebody holds that ends, from today on: `personId`, `on`, and `what` it is. */
export function endsAhead(actor: Member): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  const today = Prisma.sql`${todayFor(actor)}::date`;
  return Prisma.sql`select "personId", "endsOn" as "on", 'grant' as kind, "unitId"::text as what
      from "Grant" where ${ours} and "personId" is not null and "endedOn" is null
        and "endsOn" >= ${today}
    union all select "personId", "endsOn", 'identity', scheme from "Identity"
      where ${ours} and "endsOn" >= ${today}
    union all select "personId", "dueOn", 'duty', kind from "Obligation"
      where ${ours} and state = 'open' and "personId" is not null
        and kind = any(${END_KINDS}) and "dueOn" >= ${today}`;
}

/** What an order compares. */
export function personKeys({ column, direction }: ListSort): Key[] {
  const date = (value: Prisma.Sql): Key[] => [{ value: dayKey(value, direction), type: "date" }];
  const text = (value: Prisma.Sql): Key[] => [{ value: textKey(value, direction), type: "text" }];
  const name = Prisma.sql`p.name`;
  const keys: Partial<Record<PersonOrder, () => Key[]>> = {
    position: () => [...text(Prisma.sql`p.institution`), ...text(Prisma.sql`p.position`)],
    requests: () => [{ value: Prisma.sql`coalesce(n.count, 0)`, type: "integer" }],
    ends: () => date(Prisma.sql`e.day`),
    team: () => date(Prisma.sql`p."startsOn"`),
    country: () => text(Prisma.sql`p.country`),
  };
  return keys[column as PersonOrder]?.() ?? text(name);
}
