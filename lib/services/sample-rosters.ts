import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a list of members that was compared, with one line. */
export async function sampleRoster(
  client: PrismaClient,
  lead: Member,
  unitId: string,
  takenOn: Date,
) {
  const { teamId } = lead;
  const { id: rosterId } = await client.roster.create({
    data: {
      ...{ teamId, place: "gs://sample", takenOn, sha256: "0".repeat(64) },
      ...{ createdBy: lead.name, createdAt: lead.now },
    },
  });
  await client.rosterUnit.create({ data: { teamId, rosterId, unitId } });
  await client.rosterEntry.create({
    data: {
      ...{ teamId, rosterId, position: 0, value: lead.name, personId: lead.personId },
      ...{ verdict: "extra", reason: { code: "shut", shut: [], names: [] } },
    },
  });
  return { rosterId };
}
