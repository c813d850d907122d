import { readTerms, type TeamTerms, termsToAdd, writeTerms } from "../data-use/team-terms";
import { isPermission, termsOfUnit } from "../data-use/terms-of-unit";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { touch } from "./touched";
import { inTeam, type Tx } from "./transaction";

/** What is published on the use of a unit, and what the team read elsewhere. */
export interface UnitTermsFacts {
  unitId: string;
  consentCode: string | null;
  /** Of the catalogue. */
  duo: string[];
  /** Of the team; empty where it entered none. */
  ours: string[];
  /** Where the team's are written. */
  source: string;
  /** Of the team's; 0 where it never entered any. */
  version: number;
}

/** @throws AppError NOT_FOUND for a unit of no catalogue, or of another team */
export async function getUnitTerms(actor: Member, unitId: string): Promise<UnitTermsFacts> {
  authorise(actor, "access.read");
  return inTeam(actor, (tx) => read(tx, actor, unitId));
}

/**
 * Enters terms of use that the catalogue does not have, and makes the duties of every request with an
 * approval of the unit follow. No terms: takes back what the team had entered.
 * @throws AppError NOT_FOUND as `getUnitTerms`; INVALID at `terms` for none where there are none,
 *   for what the catalogue says already, and for two permissions; CONFLICT with the stored ones in `details.current`
 */
export async function setUnitTerms(actor: Member, input: TeamTerms): Promise<UnitTermsFacts> {
  authorise(actor, "unit.setTerms");
  const { unitId, version } = input;
  return inTeam(actor, async (tx) => {
    const before = await read(tx, actor, unitId);
    refuseIdle(before, input);
    const duo = writeTerms(input);
    const source = duo.length > 0 ? input.source : "";
    if (!(await store(tx, actor, { unitId, duo, source }, version))) {
      throw new AppError(
        "CONFLICT",
        "Somebody changed these terms while you were typing. Compare, then save again.",
        { details: { current: before } },
      );
    }
    const { code } = await tx.accessUnit.findUniqueOrThrow({
      where: { id: unitId },
      select: { code: true },
    });
    await record(tx, actor, {
      ...{ action: "unit.terms", subjectType: "unit", subjectId: unitId },
      data: { unit: code, terms: readTerms(duo).terms.join(", ") || "none", source },
    });
    await touchHolding(tx, actor, unitId);
    return read(tx, actor, unitId);
  });
}

function refuseIdle(unit: UnitTermsFacts, { terms }: TeamTerms): void {
  if (terms.length + unit.ours.length === 0) throw invalid("terms", "Choose at least one term.");
  const offered = termsToAdd(unit);
  const known = terms.find((short) => !offered.some((term) => term.short === short));
  if (known !== undefined) {
    throw invalid("terms", `The catalogue says ${known} of these data already; leave it out.`);
  }
  const all = termsOfUnit({ consentCode: null, duo: writeTerms({ terms, values: {} }) }).terms;
  if (all.filter(isPermission).length > 1) {
    throw invalid("terms", "Data have one permission; choose which of them is theirs.");
  }
}

async function read(tx: Tx, { teamId }: Member, unitId: string): Promise<UnitTermsFacts> {
  const unit = await tx.accessUnit.findFirst({
    where: { id: unitId, OR: [{ teamId: null }, { teamId }] },
    select: {
      ...{ consentCode: true, duo: true },
      teamTerms: { where: { teamId }, select: { duo: true, source: true, version: true } },
    },
  });
  if (!unit) throw notFound("access unit");
  const { consentCode, duo, teamTerms } = unit;
  const [{ duo: ours, source, version } = { duo: [], source: "", version: 0 }] = teamTerms;
  return { unitId, consentCode, duo, ours, source, version };
}

async function store(
  tx: Tx,
  { teamId, now }: Member,
  { unitId, ...terms }: { unitId: string; duo: string[]; source: string },
  version: number,
): Promise<boolean> {
  const data = { ...terms, updatedAt: now };
  const { count } =
    version === 0
      ? await tx.unitTerms.createMany({ data: { teamId, unitId, ...data }, skipDuplicates: true })
      : await tx.unitTerms.updateMany({
          where: { teamId, unitId, version },
          data: { ...data, version: { increment: 1 } },
        });
  return count > 0;
}

/** Duties of a request rest on the terms of what it was approved for. */
async function touchHolding(tx: Tx, actor: Member, unitId: string): Promise<void> {
  const grants = await tx.grant.findMany({
    where: { teamId: actor.teamId, unitId },
    distinct: ["requestId"],
    select: { requestId: true },
  });
  touch(tx, actor, ...grants.map(({ requestId: id }) => ({ kind: "request", id }) as const));
}
