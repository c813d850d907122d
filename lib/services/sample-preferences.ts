import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: what mail the lead of a team wants. */
export async function samplePreference(client: PrismaClient, { teamId, personId, now }: Member) {
  await client.mailPreference.create({ data: { teamId, personId, updatedAt: now } });
}
