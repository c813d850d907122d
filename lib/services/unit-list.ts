import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import type { Day } from "../dates/day";
import type { ListView } from "../lists/address";
import { apart, everyPage, fitting, type ListPage } from "../lists/page";
import { type ListQuery, parseQuery } from "../lists/query";
import { UNIT_LIST } from "../lists/units";
import { dutyKind } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { rows } from "./access-rows";
import { inOrder, type KeysetPage, keysetPage } from "./keyset";
import { inTeam, type Tx } from "./transaction";
import {
  dutiesOfUnits,
  endsOfUnits,
  type UnitOrder,
  unitKeys,
  unitsOfTeam,
  unitsUnder,
} from "./unit-facts";

/** How many lines of a file are read at once. */
const BATCH = 500;
/** So many requests of a unit are named in its line. */
const MOST_NAMED = 3;

/** A line of the list. */
export interface UnitLine {
  id: string;
  code: string;
  /** As people say it: `MIMIC-IV v3.1`. */
  name: string;
  title: string;
  archive: string;
  archiveName: string;
  consentCode: string | null;
  /** Data Use Ontology terms. */
  duo: string[];
  /** How many of the team's requests ask for it, and the newest of them. */
  requestCount: number;
  requests: { number: number; title: string }[];
  /** The next last day of an approval that nobody ended, else the latest that is over. */
  endsOn: Day | null;
  /** The open duty about it that is due first. */
  nextDuty: { id: string; name: string; dueOn: Day } | null;
}

/**
 * One page of what the team has anything to do with, as the address asks for it. `counts` are by
 * archive, under all of the search but its archive.
 */
export async function listUnits(actor: Member, view: ListView): Promise<ListPage<UnitLine>> {
  authorise(actor, "access.read");
  const query = parseQuery(UNIT_LIST, view.q);
  const { rest, own } = apart(query, UNIT_LIST.tabs);
  return inTeam(actor, async (tx) => {
    const page = await findPage(tx, actor, query, view);
    const counts = await countByArchive(tx, actor, rest);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      rows: await readLines(tx, actor, page.ids),
      ...{ previous: page.previous, next: page.next },
      ...{ counts, all, total: fitting(counts, own) },
      hasAny: all > 0 || (await hasAny(tx, actor)),
    };
  });
}

/** Everything that the list shows under this view, all pages, in batches as they are read. */
export async function readUnitsFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<UnitLine[]>> {
  authorise(actor, "access.read");
  const query = parseQuery(UNIT_LIST, view.q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const page = await findPage(tx, actor, query, { sort: view.sort, after }, BATCH);
      return { rows: await readLines(tx, actor, page.ids), next: page.next };
    }),
  );
}

function findPage(
  tx: Tx,
  actor: Member,
  query: ListQuery,
  { sort, after }: Pick<ListView, "sort" | "after">,
  size?: number,
): Promise<KeysetPage> {
  return keysetPage(tx, {
    id: Prisma.sql`u.id`,
    keys: unitKeys(sort),
    from: unitsUnder(actor, query, sort.column as UnitOrder),
    ...{ sort, after, ...(size && { size }) },
  });
}

async function countByArchive(
  tx: Tx,
  actor: Member,
  query: ListQuery,
): Promise<Record<string, number>> {
  const found = await tx.$queryRaw<{ archive: string; count: number }[]>`
    select u.archive, count(*)::int as count from ${unitsUnder(actor, query)} group by u.archive`;
  return Object.fromEntries(found.map(({ archive, count }) => [archive, count]));
}

async function hasAny(tx: Tx, actor: Member): Promise<boolean> {
  const any = await tx.$queryRaw<unknown[]>`${unitsOfTeam(actor)} limit 1`;
  return any.length > 0;
}

async function readLines(tx: Tx, actor: Member, ids: readonly string[]): Promise<UnitLine[]> {
  const these = Prisma.sql`"unitId" = any(${[...ids]}::uuid[])`;
  const units = await tx.accessUnit.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, code: true, version: true, consentCode: true, archive: true, duo: true },
      dataset: { select: { shortTitle: true, title: true } },
    },
  });
  const [requests, ends, duties] = await Promise.all([
    rows<{ unitId: string; number: number; title: string; place: number; count: number }>(
      tx,
      Prisma.sql`select * from (
          select "unitId", number, title, row_number() over newest as place,
            (count(*) over (partition by "unitId"))::int as count
          from (select distinct i."unitId", r.number, r.title from "RequestItem" i
            join "Request" r on r."teamId" = ${actor.teamId}::uuid and r.id = i."requestId"
            where i."teamId" = ${actor.teamId}::uuid and i.${these}) each
          window newest as (partition by "unitId" order by number desc)) numbered
        where place <= ${MOST_NAMED} order by number desc`,
    ),
    rows<{ unitId: string; day: Day | null }>(
      tx,
      Prisma.sql`select * from (${endsOfUnits(actor)}) ends where ${these}`,
    ),
    rows<{ unitId: string; id: string; kind: string; dueOn: Day }>(
      tx,
      Prisma.sql`select distinct on ("unitId") * from (${dutiesOfUnits(actor)}) duties
        where ${these} order by "unitId", "dueOn", id`,
    ),
  ]);
  const byUnit = Map.groupBy(requests, ({ unitId }) => unitId);
  const endOf = new Map(ends.map(({ unitId, day }) => [unitId, day]));
  const dutyOf = new Map(duties.map((duty) => [duty.unitId, duty]));
  const lines = units.map(({ dataset, version: _version, ...unit }): UnitLine => {
    const named = byUnit.get(unit.id) ?? [];
    const duty = dutyOf.get(unit.id);
    return {
      ...unit,
      name: nameOfUnit({ ...unit, version: _version, dataset }),
      title: dataset.title,
      archiveName: archiveByCode(unit.archive)?.name ?? unit.archive,
      requestCount: named[0]?.count ?? 0,
      requests: named.map(({ number, title }) => ({ number, title })),
      endsOn: endOf.get(unit.id) ?? null,
      nextDuty: duty ? { id: duty.id, name: dutyKind(duty.kind).name, dueOn: duty.dueOn } : null,
    };
  });
  return inOrder(ids, lines);
}
