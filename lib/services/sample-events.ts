import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: an incident, an amendment, and a newer version of the request's data. */
export async function sampleEvents(
  client: PrismaClient,
  { teamId, personId, now: createdAt }: Member,
  rows: { requestId: string; unitId: string; ownUnitId: string; number: number },
  on: Date,
) {
  const { requestId, unitId, ownUnitId, number } = rows;
  const incident = await client.incident.create({
    data: {
      ...{ teamId, number, kind: "lost_device", title: "A laptop is gone", what: "Stolen." },
      ...{ knownAt: createdAt, foundById: personId, createdAt },
      units: { create: { unitId, requestId } },
    },
  });
  const amendment = await client.amendment.create({
    data: {
      ...{ teamId, requestId, number: 1, kind: "hand_over", what: "Bo goes on.", createdAt },
      ...{ state: "preparing", change: { kind: "hand_over", personId, before: [], after: [] } },
    },
  });
  const version = await client.newVersion.create({
    data: {
      ...{ teamId, oldUnitId: unitId, newUnitId: ownUnitId, seenOn: on, source: "hand" },
      ...{ effect: "new_request", createdAt },
    },
  });
  await client.unitTerms.create({
    data: { teamId, unitId, duo: ["DUO:0000029"], source: "A letter", updatedAt: createdAt },
  });
  return { incidentId: incident.id, amendmentId: amendment.id, newVersionId: version.id };
}
