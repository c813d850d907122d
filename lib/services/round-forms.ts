import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { notFound } from "../errors";
import { readFilings } from "../requests/filing";
import type { TeamActor } from "../team/actor";
import { replaceFunctions } from "./draft-parts";
import type { Tx } from "./transaction";

/** Everything that the form of a request says now, as plain JSON. */
export async function formNow(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
): Promise<Prisma.InputJsonObject> {
  const { title, answers, items } = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: requestId } },
    select: {
      ...{ title: true, answers: true },
      items: { orderBy: { position: "asc" }, select: { id: true, answers: true } },
    },
  });
  return {
    title,
    answers: answers as Prisma.InputJsonObject,
    items: items as Prisma.InputJsonArray,
  };
}

/**
 * Writes the form of a request from the last of these filings, with the people it names. Items that
 * were no part of it keep their answers; without a filing everything stays.
 */
export async function restoreForm(
  tx: Tx,
  actor: TeamActor,
  request: { id: string; archive: string; lifecycle: string },
  filed: unknown,
): Promise<void> {
  const { teamId } = actor;
  const filing = readFilings(filed).at(-1);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  if (!filing) return;
  const items = await tx.requestItem.findMany({
    where: { teamId, requestId: request.id },
    select: { id: true, unitId: true, personId: true, unit: { select: { code: true } } },
  });
  for (const item of items) {
    const was = filing.items.find(
      ({ unit, personId }) => unit === item.unit.code && personId === item.personId,
    );
    if (!was) continue;
    await tx.requestItem.updateMany({
      where: { id: item.id, teamId },
      data: { answers: was.answers as Prisma.InputJsonObject },
    });
  }
  await tx.request.updateMany({
    where: { id: request.id, teamId },
    data: { title: filing.title, answers: filing.answers as Prisma.InputJsonObject },
  });
  const sections = archive.sections(request.lifecycle);
  await replaceFunctions(tx, actor, request.id, { sections, answers: filing.answers }, items);
}
