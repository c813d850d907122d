import type { Prisma } from "@/prisma/client/client";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/**
 * Carries out `work` once per form instance: the same `commandId` sent again (double click, back
 * button, lost answer) returns the first result. Two at once: the second waits for the first.
 */
export async function once<T extends Prisma.InputJsonObject>(
  tx: Tx,
  actor: Member,
  commandId: string,
  work: () => Promise<T>,
): Promise<T> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${actor.teamId + commandId}, 0))`;
  const earlier = await tx.command.findUnique({
    where: { teamId_id: { teamId: actor.teamId, id: commandId }, userId: actor.userId },
    select: { result: true },
  });
  if (earlier) return earlier.result as T;
  const result = await work();
  await tx.command.create({
    data: { teamId: actor.teamId, id: commandId, userId: actor.userId, result },
  });
  return result;
}
