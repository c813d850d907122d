import { dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import type { SetProjectEnd } from "../requests/project-end";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { inTeam } from "./transaction";

/**
 * Sets the last day of the project that the data of a request serve, or takes it away; what is owed
 * of the results is due on it.
 * @throws AppError CONFLICT when somebody set another one since the page was read, NOT_FOUND
 */
export async function setProjectEnd(actor: Member, input: SetProjectEnd): Promise<void> {
  authorise(actor, "request.edit");
  const { teamId } = actor;
  const { requestId: id, was, endsOn } = input;
  await inTeam(actor, async (tx) => {
    const request = await tx.request.findFirst({ where: { id, teamId }, select: { id: true } });
    if (!request) throw notFound("request");
    const { count } = await tx.request.updateMany({
      where: { id, teamId, projectEndsOn: was && dayToColumn(was) },
      data: { projectEndsOn: endsOn && dayToColumn(endsOn), updatedAt: actor.now },
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Somebody set another last day of the project meanwhile. Load the page again.",
      );
    }
    await record(tx, actor, {
      ...{ action: "request.projectEndSet", subjectType: "request", subjectId: id, requestId: id },
      data: { on: endsOn ?? "none" },
    });
  });
}
