import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import type { ListedState } from "../lists/duties";
import { DUTY_LIST } from "../lists/duties";
import type { ListQuery } from "../lists/query";
import { DUTY_KINDS } from "../obligations/kinds";
import { requestNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import {
  type Conditions,
  conditionsOf,
  contains,
  dayConditions,
  type FieldName,
} from "./list-conditions";
import { peopleCalled, unitsCalled } from "./request-conditions";

/** The team's duties under a search, as what follows `from`: `o`, with its owner as `p`. */
export function dutiesUnder(actor: Member, query: ListQuery): Prisma.Sql {
  const { teamId } = actor;
  const holds = conditionsOf(query, dutyConditions(actor), (word) => dutyWord(actor, word));
  return Prisma.sql`"Obligation" o
    left join "Person" p on p."teamId" = ${teamId}::uuid and p.id = o."ownerId"
    where o."teamId" = ${teamId}::uuid and ${holds}`;
}

function dutyConditions(actor: Member): Conditions<FieldName<typeof DUTY_LIST>> {
  const today = todayFor(actor);
  return {
    state: (value) => isIn(value as ListedState, today),
    member: (value) => ofPeople(actor, value, today),
    archive: (value) => Prisma.sql`o.archive = ${value}`,
    kind: (value) => {
      const kinds = DUTY_KINDS.filter(({ group }) => group === value).map(({ id }) => id);
      return Prisma.sql`o.kind = any(${kinds})`;
    },
    data: (value) => aboutUnits(actor.teamId, value),
    ...dayConditions(
      DUTY_LIST,
      { due: Prisma.sql`o."dueOn"`, closed: Prisma.sql`o."closedOn"` },
      today,
    ),
  };
}

/** An open duty whose day is over counts among the missed ones too, since it is still to be done. */
function isIn(state: ListedState, today: Day): Prisma.Sql {
  const stored = Prisma.sql`o.state = ${state}::"ObligationState"`;
  return state === "missed" ? Prisma.sql`(${stored} or ${isLate(today)})` : stored;
}

/** Whether a duty is still to be done although its day is over. */
export function isLate(today: Day): Prisma.Sql {
  return Prisma.sql`(o.state = 'open' and o."dueOn" < ${today}::date)`;
}

/** The duties of people, as `dutiesOfPerson` says it of one. */
function ofPeople(actor: Member, name: string, today: Day): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  const people = peopleCalled(actor, name);
  const us = Prisma.sql`any(array(select id from "Person" where ${ours} and id in (${people})
    union select "personId" from "StandIn" where ${ours} and "standInId" in (${people})
      and "startsOn" <= ${today}::date and "endsOn" >= ${today}::date))`;
  return Prisma.sql`(o."ownerId" = ${us} or o."personId" = ${us}
    or o."grantId" in (select id from "Grant" where ${ours} and "personId" = ${us})
    or o."grantId" in (select id from "Grant" where ${ours} and "personId" is null
      and "requestId" = any(array(select "requestId" from "RequestPerson"
        where ${ours} and function = 'pi' and "personId" = ${us}))))`;
}

/** Whether a duty is about data whose code or title holds a text, by its approval or its request. */
function aboutUnits(teamId: string, text: string): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const units = unitsCalled(text);
  return Prisma.sql`(o."grantId" in (select id from "Grant" where ${ours} and "unitId" in (${units}))
    or o."requestId" in (select "requestId" from "RequestItem" where ${ours} and "unitId" in (${units})))`;
}

/** Whether a free word is found in what is to be done, or in what and whom it is about. */
function dutyWord({ teamId }: Member, text: string): Prisma.Sql {
  const ours = Prisma.sql`"teamId" = ${teamId}::uuid`;
  const kinds = DUTY_KINDS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  const number = requestNumber(text);
  const isNumber = number === null ? Prisma.sql`false` : Prisma.sql`number = ${number}`;
  return Prisma.sql`(o.kind = any(${kinds.map(({ id }) => id)})
    or ${contains(Prisma.sql`o.what`, text)} or ${contains(Prisma.sql`p.name`, text)}
    or o."requestId" in (select id from "Request"
      where ${ours} and (${isNumber} or ${contains(Prisma.sql`title`, text)}))
    or o."personId" in (select id from "Person" where ${ours} and ${contains(Prisma.sql`name`, text)})
    or o."agreementId" in (select id from "Agreement"
      where ${ours} and ${contains(Prisma.sql`name`, text)})
    or ${aboutUnits(teamId, text)})`;
}
