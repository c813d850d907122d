import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: an address from which calendar programs read the lead's duties. */
export async function sampleFeed(
  client: PrismaClient,
  { teamId, personId, name, now: createdAt }: Member,
) {
  const feed = await client.calendarFeed.create({
    data: {
      ...{ teamId, personId, madeById: personId, name, createdAt },
      secretHash: randomUUID().replaceAll("-", "").repeat(2),
    },
  });
  return { feedId: feed.id };
}
