import { AppError, invalid, notFound } from "../errors";
import type { SettleDuty } from "../people/departure-form";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { closeDuty } from "./obligations";
import { inTeam } from "./transaction";

/**
 * Records that a duty was done. The duty of an approval's end is not settled by hand: it closes when
 * the approval is renewed or ended.
 * @throws AppError NOT_FOUND; INVALID at `doneOn` for a day to come; CONFLICT when it is closed
 *   already or belongs to an approval
 */
export async function settleDuty(actor: Member, input: SettleDuty): Promise<void> {
  authorise(actor, "duty.settle");
  const { id, doneOn, how } = input;
  if (doneOn > todayFor(actor)) throw invalid("doneOn", "This day is still to come.");
  await inTeam(actor, async (tx) => {
    const row = await tx.obligation.findFirst({ where: { id, teamId: actor.teamId } });
    if (!row) throw notFound("duty");
    if (row.grantId !== null) {
      throw new AppError(
        "CONFLICT",
        "This duty closes by itself when the access is renewed or ended; record that on the request.",
      );
    }
    if (row.state !== "open") throw new AppError("CONFLICT", "This duty is closed already.");
    await closeDuty(tx, actor, row, "done", doneOn, how);
  });
}
