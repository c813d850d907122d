import { dayFromColumn } from "../dates/day";
import type { TeamState } from "../imports/state";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

const UNIT = {
  ...{ id: true, archive: true, code: true, version: true, dac: true, accessClass: true },
  ...{ policy: true, consentCode: true, dataset: { select: { title: true, shortTitle: true } } },
} as const;
const ITEM = {
  ...{ id: true, unitId: true, personId: true, step: true, stepSince: true, archiveNumber: true },
  grants: {
    where: { endedOn: null },
    select: { id: true, decidedOn: true, endsOn: true, confirmedOn: true },
  },
} as const;

/** What the team knows at these archives, as far as an import may touch it. */
export async function loadTeamState(
  tx: Tx,
  { teamId }: Member,
  archives: readonly string[],
): Promise<TeamState> {
  const archive = { in: [...archives] };
  const units = await tx.accessUnit.findMany({
    where: {
      archive,
      OR: [{ teamId: null }, { teamId }],
      // What left the catalogue may still stand in a request of the team.
      AND: { OR: [{ retiredAt: null }, { items: { some: { teamId } } }] },
    },
    select: UNIT,
  });
  const requests = await tx.request.findMany({
    where: { teamId, archive },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, number: true, archive: true, lifecycle: true, title: true },
      ...{ archiveNumber: true, version: true, items: { select: ITEM } },
    },
  });
  const people = await tx.person.findMany({
    where: { teamId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true },
  });
  const identities = await tx.identity.findMany({
    where: { teamId },
    select: { personId: true, scheme: true, key: true },
  });
  return {
    units: units.map(({ dataset, ...unit }) => ({ ...unit, ...dataset })),
    requests: requests.map(asKnown),
    ...{ people, identities },
    qualifications: await loadQualifications(tx, teamId),
  };
}

type StoredRequest = {
  items: {
    stepSince: Date;
    grants: { id: string; decidedOn: Date; endsOn: Date | null; confirmedOn: Date | null }[];
  }[];
};

function asKnown<R extends StoredRequest>({ items, ...request }: R) {
  return {
    ...request,
    items: items.map(({ grants: [grant], ...item }: R["items"][number]) => ({
      ...item,
      stepSince: dayFromColumn(item.stepSince),
      grant: grant
        ? {
            id: grant.id,
            decidedOn: dayFromColumn(grant.decidedOn),
            endsOn: grant.endsOn && dayFromColumn(grant.endsOn),
            confirmedOn: grant.confirmedOn && dayFromColumn(grant.confirmedOn),
          }
        : null,
    })),
  };
}

async function loadQualifications(tx: Tx, teamId: string): Promise<TeamState["qualifications"]> {
  const rows = await tx.qualification.findMany({
    where: { teamId, personId: { not: null }, unitId: null, requestId: null },
    select: {
      ...{ id: true, personId: true, type: true, step: true, stepSince: true, startsOn: true },
      ...{ completedOn: true, version: true },
    },
  });
  return rows.flatMap(({ personId, ...row }) =>
    personId === null
      ? []
      : [
          {
            ...{ ...row, personId, stepSince: dayFromColumn(row.stepSince) },
            startsOn: row.startsOn && dayFromColumn(row.startsOn),
            completedOn: row.completedOn && dayFromColumn(row.completedOn),
          },
        ],
  );
}
