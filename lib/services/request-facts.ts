import { Prisma } from "@/prisma/client/client";
import type { ListQuery } from "../lists/query";
import type { REQUEST_LIST } from "../lists/requests";
import type { ListSort } from "../lists/shape";
import type { Member } from "../team/actor";
import type { Key } from "./keyset";
import { conditionsOf, dayKey, type FieldName, textKey } from "./list-conditions";
import { myMoves } from "./my-moves";
import { requestConditions, requestWord, WAITING_SINCE } from "./request-conditions";
import { pressingOf, standingSteps } from "./standing-steps";

/** What is not in a request's own row, but follows from others of the team. */
type Fact = "standing" | "ends" | "duty" | "holder" | "owner" | "moves";

/** What a list of requests is ordered by. */
export type RequestOrder =
  | (typeof REQUEST_LIST)["columns"][number]["id"]
  | (typeof REQUEST_LIST)["orders"][number];

const FIELD_FACTS: Record<Exclude<FieldName<typeof REQUEST_LIST>, "needs">, readonly Fact[]> = {
  ...{ status: [], archive: [], member: [], data: [], changed: [], submitted: [] },
  ...{ stage: ["standing"], waiting: ["standing"] },
  ...{ ends: ["ends"], duty: ["duty"] },
};

const ORDER_FACTS: Record<RequestOrder, readonly Fact[]> = {
  ...{ request: [], archive: [], stage: [], changed: [], submitted: [], archiveNumber: [] },
  ...{ needs: ["moves", "ends"], ends: ["ends"], duty: ["duty"], waiting: ["standing"] },
  ...{ holders: ["holder"], owner: ["owner"] },
};

/**
 * The team's requests under a search, as what follows `from`: `r` with the facts that the search and
 * the order ask for, and no others, since each is made of all the team's rows of its kind.
 */
export function requestsUnder(actor: Member, query: ListQuery, order?: RequestOrder): Prisma.Sql {
  const { teamId } = actor;
  const asked = query.clauses.flatMap(({ field, values }) =>
    field === "needs" ? values.map(factOfMove) : FIELD_FACTS[field as keyof typeof FIELD_FACTS],
  );
  const facts = new Set([...asked, ...(order ? ORDER_FACTS[order] : [])]);
  const joins = [...facts].map((fact) => Prisma.sql`left join ${joined(fact, actor)}`);
  const holds = conditionsOf(query, requestConditions(actor), (word) => requestWord(actor, word));
  return Prisma.sql`"Request" r ${joins.length > 0 ? Prisma.join(joins, " ") : Prisma.empty}
    where r."teamId" = ${teamId}::uuid and ${holds}`;
}

/** What tells whose move it is, of those that `needs:` may ask for. */
function factOfMove(whose: string): Fact {
  return whose === "me" ? "moves" : "standing";
}

function joined(fact: Fact, actor: Member): Prisma.Sql {
  const { teamId } = actor;
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  switch (fact) {
    case "standing":
      return Prisma.sql`(${standingSteps(teamId)}) s on s."requestId" = r.id`;
    case "ends":
      return Prisma.sql`(select "requestId", min("endsOn") as day from "Grant"
        where ${ours} and "endedOn" is null group by "requestId") e on e."requestId" = r.id`;
    case "duty":
      return Prisma.sql`(select "requestId", min("dueOn") as day from "Obligation"
        where ${ours} and state = 'open' group by "requestId") d on d."requestId" = r.id`;
    case "holder":
      return Prisma.sql`(select distinct on (i."requestId") i."requestId", p.name
        from "RequestItem" i join "Person" p on p.${ours} and p.id = i."personId"
        where i.${ours} order by i."requestId", i.position, i.id) h on h."requestId" = r.id`;
    case "owner":
      return Prisma.sql`"Person" o on o.${ours} and o.id = r."ownerId"`;
    case "moves":
      // Worked out once, however few requests PostgreSQL expects to find beside it.
      return Prisma.sql`(with moves as materialized (${myMoves(actor)}) select id from moves) m
        on m.id = r.id`;
  }
}

/** What an order compares. First what needs the reader, where they asked for nothing else, then what ends first. */
export function requestKeys({ column, direction }: ListSort): Key[] {
  const date = (value: Prisma.Sql): Key => ({ value: dayKey(value, direction), type: "date" });
  const text = (value: Prisma.Sql): Key => ({ value: textKey(value, direction), type: "text" });
  const keys: Record<RequestOrder, () => Key[]> = {
    needs: () => [{ value: Prisma.sql`m.id is null`, type: "boolean" }, date(Prisma.sql`e.day`)],
    request: () => [{ value: Prisma.sql`r.number`, type: "integer" }],
    archive: () => [text(Prisma.sql`r.archive`)],
    holders: () => [text(Prisma.sql`h.name`)],
    stage: () => [
      {
        value: pressingOf(Prisma.sql`r.status`),
        type: "integer",
      },
    ],
    waiting: () => [date(WAITING_SINCE)],
    ends: () => [date(Prisma.sql`e.day`)],
    duty: () => [date(Prisma.sql`d.day`)],
    changed: () => [{ value: Prisma.sql`r."updatedAt"`, type: "timestamptz" }],
    owner: () => [text(Prisma.sql`o.name`)],
    submitted: () => [date(Prisma.sql`r."submittedOn"`)],
    archiveNumber: () => [text(Prisma.sql`r."archiveNumber"`)],
  };
  return keys[column as RequestOrder]();
}
