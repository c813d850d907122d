import { dayFromColumn, dayToColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { record } from "./events";
import { inTeam } from "./transaction";

/**
 * Records that somebody saw today at the archive that an approval stands. Said twice on one day it is
 * noted once. Throws INVALID for an approval that was ended, NOT_FOUND.
 */
export async function confirmGrant(actor: Member, input: { grantId: string }): Promise<void> {
  authorise(actor, "access.confirm");
  const { teamId } = actor;
  const today = todayFor(actor);
  await inTeam(actor, async (tx) => {
    const grant = await tx.grant.findUnique({
      where: { teamId_id: { teamId, id: input.grantId } },
      select: { id: true, requestId: true, endedOn: true, unit: { select: { code: true } } },
    });
    if (!grant) throw notFound("approval");
    if (grant.endedOn !== null) {
      const on = dayFromColumn(grant.endedOn);
      throw invalid("grantId", `This approval was ended on ${on}; it cannot be seen as standing.`);
    }
    // Never back to an earlier day: somebody further east may have looked already.
    const { count } = await tx.grant.updateMany({
      where: {
        id: grant.id,
        teamId,
        OR: [{ confirmedOn: null }, { confirmedOn: { lt: dayToColumn(today) } }],
      },
      data: { confirmedOn: dayToColumn(today) },
    });
    if (count === 0) return;
    await record(tx, actor, {
      action: "grant.confirmed",
      subjectType: "grant",
      subjectId: grant.id,
      requestId: grant.requestId,
      data: { unit: grant.unit.code, on: today },
    });
  });
}
