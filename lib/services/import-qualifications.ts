import { AppError, notFound } from "../errors";
import type { QualificationPlan } from "../imports/change";
import { readFacts } from "../people/qualification-facts";
import { stepOf } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { latestDay, todayFor } from "../team/today";
import {
  asQualification,
  columnsOf,
  holderName,
  refuseSecond,
  requireQualification,
  requireType,
  tell,
  toldFacts,
  updateRow,
} from "./qualification-rows";
import type { Tx } from "./transaction";

/**
 * Carries out what one accepted row says of what a person holds: a first record of it, or another
 * step and other days of the one that is there. Throws CONFLICT where its type cannot be so.
 */
export async function applyQualification(
  tx: Tx,
  actor: Member,
  plan: QualificationPlan,
): Promise<{ requestId: null; units: string[]; to: string; personId: string }> {
  const personId = plan.person.id;
  const holder = await holderName(tx, actor, personId);
  const type = requireType(plan.type, personId);
  const stored = plan.row && (await requireQualification(tx, actor, plan.row));
  const was = stored && asQualification(stored);
  const step = stepOf(type.lifecycle, plan.step);
  const isOver = step.status === "closed" || step.status === "terminated";
  const read = readFacts(
    type,
    plan.step,
    {
      ...{ since: plan.since, completedOn: plan.completedOn },
      startsOn: plan.startsOn ?? (isOver ? (was?.startsOn ?? null) : null),
      reportEndsOn: plan.reportEndsOn ?? was?.reportEndsOn ?? null,
      endsOn: plan.endsOn ?? was?.endsOn ?? null,
      ...{ reference: plan.reference ?? was?.reference ?? "", answers: { ...was?.answers } },
    },
    was,
    { today: todayFor(actor), latest: latestDay(actor) },
  );
  if (!read.ok) throw new AppError("CONFLICT", read.message);
  const told = { ...toldFacts(read.value), to: step.label };
  if (stored) {
    await updateRow(tx, actor, stored, columnsOf(read.value));
    const action = stored.step === step.id ? "qualification.corrected" : "qualification.recorded";
    await tell(tx, actor, action, { id: stored.id, type, holder }, told);
    return { requestId: null, units: [`${type.name}, ${holder}`], to: step.label, personId };
  }
  if (type.oneAtATime) await refuseSecond(tx, actor, type, personId);
  const { id } = await tx.qualification.create({
    data: {
      ...{ teamId: actor.teamId, personId, type: type.id, createdAt: actor.now },
      ...columnsOf(read.value),
    },
    select: { id: true },
  });
  if (!id) throw notFound("entry");
  await tell(tx, actor, "qualification.recorded", { id, type, holder }, told);
  return { requestId: null, units: [`${type.name}, ${holder}`], to: step.label, personId };
}
