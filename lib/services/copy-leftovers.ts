import { archiveByCode } from "../archives/index";
import { copiesInTheWay } from "../copies/copy";
import { type Day, dayToColumn } from "../dates/day";
import { writeNumber } from "../requests/number";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import type { CopyLine } from "./copy-rows";
import { REVISED } from "./obligations";
import { closeDutiesOf, openDuty } from "./open-duty";
import type { Tx } from "./transaction";

const KIND = "copy_after_close_out";

function subjectOf({ id }: Pick<CopyLine, "id">): string {
  return `copy:${id}`;
}

/**
 * Opens a duty where a copy turns up under a request that is closed: it is destroyed, and the
 * archive told where it was assured that no copy is left. What was found is told rather than refused.
 * Says whether the copy is such a one.
 */
export async function noteLeftover(
  tx: Tx,
  actor: Member,
  copy: CopyLine,
  today: Day,
): Promise<boolean> {
  const { request, requestId } = copy;
  const archive = request && archiveByCode(request.archive);
  if (!requestId || !request || !archive || request.status !== "closed") return false;
  const rules = archive.closeOut(request.lifecycle);
  if (copiesInTheWay([copy], rules).length === 0) return false;
  await reopen(tx, actor, copy, today);
  const { ownerId } = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId: actor.teamId, id: requestId } },
    select: { ownerId: true },
  });
  const found = phrase(
    `Destroy “${copy.what}” (${copy.place}), which was found after ${writeNumber(request.number)} was closed`,
  );
  await openDuty(tx, actor, {
    ...{ subject: subjectOf(copy), kind: KIND, ownerId, requestId, dueOn: today },
    what: rules.isPrescribed ? `${found}, and tell ${archive.name}.` : `${found}.`,
    rule: "Today: the request was closed as if this copy did not exist.",
    source: rules.source,
  });
  return true;
}

/** A destruction that is taken back on its own day takes back that the duty was done. */
async function reopen(tx: Tx, { teamId }: Member, copy: CopyLine, today: Day): Promise<void> {
  await tx.obligation.updateMany({
    where: { teamId, subject: subjectOf(copy), kind: KIND, dueOn: dayToColumn(today) },
    data: { state: "open", closedOn: null, closedWhy: null, closedBy: null, ...REVISED },
  });
}

/** Closes the duty that a leftover copy had opened, if there is one. */
export async function settleLeftover(
  tx: Tx,
  actor: Member,
  copy: CopyLine,
  state: "done" | "not_applicable",
  on: Day,
): Promise<void> {
  const why =
    state === "done" ? phrase("the copy was destroyed") : phrase("the copy was corrected");
  await closeDutiesOf(tx, actor, { subject: subjectOf(copy), kind: KIND, state, on, why });
}
