import { closeOutStepOfMove } from "../archives/close-out";
import { archiveByCode } from "../archives/index";
import type { Ask, Move } from "../archives/lifecycle";
import type { Outcome } from "../lists/outcome";
import { allowedMoves, findLifecycle, findMove, type StandingItem } from "./lifecycle";

/** A request as far as moving several at once looks at it. */
export interface BulkRequest {
  id: string;
  number: number;
  title: string;
  archive: string;
  lifecycle: string;
  version: number;
  items: readonly StandingItem[];
}

type Standing = Pick<BulkRequest, "archive" | "lifecycle" | "items">;

/** What became of one of several requests. */
export interface BulkLine extends Outcome {
  number: number;
  title: string;
}

/** A move that can be made of all requests that are ticked, with what is asked once for all. */
export interface BulkChoice {
  move: Move;
  asks: readonly Ask[];
}

/** What each request answers for itself, so that one answer cannot serve several. */
const OWN: readonly Ask["meaning"][] = ["requestNumber", "itemNumber", "durationDays"];
const EFFECTS: readonly Move["effect"][] = ["none", "submit", "file"];

/** What a move asks when it is made of several requests at once. */
export function bulkAsks({ asks }: Move): Ask[] {
  return asks.filter(({ meaning }) => !OWN.includes(meaning));
}

/**
 * Whether a move may be made of several requests at once. Moves that give or end an approval, that
 * send back, begin renewals, or ask for something of the request's own are made one by one.
 */
export function isBulkMove({ effect, reselect, asks }: Move): boolean {
  return (
    EFFECTS.includes(effect) &&
    !reselect &&
    asks.every(({ required, meaning }) => !required || !OWN.includes(meaning))
  );
}

/**
 * The items that a move takes along when it is made of this request as one of several; null when it
 * cannot be, also where several items could go one by one and must be chosen.
 */
export function bulkItems(request: Standing, moveId: string): string[] | null {
  const found = bulkMoves(request).find(({ move }) => move.id === moveId);
  return found ? found.itemIds : null;
}

function bulkMoves({ archive: code, lifecycle: id, items }: Standing) {
  const archive = archiveByCode(code);
  if (!archive) return [];
  const closing = archive.closeOut(id);
  return allowedMoves(findLifecycle(archive, id), items, () => true).filter(
    ({ move, itemIds }) =>
      isBulkMove(move) &&
      !closeOutStepOfMove(closing, move.id) &&
      (move.scope === "request" || itemIds.length === 1),
  );
}

/**
 * The moves that every one of these requests allows, in the first one's order: equal in their words,
 * in who makes them and in what they ask, whatever the archive. None for no request.
 */
export function bulkChoices(
  requests: readonly BulkRequest[],
  actorCan: (permission: Move["permission"]) => boolean,
): BulkChoice[] {
  const [first, ...others] = requests;
  if (!first) return [];
  return bulkMoves(first)
    .filter(({ move }) => actorCan(move.permission))
    .filter(({ move }) => others.every((request) => hasSame(request, move)))
    .map(({ move }) => ({ move, asks: bulkAsks(move) }));
}

function hasSame(request: BulkRequest, move: Move): boolean {
  const other = bulkMoves(request).find((entry) => entry.move.id === move.id)?.move;
  return other !== undefined && sameness(other) === sameness(move);
}

function sameness(move: Move): string {
  const asks = bulkAsks(move).map(({ id, kind, required }) => [id, kind, required]);
  return JSON.stringify([move.label, move.permission, asks]);
}

/** The move of this id in a request's lifecycle; undefined when it has none. */
export function bulkMoveOf(
  { archive: code, lifecycle }: Pick<BulkRequest, "archive" | "lifecycle">,
  moveId: string,
): Move | undefined {
  const archive = archiveByCode(code);
  return archive && findMove(findLifecycle(archive, lifecycle), moveId);
}
