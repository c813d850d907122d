import type { Prisma } from "@/prisma/client/client";
import type { TeamActor } from "../team/actor";
import { planSoon } from "./obligations";
import type { Tx } from "./tx";

/** As `nextPlanAt` of a duty: planning must look at it at its next run. */
export const AT_ONCE = new Date(0);

/**
 * Has planning look anew at open duties of the team, since what decides on their reminders changed:
 * a schedule, a stand-in. Runs within the transaction of that change.
 * @param which narrows it to the duties that the change can touch
 */
export async function planAnew(
  tx: Tx,
  actor: TeamActor,
  which: Prisma.ObligationWhereInput = {},
): Promise<void> {
  await tx.obligation.updateMany({
    where: { ...which, teamId: actor.teamId, state: "open", nextPlanAt: { gt: AT_ONCE } },
    data: { nextPlanAt: AT_ONCE },
  });
  await planSoon(tx, actor);
}
