import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a paper that rests on a request's data, reported in its round. */
export async function sampleOutput(
  client: PrismaClient,
  { teamId, now: createdAt }: Member,
  { requestId, cycleId }: { requestId: string; cycleId: string },
  on: Date,
) {
  const { id: outputId } = await client.output.create({
    data: { teamId, kind: "publication", title: "Genes of age", on, createdAt },
  });
  await client.outputUse.create({ data: { teamId, outputId, requestId, cycleId } });
  return { outputId };
}
