import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a view of the list of requests that the lead shares with the team. */
export async function sampleView(
  client: PrismaClient,
  { teamId, personId, now: createdAt }: Member,
) {
  const view = await client.savedView.create({
    data: {
      ...{ id: randomUUID(), teamId, personId, list: "requests", name: "At EGA", createdAt },
      ...{ query: "q=archive%3Aega", isShared: true },
    },
  });
  return { viewId: view.id };
}
