import type { Archive } from "../archives/archive";
import type { Lifecycle, Move, Party, ReviewStatus, Step } from "../archives/lifecycle";
import type { Day } from "../dates/day";

/** An item as the rules of moving see it: where it stands and since which day. */
export interface StandingItem {
  id: string;
  step: string;
  stepSince: Day;
  /** Whether it has an approval that nobody ended, its last day over or not. */
  granted: boolean;
}

/** The most pressing place among a request's items. `waitingSince` is null when no item says it. */
export interface Standing {
  status: ReviewStatus;
  step: Step;
  waitingOn: Party;
  waitingSince: Day | null;
}

export type MoveCheck = { ok: true; itemIds: string[] } | { ok: false; reason: string };

/**
 * From what needs us most to what is over: sent back, being written, being signed in our house,
 * being closed, then what lies with others, what is approved, and what has ended.
 */
export const PRESSING: readonly ReviewStatus[] = [
  "changes_requested",
  "draft",
  "internal_signoff",
  "closing",
  "submitted",
  "in_review",
  "approved",
  "rejected",
  "terminated",
  "closed",
  "withdrawn",
];

/** Parties of our own house; they come first when two items are equally pressing. */
export const OURS: readonly Party[] = [
  "us",
  "holder",
  "pi",
  "signing_official",
  "legal_representative",
];

/** The archive's lifecycle with this id. Throws a RangeError for an unknown one: a defect. */
export function findLifecycle(archive: Archive, id: string): Lifecycle {
  const found = archive.lifecycles.find((lifecycle) => lifecycle.id === id);
  if (!found) throw new RangeError(`${archive.name} has no lifecycle ${id}`);
  return found;
}

/** The step with this id. Throws a RangeError for an unknown one: a defect. */
export function stepOf(lifecycle: Lifecycle, id: string): Step {
  const found = lifecycle.steps.find((step) => step.id === id);
  if (!found) throw new RangeError(`${lifecycle.name} has no step ${id}`);
  return found;
}

/** The move with this id, which may come from a browser; undefined when there is none. */
export function findMove(lifecycle: Lifecycle, id: string): Move | undefined {
  return lifecycle.moves.find((move) => move.id === id);
}

/** Whether a request's form must be complete before this move. */
export function needsCompleteForm(move: Move): boolean {
  return move.effect === "submit" || move.effect === "file";
}

/** The moves that somebody may make now, in the archive's order, each with the items that can go. */
export function allowedMoves(
  lifecycle: Lifecycle,
  items: readonly StandingItem[],
  actorCan: (permission: Move["permission"]) => boolean,
): { move: Move; itemIds: string[] }[] {
  return lifecycle.moves
    .filter((move) => actorCan(move.permission))
    .map((move) => ({ move, itemIds: standingIn(move, items) }))
    .filter(({ itemIds }) => itemIds.length > 0);
}

/**
 * The items that a move takes along, or a sentence why it cannot be made. A move of the whole
 * request takes all items that stand in its steps and asks for none to be chosen; a move of items
 * takes exactly the chosen ones, all of them or none.
 */
export function checkMove(
  lifecycle: Lifecycle,
  move: Move,
  items: readonly StandingItem[],
  itemIds: readonly string[],
): MoveCheck {
  const able = standingIn(move, items);
  if (able.length === 0) return { ok: false, reason: tooLate(lifecycle, move, items) };
  if (move.scope === "request") return { ok: true, itemIds: able };
  const chosen = [...new Set(itemIds)];
  if (chosen.length === 0) return { ok: false, reason: "Choose what this is about." };
  if (chosen.every((id) => able.includes(id))) return { ok: true, itemIds: chosen };
  const others = items.filter((item) => chosen.includes(item.id) && !able.includes(item.id));
  return { ok: false, reason: tooLate(lifecycle, move, others) };
}

function standingIn(move: Move, items: readonly StandingItem[]): string[] {
  return items
    .filter((item) => move.from.includes(item.step) && suits(move, item))
    .map((item) => item.id);
}

/** Moves of a renewal are for what was approved before; others are for first requests only. */
function suits(move: Move, item: StandingItem): boolean {
  return move.only === undefined || (move.only === "granted") === item.granted;
}

function tooLate(lifecycle: Lifecycle, move: Move, items: readonly StandingItem[]): string {
  const [first] = items;
  if (!first) return "There is nothing here that this could be done with.";
  const { label } = stepOf(lifecycle, first.step);
  return `“${move.label}” is not possible from “${label}”, where this stands now.`;
}

/**
 * Where a request stands, told by its most pressing item; among equals the one that waits on
 * our own house, then the one that has waited longest. Without items: the first step.
 */
export function summarise(
  lifecycle: Lifecycle,
  items: readonly { step: string; stepSince?: Day }[],
): Standing {
  const [first] = items
    .map((item) => ({ step: stepOf(lifecycle, item.step), since: item.stepSince ?? null }))
    .sort(
      (a, b) =>
        PRESSING.indexOf(a.step.status) - PRESSING.indexOf(b.step.status) ||
        Number(OURS.includes(b.step.waitingOn)) - Number(OURS.includes(a.step.waitingOn)) ||
        (a.since ?? "").localeCompare(b.since ?? ""),
    );
  const step = first?.step ?? stepOf(lifecycle, lifecycle.initial);
  const { status, waitingOn } = step;
  return { status, step, waitingOn, waitingSince: first?.since ?? null };
}

/**
 * Whether the day on which an item entered this step is one that somebody stated. Steps that are
 * entered by a mere click carry the day of typing, which must not bound the days of what follows:
 * a team enters requests that were filed long ago.
 */
export function hasStatedDay(lifecycle: Lifecycle, stepId: string): boolean {
  if (stepId === lifecycle.initial) return false;
  return lifecycle.moves
    .filter((move) => move.to === stepId)
    .every(
      (move) =>
        move.effect === "grant" || move.asks.some((ask) => ask.meaning === "on" && ask.required),
    );
}
