import { readTermsToAdd, termsInLetters, writeTerms } from "../data-use/team-terms";
import type { TeamActor } from "../team/actor";
import { record } from "./events";
import { touch } from "./touched";
import type { Tx } from "./tx";

/** What the team's own terms of a unit add to those of the catalogue, in a query for units. */
export const OF_TEAM = { select: { duo: true } } as const;

/** A unit with all its terms in one list. Row-level security shows a team its own only. */
export function withTeamTerms<Row extends { duo: string[]; teamTerms: { duo: string[] }[] }>({
  teamTerms,
  ...unit
}: Row): Omit<Row, "teamTerms"> {
  return { ...unit, duo: [...unit.duo, ...teamTerms.flatMap(({ duo }) => duo)] };
}

/** Writes the line of history of a team's terms, and has the duties that rest on them follow. */
export async function tellTerms(
  tx: Tx,
  actor: TeamActor,
  { unitId, duo, source }: { unitId: string; duo: readonly string[]; source: string },
): Promise<void> {
  const { teamId } = actor;
  const where = { id: unitId };
  const { code } = await tx.accessUnit.findUniqueOrThrow({ where, select: { code: true } });
  await record(tx, actor, {
    ...{ action: "unit.terms", subjectType: "unit", subjectId: unitId },
    data: { unit: code, terms: termsInLetters(duo) || "none", source },
  });
  const grants = await tx.grant.findMany({
    where: { teamId, unitId },
    distinct: ["requestId"],
    select: { requestId: true },
  });
  touch(tx, actor, ...grants.map(({ requestId: id }) => ({ kind: "request", id }) as const));
}

/**
 * Takes the team's terms of a unit over to its newer version, where the team has none of it yet: what
 * a letter says of the use holds until another one says otherwise.
 */
export async function carryTerms(
  tx: Tx,
  actor: TeamActor,
  { oldUnitId, newUnitId }: { oldUnitId: string; newUnitId: string },
): Promise<void> {
  const { teamId, now: updatedAt } = actor;
  const where = { teamId_unitId: { teamId, unitId: oldUnitId } };
  const old = await tx.unitTerms.findUnique({ where });
  if (!old) return;
  const newer = await tx.accessUnit.findUniqueOrThrow({
    where: { id: newUnitId },
    select: { consentCode: true, duo: true },
  });
  const duo = writeTerms(readTermsToAdd(newer, old.duo));
  if (duo.length === 0) return;
  const { source } = old;
  const { count } = await tx.unitTerms.createMany({
    data: { teamId, unitId: newUnitId, duo, source, updatedAt },
    skipDuplicates: true,
  });
  if (count > 0) await tellTerms(tx, actor, { unitId: newUnitId, duo, source });
}
