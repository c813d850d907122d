import { Prisma } from "@/prisma/client/client";
import type { ReviewStatus } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { TeamActor } from "../team/actor";
import { type AccessScope, about, of, rows } from "./access-rows";
import { type Lists, lists } from "./row-lists";
import type { Tx } from "./transaction";

/** Something asked for, for one unit: an approval of it, or where it stands without one. */
export interface ItemRow {
  requestId: string;
  unitId: string;
  personId: string | null;
  grant: GrantRow | null;
  /** Null for what is approved, which says no more than the grant does. */
  standing: { id: string; step: string; status: ReviewStatus; since: Day } | null;
}

export interface GrantRow {
  id: string;
  decidedOn: Day;
  startsOn: Day;
  endsOn: Day | null;
  endedOn: Day | null;
  endedBy: string | null;
  confirmedOn: Day | null;
  documentId: string | null;
}

/** What was granted of these units and what became of the rest that was asked for, by unit. */
export function itemsByUnit(
  grants: readonly Grants[],
  standings: readonly ItemRow[],
): ReadonlyMap<string, readonly ItemRow[]> {
  const items = new Map<string, ItemRow[]>();
  const add = (row: ItemRow) => {
    const known = items.get(row.unitId);
    if (known) known.push(row);
    else items.set(row.unitId, [row]);
  };
  for (const group of grants) grantsOf(group).forEach(add);
  for (const row of standings) add(row);
  return items;
}

/** What was asked for of these units and is not approved. */
export async function readStandings(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
): Promise<ItemRow[]> {
  return rows(
    tx,
    Prisma.sql`select "requestId", "unitId", "personId", null as grant, json_build_object(
        'id', id, 'step', step, 'status', status, 'since', "stepSince") as standing
      from "RequestItem" i where "teamId" = ${teamId}::uuid and status <> 'approved'
        and ${about(scope, '"unitId"')} and ${of(scope.people, '"personId"')}`,
  );
}

/** What few grants have to say beyond their days. */
type More = Pick<GrantRow, "endedOn" | "endedBy" | "confirmedOn">;

/** A text of JSON holds no control characters. */
const COLUMNS = {
  personId: '"personId"',
  id: "id",
  decidedOn: '"decidedOn"',
  startsOn: '"startsOn"',
  endsOn: '"endsOn"',
  documentId: '"documentId"',
  more: `case when "endedOn" is not null or "confirmedOn" is not null then json_build_object(
    'endedOn', "endedOn", 'endedBy', "endedBy", 'confirmedOn', "confirmedOn")::text end`,
};

export type Grants = Lists<"requestId" | "unitId", keyof typeof COLUMNS>;

/**
 * The grants of each request for each unit, of which a large team has 20 000. It joins nothing:
 * before a new team's rows are counted, a plan for a join takes them for one or two, and then seconds.
 */
export function readGrants(tx: Tx, { teamId }: TeamActor, scope: AccessScope): Promise<Grants[]> {
  return lists(
    tx,
    ["requestId", "unitId"],
    COLUMNS,
    Prisma.sql`"Grant" where "teamId" = ${teamId}::uuid and ${about(scope, '"unitId"')}
      and ${of(scope.people, '"personId"')}`,
  );
}

function grantsOf(group: Grants): ItemRow[] {
  const { requestId, unitId, personId, id: ids, documentId, more: mores } = group;
  const decided = group.decidedOn as Day[];
  const starts = group.startsOn as Day[];
  const ends = group.endsOn as Day[];
  return ids.map((id, at) => {
    const more = mores[at] ? (JSON.parse(mores[at]) as More) : null;
    return {
      requestId,
      unitId,
      personId: personId[at] || null,
      grant: {
        id,
        decidedOn: decided[at] as Day,
        startsOn: starts[at] as Day,
        endsOn: ends[at] || null,
        endedOn: more?.endedOn ?? null,
        endedBy: more?.endedBy ?? null,
        confirmedOn: more?.confirmedOn ?? null,
        documentId: documentId[at] || null,
      },
      standing: null,
    };
  });
}
