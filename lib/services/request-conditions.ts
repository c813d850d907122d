import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { REQUEST_LIST } from "../lists/requests";
import { OURS } from "../requests/lifecycle";
import { requestNumber } from "../requests/number";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { type Conditions, contains, dayConditions, type FieldName } from "./list-conditions";

type RequestField = FieldName<typeof REQUEST_LIST>;

/**
 * What the fields of the list of requests ask of a row `r`, with `s`, `m`, `e` and `d` beside it as
 * lib/services/request-facts.ts joins them. Each looks through the team's rows once, not once for
 * each request: row-level security lets no index find text, so the rows must be few and read once.
 */
export function requestConditions(actor: Member): Conditions<RequestField> {
  const { teamId } = actor;
  return {
    status: (value) => Prisma.sql`r.status = ${value}::"ReviewStatus"`,
    archive: (value) => Prisma.sql`r.archive = ${value}`,
    needs: whoseMove,
    member: (value) => {
      const people = peopleCalled(actor, value);
      return Prisma.sql`(r."ownerId" in (${people})
        or r.id in (select "requestId" from "RequestItem"
          where "teamId" = ${teamId}::uuid and "personId" in (${people}))
        or r.id in (select "requestId" from "RequestPerson"
          where "teamId" = ${teamId}::uuid and "personId" in (${people})))`;
    },
    data: (value) => ofUnits(teamId, value),
    stage: (value) => stageCalled(value),
    ...dayConditions(
      REQUEST_LIST,
      {
        ends: Prisma.sql`e.day`,
        duty: Prisma.sql`d.day`,
        waiting: WAITING_SINCE,
        changed: { instants: Prisma.sql`r."updatedAt"`, timeZone: actor.timeZone ?? "UTC" },
        submitted: Prisma.sql`r."submittedOn"`,
      },
      todayFor(actor),
    ),
  };
}

/** Since when somebody has the next move; null where nobody has. */
export const WAITING_SINCE = Prisma.sql`case when s."waitingOn" <> 'nobody' then s."stepSince" end`;

/** Whether a free word is found in a request's number, title, archive's numbers, or its data. */
export function requestWord({ teamId }: Member, text: string): Prisma.Sql {
  const number = requestNumber(text);
  const isNumber = number === null ? Prisma.sql`false` : Prisma.sql`r.number = ${number}`;
  // `GB-12` is that one request; a mere 12 may stand in a title too.
  if (number !== null && /^\s*gb/i.test(text)) return isNumber;
  return Prisma.sql`(${isNumber} or ${contains(Prisma.sql`r.title`, text)}
    or coalesce(${contains(Prisma.sql`r."archiveNumber"`, text)}, false)
    or r.id in (select "requestId" from "RequestItem"
      where "teamId" = ${teamId}::uuid and (${contains(Prisma.sql`"archiveNumber"`, text)}
        or "unitId" in (${unitsCalled(text)}))))`;
}

/** Those of the team whose name holds a text; `me` is whoever reads. */
export function peopleCalled({ teamId, personId }: Member, text: string): Prisma.Sql {
  if (text.toLowerCase() === "me") return Prisma.sql`${personId}::uuid`;
  return Prisma.sql`select id from "Person"
    where "teamId" = ${teamId}::uuid and ${contains(Prisma.sql`name`, text)}`;
}

/** Whether a request asks for data whose code or title holds a text. */
function ofUnits(teamId: string, text: string): Prisma.Sql {
  return Prisma.sql`r.id in (select "requestId" from "RequestItem"
    where "teamId" = ${teamId}::uuid and "unitId" in (${unitsCalled(text)}))`;
}

/** The units of the catalogue, and of the team itself, whose code or title holds a text. */
export function unitsCalled(text: string): Prisma.Sql {
  return Prisma.sql`select u.id from "AccessUnit" u join "Dataset" d on d.id = u."datasetId"
    where ${contains(Prisma.sql`u.code`, text)} or ${contains(Prisma.sql`d."shortTitle"`, text)}
      or ${contains(Prisma.sql`d.title`, text)}`;
}

function whoseMove(whose: string): Prisma.Sql {
  if (whose === "me") return Prisma.sql`m.id is not null`;
  if (whose === "nobody") return Prisma.sql`s."waitingOn" = 'nobody'`;
  const isOurs = Prisma.sql`s."waitingOn" = any(${[...OURS]})`;
  if (whose === "team") return isOurs;
  return Prisma.sql`(s."waitingOn" <> 'nobody' and not ${isOurs})`;
}

/** The steps of all archives whose words hold a text: the words are code, not rows. */
function stageCalled(text: string): Prisma.Sql {
  const steps = ARCHIVES.flatMap(({ lifecycles }) => lifecycles).flatMap(({ id, steps }) =>
    steps
      .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
      .map((step) => `${id} ${step.id}`),
  );
  return Prisma.sql`r.lifecycle || ' ' || s.step = any(${steps})`;
}
