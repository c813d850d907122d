import { Prisma } from "@/prisma/client/client";
import { PERSON_LIST } from "../lists/people";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { type Conditions, contains, dayConditions, type FieldName } from "./list-conditions";
import { PRESENCE } from "./person-presence";

/** By what somebody can be without, who has it today. */
export type Holders = ReadonlyMap<string, readonly string[]>;

/**
 * What the fields of the list of people ask of a row `p`, with `z` and `e` beside it as
 * lib/services/person-facts.ts joins them.
 */
export function personConditions(
  actor: Member,
  holders: Holders,
): Conditions<FieldName<typeof PERSON_LIST>> {
  const ours = Prisma.sql`"teamId" = ${actor.teamId}::uuid`;
  const me = Prisma.sql`p.id = ${actor.personId}::uuid`;
  return {
    presence: (value) => Prisma.sql`(${PRESENCE}) = ${value}`,
    member: (value) => (value.toLowerCase() === "me" ? me : contains(Prisma.sql`p.name`, value)),
    // Read once as one list, not looked through for each person.
    archive: (value) => Prisma.sql`(p.id in (
      select "ownerId" from "Request" where ${ours} and archive = ${value}
      union all select parts."personId" from "Request" r join (
          select "requestId", "personId" from "RequestPerson" where ${ours}
          union all select "requestId", "personId" from "RequestItem"
            where ${ours} and "personId" is not null) parts on parts."requestId" = r.id
        where r.${ours} and r.archive = ${value})) is true`,
    missing: (value) => Prisma.sql`not p.id = any(${[...(holders.get(value) ?? [])]}::uuid[])`,
    country: (value) => Prisma.sql`lower(p.country) = lower(${value})`,
    ...dayConditions(PERSON_LIST, { ends: Prisma.sql`e.day` }, todayFor(actor)),
  };
}

/** Whether a free word is found in somebody's name, address, position or institution. */
export function personWord(text: string): Prisma.Sql {
  return Prisma.sql`(${contains(Prisma.sql`p.name`, text)}
    or coalesce(${contains(Prisma.sql`p.email`, text)}, false)
    or ${contains(Prisma.sql`p.position`, text)} or ${contains(Prisma.sql`p.institution`, text)})`;
}
