import { isContradiction, termsToAdd, writeTerms } from "../data-use/team-terms";
import type { TeamTerms } from "../data-use/team-terms-form";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam, type Tx } from "./transaction";
import { tellTerms } from "./unit-terms-rows";

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

/**
 * How the data of a unit may be used, as far as the catalogue and the team know it.
 * @throws AppError NOT_FOUND for a unit of no catalogue, or of another team
 */
export async function getUnitTerms(actor: Member, unitId: string): Promise<UnitTermsFacts> {
  authorise(actor, "access.read");
  return inTeam(actor, (tx) => read(tx, actor, unitId));
}

/**
 * Enters terms of use that the catalogue does not have, and makes the duties of every request with an
 * approval of the unit follow. No terms: takes back what the team had entered.
 * @throws AppError NOT_FOUND as `getUnitTerms`; INVALID at `terms` for none where there are none,
 *   for what the catalogue says already, and for contradictions; CONFLICT with the stored ones in `details.current`
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
        { details: { current: await read(tx, actor, unitId) } },
      );
    }
    await tellTerms(tx, actor, { unitId, duo, source });
    return read(tx, actor, unitId);
  });
}

function refuseIdle(unit: UnitTermsFacts, { terms }: TeamTerms): void {
  if (terms.length + unit.ours.length === 0) throw invalid("terms", "Choose at least one term.");
  const offered = termsToAdd(unit);
  const known = terms.find((short) => !offered.some((term) => term.short === short));
  if (known !== undefined) {
    throw invalid("terms", `The catalogue says ${known} of these data already, or its opposite.`);
  }
  if (isContradiction(terms)) {
    throw invalid("terms", "Data have one permission, and no term beside its opposite.");
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
