import type { Day } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { isOfIncident } from "../incidents/subject";
import type { SettleDuty } from "../people/departure-form";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { closeDuty } from "./obligations";
import { inTeam, type Tx } from "./transaction";

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

/**
 * Closes what was still to be done about a request that a move brought to its end: as done where it
 * was closed properly, as not applicable where it was withdrawn. Where the archive ended it, what
 * must be destroyed stays to be done; so does what must be told of an incident, in any case. Runs
 * within the move.
 */
export async function closeDutiesOfRequest(
  tx: Tx,
  actor: Member,
  { requestId, on }: { requestId: string; on: Day },
): Promise<void> {
  const { teamId } = actor;
  const request = await tx.request.findFirst({ where: { id: requestId, teamId } });
  const end = request?.status;
  if (end !== "closed" && end !== "withdrawn") return;
  const rows = await tx.obligation.findMany({
    where: { teamId, requestId, grantId: null, state: "open" },
    select: { id: true, requestId: true, subject: true },
  });
  const state = end === "closed" ? "done" : "not_applicable";
  for (const row of rows.filter(({ subject }) => !isOfIncident(subject))) {
    await closeDuty(tx, actor, row, state, on, `the request was ${end}`);
  }
}
