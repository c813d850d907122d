import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a stay of an item, and a letter about its request. */
export async function sampleWaiting(
  client: PrismaClient,
  lead: Member,
  { requestId, itemId }: { requestId: string; itemId: string },
  on: Date,
) {
  const { teamId, personId } = lead;
  const within = { teamId, requestId };
  const stay = await client.itemStep.create({
    data: { ...within, itemId, cycle: 1, step: "approved", move: "approve", enteredOn: on },
  });
  const comment = await client.comment.create({
    data: {
      ...{ ...within, kind: "internal", text: `Of ${lead.name}`, on },
      ...{ authorId: personId, createdAt: lead.now },
    },
  });
  return { stayId: stay.id, commentId: comment.id };
}
