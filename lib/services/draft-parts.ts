import type { Prisma } from "@/prisma/client/client";
import type { Answers } from "../archives/form";
import { dayOf, dayToColumn } from "../dates/day";
import { notFound } from "../errors";
import { functionsOf, itemKey } from "../requests/draft";
import { stepOf } from "../requests/lifecycle";
import type { Member, TeamActor } from "../team/actor";
import type { CheckedDraft } from "./draft-check";
import { lookAgain } from "./plan-anew";
import { openStays } from "./step-changes";
import type { Tx } from "./transaction";

/** An item as a draft names it. */
export interface DraftItem {
  unitId: string;
  personId: string | null;
}

/** Answers as the column takes them; they are plain JSON by construction. */
export function json(answers: Answers): Prisma.InputJsonObject {
  return answers as Prisma.InputJsonObject;
}

/** Puts items on the first step of the lifecycle. */
export async function addItems(
  tx: Tx,
  actor: Member,
  requestId: string,
  checked: Pick<CheckedDraft, "lifecycle" | "itemAnswers">,
  items: readonly DraftItem[],
  firstPosition: number,
): Promise<void> {
  const { teamId } = actor;
  const step = stepOf(checked.lifecycle, checked.lifecycle.initial);
  const on = dayOf(actor.now, "UTC");
  const added = await tx.requestItem.createManyAndReturn({
    select: { id: true },
    data: items.map((item, index) => ({
      teamId,
      requestId,
      unitId: item.unitId,
      personId: item.personId,
      step: step.id,
      status: step.status,
      stepSince: dayToColumn(on),
      waitingOn: step.waitingOn,
      answers: json(checked.itemAnswers[itemKey(item)] ?? {}),
      position: firstPosition + index,
    })),
  });
  const round = await tx.cycle.findFirst({
    where: { teamId, requestId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const itemIds = added.map(({ id }) => id);
  await openStays(tx, actor, {
    ...{ requestId, itemIds, step: step.id, move: "", on, cycle: round?.number ?? 1 },
  });
}

/** Makes the request's people those that its answers and items name. */
export async function replaceFunctions(
  tx: Tx,
  actor: TeamActor,
  requestId: string,
  checked: Pick<CheckedDraft, "sections" | "answers">,
  items: readonly DraftItem[],
): Promise<void> {
  const functions = functionsOf(checked.sections, checked.answers, items);
  const personIds = [...new Set(functions.map((entry) => entry.personId))];
  const known = await tx.person.count({ where: { teamId: actor.teamId, id: { in: personIds } } });
  if (known !== personIds.length) throw notFound("person");
  await tx.requestPerson.deleteMany({ where: { teamId: actor.teamId, requestId } });
  await tx.requestPerson.createMany({
    data: functions.map((entry) => ({ ...entry, teamId: actor.teamId, requestId })),
  });
  await lookAgain(tx, actor, { requestId });
}
