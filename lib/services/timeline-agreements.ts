import { Prisma } from "@/prisma/client/client";
import { addDays, type Day } from "../dates/day";
import type { Entry, Span } from "../timeline/entry";
import { rows } from "./access-rows";
import type { GroupEntries } from "./timeline-grants";
import { ofData, REST, type TimelineScope, touches, until } from "./timeline-groups";
import type { Tx } from "./tx";

interface Row {
  id: string;
  archive: string;
  name: string;
  textVersion: string;
  startsOn: Day;
  endsOn: Day | null;
  endedOn: Day | null;
  endedBy: string | null;
  replacesId: string | null;
  /** The first day of the version that came after it. */
  nextOn: Day | null;
  /** Its place among all, those that end next first. */
  rank: number;
}

/** That an agreement belongs to a group; with people from when to when it names them, in any function. */
interface Link {
  key: string;
  agreementId: string;
  namedOn?: Day;
  namedUntil?: Day | null;
}

/**
 * The agreements of each group: those that name the person, that cover the data, or are of the
 * archive; where people are shown, what belongs to none of them lists all. Those that end next come first.
 */
export async function readAgreementEntries(
  tx: Tx,
  scope: TimelineScope,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, GroupEntries>> {
  const [bare, links, next] = await Promise.all([
    rows<Omit<Row, "nextOn">>(tx, query(scope)),
    readLinks(tx, scope),
    readNext(tx, scope),
  ]);
  const found = bare.map((row) => ({ ...row, nextOn: next.get(row.id) ?? null }));
  const groups = gathered(found, links, scope);
  const shown = groups.flatMap(([, all]) => firsts(all, scope).map(({ row }) => row.id));
  const data = await readData(tx, scope, shown);
  return new Map(
    groups.map(([key, all]) => [
      key,
      groupOf(all, { holder: names.get(key) ?? null, data }, scope),
    ]),
  );
}

/** The agreements by the groups to which they belong. */
function gathered(
  found: readonly Row[],
  links: readonly Link[],
  scope: TimelineScope,
): [string, Member[]][] {
  const known = new Map(found.map((row) => [row.id, row]));
  const shown = [...Map.groupBy(links, ({ key }) => key)];
  const groups = shown.map(([key, all]): [string, Member[]] => [
    key,
    all.flatMap((link) => {
      const row = known.get(link.agreementId);
      return row ? [{ row, link }] : [];
    }),
  ]);
  const own = scope.grouping === "archive" ? Map.groupBy(found, ({ archive }) => archive) : null;
  for (const [key, all] of own ?? []) groups.push([key, all.map((row) => ({ row }))]);
  if (scope.grouping === "person" && !scope.personId) {
    groups.push([REST, found.map((row) => ({ row }))]);
  }
  return groups;
}

/** An agreement in a group, and why it is there: null for what is there anyway. */
interface Member {
  row: Row;
  link?: Link;
}

/** Those that end next, as many as a group shows. */
function firsts(all: readonly Member[], { cap }: TimelineScope): Member[] {
  return all.toSorted((a, b) => a.row.rank - b.row.rank).slice(0, cap);
}

/** What an agreement's own row does not say. */
interface Around {
  holder: string | null;
  /** The names of the data that each covers. */
  data: ReadonlyMap<string, readonly string[]>;
}

function groupOf(all: readonly Member[], around: Around, scope: TimelineScope): GroupEntries {
  const shown = firsts(all, scope);
  const lines = Map.groupBy(shown, lineage(shown));
  const entries = [...lines].flatMap(([id, line]) => entryOf(id, line, around) ?? []);
  return { entries, hidden: all.length - shown.length };
}

/** The first version that is known of each agreement's text: the later ones share its line. */
function lineage(all: readonly Member[]): (member: Member) => string {
  const before = new Map(all.map(({ row }) => [row.id, row.replacesId]));
  return ({ row }) => {
    let first = row.id;
    for (let older = before.get(first); older && before.has(older); older = before.get(first)) {
      first = older;
    }
    return first;
  };
}

function entryOf(id: string, line: readonly Member[], around: Around): Entry | null {
  const inOrder = line.toSorted((a, b) => (a.row.startsOn < b.row.startsOn ? -1 : 1));
  const last = inOrder.at(-1)?.row;
  if (!last) return null;
  return {
    ...{ id: `agreement ${id}`, kind: "agreement", holder: around.holder, request: null },
    ...{ isShared: false, due: null, place: { kind: "agreement", id: last.id } },
    what: nameOf(last, around.data.get(last.id) ?? []),
    spans: inOrder.map(spanOf),
  };
}

/** Many agreements of a team are called the same; what they cover tells them apart. */
function nameOf({ name, textVersion }: Row, [first, ...more]: readonly string[]): string {
  const full = textVersion ? `${name} ${textVersion}` : name;
  return first ? `${full} (${first}${more.length > 0 ? ` + ${more.length}` : ""})` : full;
}

function spanOf({ row, link }: Member): Span {
  const { id, startsOn, endsOn, endedOn, endedBy, nextOn } = row;
  const ends: Pick<Span, "before" | "end">[] = [
    { before: endsOn && addDays(endsOn, 1), end: "clock" },
    { before: nextOn, end: "replaced" },
    { before: endedOn, end: endedBy === "revoked" ? "revoked" : "closed" },
    { before: link?.namedUntil ? addDays(link.namedUntil, 1) : null, end: "closed" },
  ];
  const [first] = ends
    .filter(({ before }) => before !== null)
    .toSorted((a, b) => ((a.before ?? "") < (b.before ?? "") ? -1 : 1));
  const from = link?.namedOn && link.namedOn > startsOn ? link.namedOn : startsOn;
  return { id: `${id} ${from}`, from, before: first?.before ?? null, end: first?.end ?? null };
}

/** All agreements of the team that hold in the window. */
function query({ teamId, personId, window, today, view, grouping }: TimelineScope): Prisma.Sql {
  const team = (table: string) => Prisma.sql`${Prisma.raw(table)}."teamId" = ${teamId}::uuid`;
  const named = Prisma.sql`a.id = any(array(select n."agreementId" from "AgreementPerson" n
    where ${team("n")} and n."personId" = ${personId}::uuid))`;
  const covering = Prisma.sql`a.id = any(array(select c."agreementId" from "AgreementUnit" c
    where ${team("c")} and ${ofData('c."unitId"', { view })}))`;
  const { archive = null } = view;
  return Prisma.sql`select a.id, a.archive, a.name, a."textVersion", a."startsOn", a."endsOn",
      a."endedOn", a."endedBy", a."replacesId",
      row_number() over (order by coalesce(${until("a")} <= ${today}::date, false),
        coalesce(${until("a")}, 'infinity'), a."startsOn", a.id)::int as rank
    from "Agreement" a
    where ${team("a")} and ${touches("a", window)}
      and (${archive}::text is null or a.archive = ${archive})
      and ${view.data && grouping !== "data" ? covering : Prisma.sql`true`}
      and ${personId && grouping !== "person" ? named : Prisma.sql`true`}`;
}

/** The first day of the version that came after each. */
async function readNext(tx: Tx, { teamId }: TimelineScope): Promise<Map<string, Day>> {
  const found = await rows<{ id: string; nextOn: Day }>(
    tx,
    Prisma.sql`select a."replacesId" as id, min(a."startsOn") as "nextOn" from "Agreement" a
      where a."teamId" = ${teamId}::uuid and a."replacesId" is not null group by 1`,
  );
  return new Map(found.map(({ id, nextOn }) => [id, nextOn]));
}

async function readData(tx: Tx, { teamId }: TimelineScope, ids: readonly string[]) {
  const found = await rows<{ id: string; titles: string[] }>(
    tx,
    Prisma.sql`select c."agreementId" as id, json_agg(distinct d."shortTitle") as titles
      from "AgreementUnit" c join "AccessUnit" u on u.id = c."unitId"
      cross join lateral (select * from "Dataset" where id = u."datasetId" offset 0) d
      where c."teamId" = ${teamId}::uuid and c."agreementId" = any(${[...new Set(ids)]}::uuid[])
      group by 1`,
  );
  return new Map(found.map(({ id, titles }) => [id, titles]));
}

/** Why agreements belong to groups: whom they name from when to when, which data they cover. */
function readLinks(tx: Tx, { teamId, grouping, keys }: TimelineScope): Promise<Link[]> | Link[] {
  if (grouping === "archive") return [];
  if (grouping === "data") {
    return rows(
      tx,
      Prisma.sql`select distinct u."datasetId"::text as key, c."agreementId"
        from "AgreementUnit" c join "AccessUnit" u on u.id = c."unitId"
        where c."teamId" = ${teamId}::uuid and u."datasetId" = any(${[...keys]}::uuid[])`,
    );
  }
  return rows(
    tx,
    Prisma.sql`select n."personId"::text as key, n."agreementId", min(n."startsOn") as "namedOn",
        case when bool_and(n."endsOn" is not null) then max(n."endsOn") end as "namedUntil"
      from "AgreementPerson" n
      where n."teamId" = ${teamId}::uuid and n."personId" = any(${[...keys]}::uuid[])
      group by 1, 2`,
  );
}
