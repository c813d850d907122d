import { mustSignAgain } from "../agreements/signing";
import { allVersions } from "../agreements/version";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import { type AgreementFacts, agreementDuties } from "../obligations/agreement-duties";
import type { StandingChanges } from "../obligations/standing-changes";
import { isSettled } from "../requests/settled";
import type { TeamActor } from "../team/actor";
import { type LoadedAgreement, loadVersions } from "./agreement-rows";
import { leadOf } from "./standing-people";
import { readStanding, storeStanding, waitForOthers } from "./standing-rows";
import type { Tx } from "./tx";

const ROW = {
  next: { select: { id: true } },
  units: {
    select: {
      unit: { select: { grants: { where: { endedOn: null }, select: { id: true }, take: 1 } } },
    },
  },
  request: {
    select: {
      ...{ ownerId: true, status: true },
      grants: { where: { endedOn: null, endsOn: { not: null } }, select: { endsOn: true } },
    },
  },
} as const;

/** Makes the standing duties of these agreements follow from what they say and who signed them. */
export async function followAgreements(
  tx: Tx,
  actor: TeamActor,
  ids: readonly string[],
): Promise<StandingChanges[]> {
  const { teamId } = actor;
  await waitForOthers(tx, actor, "agreement", ids);
  const rows = await tx.agreement.findMany({
    where: { teamId, id: { in: [...ids] } },
    include: ROW,
    orderBy: { id: "asc" },
  });
  const leadId = await leadOf(tx, actor);
  if (rows.length === 0 || leadId === null) return [];
  const renewed = rows.filter(({ replacesId }) => replacesId !== null).map(({ id }) => id);
  const versions = renewed.length > 0 ? await loadVersions(tx, actor, renewed) : null;
  const storedOf = await readStanding(tx, actor, "agreement", ids);
  const changed: StandingChanges[] = [];
  for (const { next, request, units, ...row } of rows) {
    const stored = storedOf({ kind: "agreement", id: row.id });
    const facts: AgreementFacts = {
      agreement: {
        ...row,
        startsOn: dayFromColumn(row.startsOn),
        endsOn: row.endsOn && dayFromColumn(row.endsOn),
        endedOn: row.endedOn && dayFromColumn(row.endedOn),
        recordedOn: dayOf(row.createdAt, "UTC"),
      },
      isReplaced: next.length > 0,
      isSettled:
        request !== null &&
        isSettled(request.status) &&
        units.every(({ unit }) => unit.grants.length === 0),
      ownerId: request?.ownerId ?? leadId,
      approvalsEndOn: (request?.grants ?? []).flatMap(({ endsOn }) =>
        endsOn ? dayFromColumn(endsOn) : [],
      ),
      mustSign: signersOf(versions?.get(row.id)),
      closed: stored.closed,
    };
    changed.push(await storeStanding(tx, actor, stored, agreementDuties(facts)));
  }
  return changed;
}

/** The persons who signed before and have not signed this text, once each. */
function signersOf(row: LoadedAgreement | undefined): { personId: string; leavesOn: Day | null }[] {
  if (!row) return [];
  const leaving = new Map(
    allVersions(row).flatMap(({ signatures }) =>
      signatures.map(({ personId, leavesOn }) => [personId, leavesOn] as const),
    ),
  );
  const ids = new Set(mustSignAgain(row).flatMap(({ personId }) => personId ?? []));
  return [...ids].map((personId) => ({ personId, leavesOn: leaving.get(personId) ?? null }));
}
