import type { Archive } from "../archives/archive";
import type { Move } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { Member } from "../team/actor";
import { requireCloseOut } from "./close-out-check";
import { keepFiled } from "./filings";
import { endGrant, recordGrant } from "./grants";
import type { MoveTyped } from "./move-input";
import { followWindow } from "./renewal-duties";
import { fileReport } from "./renewal-filing";
import type { LoadedRequest } from "./request-for-move";
import { answerRevisions, keepRevision } from "./revisions";
import { beginRenewal, giveUpRenewal, settleRound } from "./rounds";
import type { Tx } from "./transaction";

interface Effect {
  archive: Archive;
  request: LoadedRequest;
  move: Move;
  moving: LoadedRequest["items"];
  on: Day;
  typed: MoveTyped;
}

/** What leaves no approval standing. */
const ENDING: readonly Move["effect"][] = ["end", "close"];

/** Whether the request goes to the archive by this move. */
export function isFiling({ effect }: Move): boolean {
  return effect === "file";
}

/**
 * What a move does beyond changing steps: begin a new round, keep what was filed, create grants,
 * end them.
 */
export async function takeEffect(
  tx: Tx,
  actor: Member,
  { archive, request, move, moving, on, typed }: Effect,
): Promise<void> {
  await requireCloseOut(tx, actor, { archive, request, move, moving });
  if (move.effect === "renew") await beginRenewal(tx, actor, { request, moving, on });
  if (move.effect === "keep") await giveUpRenewal(tx, actor, { request, moving, on });
  if (isFiling(move)) await fileReport(tx, actor, { archive, request, moving });
  if (isFiling(move)) await keepFiled(tx, actor, request, { moving, on });
  await answerRevisions(tx, actor, { requestId: request.id, on });
  if (move.effect === "send_back") {
    const { comment, sections } = typed;
    await keepRevision(tx, actor, { request, moving, on, by: move.by, comment, sections });
  }
  for (const item of moving) {
    if (ENDING.includes(move.effect)) await endGrant(tx, actor, item, on, move.to);
    if (typed.approval) {
      const { period, documentId } = typed.approval;
      await recordGrant(tx, actor, { archive, request, item, period, documentId });
    }
  }
  await settleRound(tx, actor, { requestId: request.id, on });
  if (typed.approval || ENDING.includes(move.effect)) {
    await followWindow(tx, actor, { requestId: request.id, on });
  }
}
