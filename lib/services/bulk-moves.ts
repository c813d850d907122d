import { dayFromColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import { outcomeOf } from "../lists/outcome";
import {
  type BulkLine,
  type BulkRequest,
  bulkAsks,
  bulkItems,
  bulkMoveOf,
  isBulkMove,
} from "../requests/bulk";
import type { BulkMove } from "../requests/bulk-form";
import { askSchema } from "../requests/move-answers";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { latestDay } from "../team/today";
import { moveRequest } from "./moves";
import { inTeam } from "./transaction";

/** These requests of the team as moving several at once sees them, in the order of their ids here. */
export async function listForBulk(actor: Member, ids: readonly string[]): Promise<BulkRequest[]> {
  authorise(actor, "request.read");
  const rows = await inTeam(actor, (tx) =>
    tx.request.findMany({
      where: { teamId: actor.teamId, id: { in: [...ids] } },
      select: {
        ...{ id: true, number: true, title: true, archive: true, lifecycle: true, version: true },
        items: {
          orderBy: { position: "asc" },
          select: {
            ...{ id: true, step: true, stepSince: true },
            grants: { where: { endedOn: null }, select: { id: true } },
          },
        },
      },
    }),
  );
  const requests = rows.map((row) => ({
    ...row,
    items: row.items.map(({ id, step, stepSince, grants }) => ({
      ...{ id, step, stepSince: dayFromColumn(stepSince), granted: grants.length > 0 },
    })),
  }));
  return ids.flatMap((id) => requests.find((request) => request.id === id) ?? []);
}

/**
 * Makes one move of several requests, each on its own: one that is refused stays where it is, with
 * the reason, and the others go on. Sent again, what was done is told and not done twice. Throws
 * INVALID naming the question when the answers suit none of them, NOT_FOUND for foreign ids.
 */
export async function bulkMove(actor: Member, input: BulkMove): Promise<BulkLine[]> {
  authorise(actor, "request.move");
  const requests = await listForBulk(
    actor,
    input.requests.map(({ id }) => id),
  );
  if (requests.length < input.requests.length) throw notFound("request");
  refuseAnswers(actor, requests, input);
  const lines: BulkLine[] = [];
  for (const request of requests) lines.push(await moveOne(actor, request, input));
  return lines;
}

/** What is wrong with an answer for every request is said at its field, before anything is moved. */
function refuseAnswers(actor: Member, requests: readonly BulkRequest[], input: BulkMove): void {
  const [first] = requests;
  const move = first && bulkMoveOf(first, input.move);
  if (!move) throw notFound("move");
  const days = { today: latestDay(actor), stepSince: null };
  const issue = askSchema(bulkAsks(move), days).safeParse(input.answers).error?.issues[0];
  if (issue) throw invalid(`answers.${String(issue.path[0])}`, issue.message);
}

async function moveOne(actor: Member, request: BulkRequest, input: BulkMove): Promise<BulkLine> {
  const { id, number, title } = request;
  const sent = input.requests.find((entry) => entry.id === id);
  if (!sent) throw notFound("request");
  const line = { id, number, title };
  const move = bulkMoveOf(request, input.move);
  if (!move || !isBulkMove(move)) {
    return { ...line, ok: false, message: "This is recorded on the request's own page." };
  }
  const itemIds = bulkItems(request, move.id) ?? [];
  const outcome = await outcomeOf(id, () =>
    moveRequest(actor, {
      ...{ commandId: sent.commandId, requestId: id, version: sent.version },
      // Without items: what was done before is told by its command, all else is refused.
      ...{ move: move.id, itemIds, answers: input.answers },
    }),
  );
  return { ...line, ...outcome };
}
