import type { Prisma } from "@/prisma/client/client";
import type { ReviewStatus } from "../archives/lifecycle";
import { nameOfUnit } from "../catalogue/unit-name";
import type { CopyKind, PlaceKind } from "../copies/copy";
import { type Day, dayFromColumn } from "../dates/day";
import { tombstoneOf } from "../documents/document";
import type { TeamActor } from "../team/actor";
import { PROOF } from "./proof-columns";
import type { Tx } from "./transaction";

const NAME = { select: { id: true, name: true } } as const;

const COLUMNS = {
  ...{ id: true, kind: true, what: true, placeKind: true, place: true, version: true },
  ...{ putOn: true, madeOfId: true, destroyedOn: true, method: true, witness: true },
  requestId: true,
  request: {
    select: { number: true, title: true, archive: true, lifecycle: true, status: true },
  },
  putBy: NAME,
  destroyedBy: NAME,
  madeOf: { select: { id: true, what: true, destroyedOn: true } },
  document: { select: { ...PROOF, sha256: true } },
  units: {
    orderBy: { unit: { code: "asc" } },
    select: {
      unit: {
        select: {
          ...{ id: true, code: true, version: true, consentCode: true },
          dataset: { select: { slug: true, shortTitle: true } },
        },
      },
    },
  },
} satisfies Prisma.DataCopySelect;

/** A copy of data as pages, refusals and certificates need it. */
export type CopyLine = ReturnType<typeof lineOf>;

/** So many copies are read at most. */
const MOST = 1_000;

/** The copies that fit, oldest first, in a transaction of the team. */
export async function loadCopies(
  tx: Tx,
  { teamId }: TeamActor,
  where: Prisma.DataCopyWhereInput = {},
): Promise<CopyLine[]> {
  const rows = await tx.dataCopy.findMany({
    where: { ...where, teamId },
    orderBy: [{ putOn: "asc" }, { id: "asc" }],
    select: COLUMNS,
    take: MOST,
  });
  return rows.map(lineOf);
}

/**
 * The copies that the end of a request is about: those got under it, those of its data whose request
 * nobody named, and all that was made of either, wherever that is registered.
 */
export async function loadCopiesOf(
  tx: Tx,
  actor: TeamActor,
  requestId: string,
): Promise<CopyLine[]> {
  const { teamId } = actor;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive concerned as (
      select id from "DataCopy" copy
       where copy."teamId" = ${teamId}::uuid
         and (copy."requestId" = ${requestId}::uuid
          or copy."requestId" is null and exists (
            select 1 from "DataCopyUnit" held
              join "Grant" on "Grant"."unitId" = held."unitId"
               and "Grant"."teamId" = held."teamId" and "Grant"."requestId" = ${requestId}::uuid
             where held."copyId" = copy.id and held."teamId" = ${teamId}::uuid))
      union
      select made.id from "DataCopy" made
        join concerned on made."madeOfId" = concerned.id
       where made."teamId" = ${teamId}::uuid)
    select id from concerned`;
  return loadCopies(tx, actor, { id: { in: rows.map(({ id }) => id) } });
}

function lineOf(row: Prisma.DataCopyGetPayload<{ select: typeof COLUMNS }>) {
  const { units, request, document, madeOf, ...copy } = row;
  return {
    ...copy,
    kind: copy.kind as CopyKind,
    placeKind: copy.placeKind as PlaceKind,
    putOn: dayFromColumn(copy.putOn),
    destroyedOn: optionalDay(copy.destroyedOn),
    request: request && { ...request, status: request.status as ReviewStatus },
    madeOf: madeOf && { ...madeOf, destroyedOn: optionalDay(madeOf.destroyedOn) },
    document: document && { ...document, deleted: tombstoneOf(document) },
    unitIds: units.map(({ unit }) => unit.id),
    units: units.map(({ unit }) => ({
      ...{ id: unit.id, code: unit.code, slug: unit.dataset.slug, name: nameOfUnit(unit) },
    })),
  };
}

function optionalDay(value: Date | null): Day | null {
  return value && dayFromColumn(value);
}

/**
 * Lets nobody else register or restore a copy of the team until this transaction ends, so that an
 * end which was found free of copies stays so.
 */
export async function lockCopies(tx: Tx, { teamId }: TeamActor): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`copies:${teamId}`}, 0))`;
}
