import { Prisma } from "@/prisma/client/client";
import { AGREEMENT_LIST } from "../lists/agreements";
import type { ListQuery } from "../lists/query";
import type { ListSort } from "../lists/shape";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
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
import { peopleCalled, unitsCalled } from "./request-conditions";

/** What a list of agreements is ordered by. */
export type AgreementOrder = (typeof AGREEMENT_LIST)["columns"][number]["id"];

/**
 * The team's agreements under a search, as what follows `from`: `a`, with its request `r`, and with
 * the day `d.day` of its next duty where the search or the order asks for that.
 */
export function agreementsUnder(
  actor: Member,
  query: ListQuery,
  order?: AgreementOrder,
): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  const asksDuty = order === "duty" || query.clauses.some(({ field }) => field === "duty");
  const duty = Prisma.sql`left join (select "agreementId", min("dueOn") as day from "Obligation"
    where ${ours} and state = 'open' and "agreementId" is not null
    group by "agreementId") d on d."agreementId" = a.id`;
  const holds = conditionsOf(query, agreementConditions(actor), (text) =>
    agreementCalled(actor, text),
  );
  return Prisma.sql`"Agreement" a
    left join "Request" r on r.${ours} and r.id = a."requestId"
    ${asksDuty ? duty : Prisma.empty}
    where a.${ours} and ${holds}`;
}

function agreementConditions(actor: Member): Conditions<FieldName<typeof AGREEMENT_LIST>> {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  // A minor version takes the signatures of the one that it replaces along.
  const signed = Prisma.sql`a.id in (
    with recursive signed (id) as (
      select "agreementId" from "Signature" where ${ours}
      union select n.id from "Agreement" n join signed on signed.id = n."replacesId"
        where n.${ours} and n.change = 'minor') select id from signed)`;
  return {
    archive: (value) => Prisma.sql`a.archive = ${value}`,
    member: (value) => {
      const people = peopleCalled(actor, value);
      return Prisma.sql`(a.id in (select "agreementId" from "AgreementPerson"
          where ${ours} and "personId" in (${people}))
        or a.id in (select "agreementId" from "Signature"
          where ${ours} and "personId" in (${people})))`;
    },
    data: (value) => ofUnits(actor, value),
    signed: (value) => (value === "yes" ? signed : Prisma.sql`not ${signed}`),
    ...dayConditions(
      AGREEMENT_LIST,
      {
        starts: Prisma.sql`a."startsOn"`,
        ends: Prisma.sql`a."endsOn"`,
        duty: Prisma.sql`d.day`,
      },
      todayFor(actor),
    ),
  };
}

/** Whether a text is found in an agreement's name, its committee or the data that it covers. */
function agreementCalled(actor: Member, text: string): Prisma.Sql {
  return Prisma.sql`(${contains(Prisma.sql`a.name`, text)}
    or coalesce(${contains(Prisma.sql`a.dac`, text)}, false) or ${ofUnits(actor, text)})`;
}

function ofUnits({ teamId }: Member, text: string): Prisma.Sql {
  return Prisma.sql`a.id in (select "agreementId" from "AgreementUnit"
    where "teamId" = ${teamId}::uuid and "unitId" in (${unitsCalled(text)}))`;
}

/** What an order compares. */
export function agreementKeys({ column, direction }: ListSort): Key[] {
  const date = (value: Prisma.Sql): Key[] => [{ value: dayKey(value, direction), type: "date" }];
  const text = (value: Prisma.Sql): Key[] => [{ value: textKey(value, direction), type: "text" }];
  const keys: Partial<Record<AgreementOrder, () => Key[]>> = {
    name: () => text(Prisma.sql`a.name`),
    ends: () => date(Prisma.sql`a."endsOn"`),
    duty: () => date(Prisma.sql`d.day`),
    archive: () => text(Prisma.sql`a.archive`),
    request: () => [{ value: Prisma.sql`coalesce(r.number, 0)`, type: "integer" }],
  };
  return keys[column as AgreementOrder]?.() ?? date(Prisma.sql`a."startsOn"`);
}
