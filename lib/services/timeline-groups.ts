import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import type { Grouping, TimelineView } from "../timeline/view-query";
import type { Window } from "../timeline/window";
import { rows } from "./access-rows";
import type { Tx } from "./tx";

/** How many groups a page shows, beside what belongs to none of them. */
const PAGE_SIZE = 25;

/** Whom or what the rows of a group are about. `key`: a person's or data set's id, an archive's code. */
export interface GroupName {
  key: string;
  name: string;
  /** What names it in addresses. */
  code: string;
}

/** Stands for what belongs to no person or no archive: to the team, or the institution. */
export const REST = "";

/** What every query of the timeline is narrowed by. */
export interface TimelineScope {
  teamId: string;
  window: Window;
  today: string;
  view: TimelineView;
  /** The person of the view, `me` resolved. */
  personId: string | null;
  grouping: Grouping;
  /** The groups of this page. */
  keys: readonly string[];
  /** How many rows of each kind a group shows. */
  cap: number;
}

type Asked = Omit<TimelineScope, "keys" | "cap" | "today">;

/** One page of groups that may have anything in the window, and how many there are in all. */
export async function readGroups(
  tx: Tx,
  scope: Asked,
): Promise<{ groups: GroupName[]; page: number; pages: number }> {
  if (scope.grouping === "archive") {
    const codes = ARCHIVES.filter(({ code }) => (scope.view.archive ?? code) === code);
    const groups = codes.map(({ code, name }) => ({ key: code, name, code }));
    return { groups, page: 1, pages: 1 };
  }
  const all = scope.grouping === "person" ? people(scope) : dataSets(scope);
  const [counted] = await rows<{ total: number }>(
    tx,
    Prisma.sql`select count(*)::int as total from (${all}) a`,
  );
  const pages = Math.max(1, Math.ceil((counted?.total ?? 0) / PAGE_SIZE));
  const page = Math.min(scope.view.page, pages);
  const groups = await rows<GroupName>(
    tx,
    Prisma.sql`${all} order by name, key limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
  );
  return { groups, page, pages };
}

/** Who is on the team some time within the window, or holds an approval then although they left. */
function people({ teamId, window, personId }: Asked): Prisma.Sql {
  const { from, before } = window;
  return Prisma.sql`select p.id::text as key, p.name, p.id::text as code from "Person" p
    where p."teamId" = ${teamId}::uuid and (${personId}::uuid is null or p.id = ${personId}::uuid)
      and p."startsOn" < ${before}::date
      and (p."endsOn" is null or p."endsOn" >= ${from}::date or exists (
        select from "Grant" g where g."teamId" = ${teamId}::uuid and g."personId" = p.id
          and ${touches("g", window)}))`;
}

/**
 * Data sets with an approval or an agreement in the window. What is looked up goes in as lists: before
 * a new team's rows are counted, PostgreSQL expects one or two of them, and a join takes seconds.
 */
function dataSets({ teamId, window, view }: Asked): Prisma.Sql {
  const { data = null, archive = null } = view;
  return Prisma.sql`select d.id::text as key, d."shortTitle" as name, d.slug as code
    from "Dataset" d
    where (${data}::text is null or d.slug = ${data})
      and (${archive}::text is null or d.archive = ${archive})
      and d.id = any(array(select u."datasetId" from "AccessUnit" u where u.id = any(array(
        select distinct g."unitId" from "Grant" g
        where g."teamId" = ${teamId}::uuid and ${touches("g", window)}
        union select c."unitId" from "AgreementUnit" c
        where c."teamId" = ${teamId}::uuid and c."agreementId" = any(array(
          select a.id from "Agreement" a
          where a."teamId" = ${teamId}::uuid and ${touches("a", window)}))))))`;
}

/**
 * Whether a grant or an agreement holds on any day of the window. What was renewed before its time
 * holds until the next one begins, so its own last day counts for it.
 */
export function touches(table: "g" | "a", window: Window): Prisma.Sql {
  // What follows at once on the last day that is shown is read too: without it the end reads as lapsed.
  return Prisma.sql`${Prisma.raw(table)}."startsOn" <= ${window.before}::date
    and coalesce(${until(table)}, 'infinity') > ${window.from}::date`;
}

/** The first day without a grant or an agreement; null while it has no end. */
export function until(table: "g" | "a"): Prisma.Sql {
  const [endsOn, endedOn, endedBy] = ["endsOn", "endedOn", "endedBy"].map((column) =>
    Prisma.raw(`${table}."${column}"`),
  );
  return Prisma.sql`case when ${endedBy} = 'renewed' then coalesce(${endsOn} + 1, ${endedOn})
    else least(${endedOn}, ${endsOn} + 1) end`;
}

/** The units of the data set in the view, where one is chosen. */
export function ofData(column: string, { view }: Pick<TimelineScope, "view">): Prisma.Sql {
  if (!view.data) return Prisma.sql`true`;
  return Prisma.sql`${Prisma.raw(column)} = any(array(select u.id from "AccessUnit" u
    where u."datasetId" = (select d.id from "Dataset" d where d.slug = ${view.data})))`;
}

/** The units that belong to the group of this query's key, for data sets and archives. */
export function ofKey(column: string, { grouping }: Pick<TimelineScope, "grouping">): Prisma.Sql {
  const units =
    grouping === "data" ? Prisma.sql`u."datasetId" = k.key::uuid` : Prisma.sql`u.archive = k.key`;
  return Prisma.sql`${Prisma.raw(column)} = any(array(
    select u.id from "AccessUnit" u where ${units}))`;
}
