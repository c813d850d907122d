import type { Prisma } from "@/prisma/client/client";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import type { TeamActor } from "../team/actor";
import type { Tx } from "./transaction";

const COLUMNS = {
  ...{ id: true, requestId: true, reason: true, note: true, version: true },
  ...{ startedOn: true, completedOn: true, cancelledOn: true },
  certificate: { select: { id: true, sha256: true } },
  steps: {
    orderBy: { createdAt: "asc" },
    select: {
      ...{ step: true, doneOn: true, answers: true, recordedBy: true },
      document: {
        select: {
          ...{ id: true, name: true, sha256: true },
          ...{ deletedAt: true, deletedBy: true, deletedWhy: true },
        },
      },
    },
  },
} satisfies Prisma.CloseOutSelect;

/** A close-out with the steps that were taken, in their order. */
export type LoadedCloseOut = ReturnType<typeof loaded>;

/** The close-outs of a request, newest first, in a transaction of the team. */
export async function loadCloseOuts(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
): Promise<LoadedCloseOut[]> {
  const rows = await tx.closeOut.findMany({
    where: { teamId, requestId },
    orderBy: { id: "desc" },
    select: COLUMNS,
  });
  return rows.map(loaded);
}

/** One close-out, which nobody else changes until this transaction ends. Throws NOT_FOUND. */
export async function lockCloseOut(
  tx: Tx,
  { teamId }: TeamActor,
  id: string,
): Promise<LoadedCloseOut> {
  await tx.$executeRaw`select 1 from "CloseOut" where id = ${id}::uuid and "teamId" = ${teamId}::uuid for update`;
  const row = await tx.closeOut.findFirst({ where: { id, teamId }, select: COLUMNS });
  if (!row) throw notFound("close-out");
  return loaded(row);
}

function loaded(row: Prisma.CloseOutGetPayload<{ select: typeof COLUMNS }>) {
  return {
    ...row,
    startedOn: dayFromColumn(row.startedOn),
    completedOn: optionalDay(row.completedOn),
    cancelledOn: optionalDay(row.cancelledOn),
    steps: row.steps.map((step) => ({
      ...step,
      doneOn: dayFromColumn(step.doneOn),
      answers: step.answers as Record<string, string>,
    })),
  };
}

function optionalDay(value: Date | null): Day | null {
  return value && dayFromColumn(value);
}
