import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import type { Day } from "../dates/day";
import type { ListView } from "../lists/address";
import type { ListPage } from "../lists/page";
import { UNIT_LIST } from "../lists/units";
import { dutyKind } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { rows } from "./access-rows";
import { inOrder } from "./keyset";
import { allPagesOf, pageOf, type TeamList } from "./list-pages";
import type { Tx } from "./transaction";
import { dutiesOfUnits, endsOfUnits, type UnitOrder, unitKeys, unitsUnder } from "./unit-facts";
import { OF_TEAM, withTeamTerms } from "./unit-terms-rows";

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

/** One page of what the team has anything to do with; its counts are by archive. */
export async function listUnits(actor: Member, view: ListView): Promise<ListPage<UnitLine>> {
  authorise(actor, "access.read");
  return pageOf(actor, view, UNITS);
}

/** Everything that the list shows under this view, in batches. */
export async function readUnitsFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<UnitLine[]>> {
  authorise(actor, "access.read");
  return allPagesOf(actor, view, UNITS);
}

const UNITS: TeamList<UnitLine> = {
  shape: UNIT_LIST,
  rows: (tx, actor) => ({
    id: Prisma.sql`u.id`,
    from: (query, order) => unitsUnder(actor, query, order as UnitOrder),
    keys: unitKeys,
    countedBy: Prisma.sql`u.archive`,
    read: (ids) => readLines(tx, actor, ids),
  }),
};

async function readLines(tx: Tx, actor: Member, ids: readonly string[]): Promise<UnitLine[]> {
  const these = Prisma.sql`"unitId" = any(${[...ids]}::uuid[])`;
  const units = await tx.accessUnit.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, code: true, version: true, consentCode: true, archive: true, duo: true },
      teamTerms: OF_TEAM,
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
  const lines = units
    .map(withTeamTerms)
    .map(({ dataset, version: _version, ...unit }): UnitLine => {
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
