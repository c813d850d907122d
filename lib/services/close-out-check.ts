import type { Archive } from "../archives/archive";
import { type CloseOutRules, type CloseOutStep, closeOutStepOfMove } from "../archives/close-out";
import type { Move } from "../archives/lifecycle";
import { copiesInTheWay, refusalOf, withMade } from "../copies/copy";
import { AppError } from "../errors";
import type { Member } from "../team/actor";
import { type CopyLine, loadCopiesOf, lockCopies } from "./copy-rows";
import type { LoadedRequest } from "./request-for-move";
import type { Tx } from "./transaction";

/** A move that may belong to a close-out, and what goes by it. */
export interface ClosingMove {
  archive: Archive;
  request: LoadedRequest;
  move: Move;
  moving: LoadedRequest["items"];
}

/**
 * Lets a move of a close-out go only once its archive's steps are taken, in their order, each with
 * its evidence, and no copy is open. A move of single items that leaves others approved needs no
 * close-out; but no copy may hold data for which nobody is approved any more under this request.
 * Does nothing for other moves. Call it within the move.
 * @throws AppError CONFLICT naming the step or the copies that stand in the way
 */
export async function requireCloseOut(tx: Tx, actor: Member, closing: ClosingMove): Promise<void> {
  const { archive, request, move } = closing;
  const rules = archive.closeOut(request.lifecycle);
  const step = closeOutStepOfMove(rules, move.id);
  if (!step) return;
  await lockCopies(tx, actor);
  const staying = request.items.filter((item) => item.granted && !closing.moving.includes(item));
  if (move.scope === "item" && staying.length > 0) {
    const kept = new Set(staying.map(({ unitId }) => unitId));
    const ending = closing.moving.map(({ unitId }) => unitId).filter((id) => !kept.has(id));
    const copies = await loadCopiesOf(tx, actor, request.id);
    const held = copies.filter(({ unitIds }) => unitIds.some((id) => ending.includes(id)));
    refuseOpenCopies(rules, withMade(held, copies));
    return;
  }
  await refuseOutOfOrder(tx, actor, request.id, rules, step);
  if (move.effect === "close") {
    refuseOpenCopies(rules, await loadCopiesOf(tx, actor, request.id));
  }
}

/** Refuses an end while a copy is open that may not be kept, naming the copies. */
export function refuseOpenCopies(rules: CloseOutRules, copies: readonly CopyLine[]): void {
  const open = copiesInTheWay(copies, rules);
  if (open.length === 0) return;
  throw new AppError("CONFLICT", refusalOf(open), {
    details: { copies: open.map(({ id, what, place }) => ({ id, what, place })) },
  });
}

async function refuseOutOfOrder(
  tx: Tx,
  actor: Member,
  requestId: string,
  rules: CloseOutRules,
  step: CloseOutStep,
): Promise<void> {
  const closeOut = await tx.closeOut.findFirst({
    where: { teamId: actor.teamId, requestId, completedOn: null, cancelledOn: null },
    select: { steps: { select: { step: true } } },
  });
  if (!closeOut) {
    throw new AppError(
      "CONFLICT",
      "This ends the last access of the request, so it is the end of a close-out: begin it under “Data & close-out”.",
    );
  }
  const taken = new Set(closeOut.steps.map((each) => each.step));
  const missing = rules.steps
    .slice(0, rules.steps.indexOf(step) + 1)
    .find(({ id }) => !taken.has(id));
  if (!missing) return;
  throw new AppError(
    "CONFLICT",
    `The close-out goes step by step; next comes “${missing.label}”. Record it under “Data & close-out”.`,
  );
}
