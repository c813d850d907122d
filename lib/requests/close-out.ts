import { type CloseOutRules, type CloseOutStep, closeOutStepOfMove } from "../archives/close-out";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { checkMove, findMove, type StandingItem, stepOf } from "./lifecycle";

/** The step that is to be taken next; undefined once all are. */
export function nextStep(
  rules: CloseOutRules,
  taken: readonly { step: string }[],
): CloseOutStep | undefined {
  const done = new Set(taken.map(({ step }) => step));
  return rules.steps.find(({ id }) => !done.has(id));
}

/** Whether the archive has been told by a step that was taken, so that there is no way back. */
export function isBinding(rules: CloseOutRules, taken: readonly { step: string }[]): boolean {
  return taken.some(({ step }) => rules.steps.some(({ id, move }) => id === step && move));
}

/** The move that goes with a step, with the items that it takes along. */
export function moveOfStep(
  lifecycle: Lifecycle,
  step: CloseOutStep,
  items: readonly StandingItem[],
): { move: Move; itemIds: string[] } | null {
  const move = step.move === undefined ? undefined : findMove(lifecycle, step.move);
  if (!move) return null;
  const able = items.filter((item) => item.granted && move.from.includes(item.step));
  return { move, itemIds: able.map(({ id }) => id) };
}

/**
 * Why a request cannot be closed out now, as a sentence; null when it can: every approval that
 * stands must stand in a step from which the archive lets it be closed.
 */
export function cannotCloseOut(
  lifecycle: Lifecycle,
  rules: CloseOutRules,
  items: readonly StandingItem[],
): string | null {
  const granted = items.filter((item) => item.granted);
  if (granted.length === 0) return "There is no approval here that a close-out would end.";
  const first = rules.steps.find(({ move }) => move !== undefined);
  const ending = first && moveOfStep(lifecycle, first, items);
  if (!ending) return "This archive knows no close-out.";
  const other = granted.find(({ id }) => !ending.itemIds.includes(id));
  if (other) {
    const { label } = stepOf(lifecycle, other.step);
    return `An approval stands in “${label}”, from where it cannot be closed. Bring that to an end first; a renewal under review can be withdrawn.`;
  }
  const check = checkMove(lifecycle, ending.move, items, ending.itemIds);
  return check.ok ? null : check.reason;
}

/**
 * Whether a move is made by a close-out alone: it goes with one of its steps, and would leave no
 * approval standing. A single item of several can go without.
 */
export function isMadeByCloseOut(
  rules: CloseOutRules,
  move: Move,
  items: readonly { granted: boolean }[],
): boolean {
  if (!closeOutStepOfMove(rules, move.id)) return false;
  return move.scope === "request" || items.filter(({ granted }) => granted).length <= 1;
}
