import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: something sent back, and an answer of the library that a question uses. */
export async function sampleForm(
  client: PrismaClient,
  { teamId, now }: Member,
  request: { requestId: string; cycleId: string; itemId: string },
  on: Date,
) {
  const { requestId, cycleId, itemId } = request;
  const revision = await client.revision.create({
    data: {
      ...{
        teamId,
        requestId,
        cycleId,
        number: 1,
        askedBy: "dac",
        askedOn: on,
        comment: "Say more",
      },
      ...{ itemIds: [itemId], createdAt: now },
    },
  });
  const answer = await client.libraryAnswer.create({
    data: {
      ...{ teamId, topic: "security_measures", title: "Our cluster", text: "Locked rooms." },
      ...{ createdAt: now, updatedAt: now },
    },
  });
  await client.answerUse.create({
    data: { teamId, requestId, entry: "storage", answerId: answer.id, answerVersion: 1 },
  });
  return { revisionId: revision.id, answerId: answer.id };
}
