import type { Prisma } from "@/prisma/client/client";
import type { TeamActor } from "../team/actor";
import { planSoon } from "./obligations";
import type { Tx } from "./tx";

/** As `nextPlanAt` of a duty: planning must look at it at its next run. */
export const AT_ONCE = new Date(0);

/**
 * Has the next run look anew at open duties of the team, since what decides on their reminders
 * changed: a step, a person. Runs within the transaction of that change. Writes each row, also one
 * that is looked at anyway: a run that has read it before this change sees by that that it must not
 * put it off.
 * @param which narrows it to the duties that the change can touch
 */
export async function lookAgain(
  tx: Tx,
  actor: TeamActor,
  which: Prisma.ObligationWhereInput = {},
): Promise<void> {
  await tx.obligation.updateMany({
    where: { ...which, teamId: actor.teamId, state: "open" },
    data: { nextPlanAt: AT_ONCE },
  });
}

/** As `lookAgain`, and has the team's reminders planned after this transaction. */
export async function planAnew(
  tx: Tx,
  actor: TeamActor,
  which: Prisma.ObligationWhereInput = {},
): Promise<void> {
  await lookAgain(tx, actor, which);
  await planSoon(tx, actor);
}
