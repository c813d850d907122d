import type { Lifecycle, Move } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { grantedAfter, movesFrom } from "./diagram-ahead";
import type { StandingItem } from "./lifecycle";

/** For tests: an item with every stay that it had, the newest last. */
export interface ModelItem extends StandingItem {
  stays: readonly { step: string; enteredOn: Day; leftOn: Day | null }[];
}

/** For tests: an item at the beginning. */
export function modelItem(lifecycle: Lifecycle, id: string, on: Day): ModelItem {
  const step = lifecycle.initial;
  const stays = [{ step, enteredOn: on, leftOn: null }];
  return { id, step, stepSince: on, granted: false, stays };
}

/** For tests: the items after a move of those with these ids. */
export function moveItems(
  items: readonly ModelItem[],
  { move, itemIds, on }: { move: Move; itemIds: readonly string[]; on: Day },
): ModelItem[] {
  return items.map((item) => {
    if (!itemIds.includes(item.id)) return item;
    const stays = item.stays.map((stay) =>
      stay.leftOn === null ? { ...stay, leftOn: on > stay.enteredOn ? on : stay.enteredOn } : stay,
    );
    return {
      ...{ id: item.id, step: move.to, stepSince: on },
      granted: grantedAfter(move, item.granted),
      stays: [...stays, { step: move.to, enteredOn: on, leftOn: null }],
    };
  });
}

/**
 * For tests: the moves that take an item from the beginning through a wanted one, which is the last,
 * by the fewest moves. Throws when nothing leads there.
 */
export function wayTo(lifecycle: Lifecycle, wanted: Move): Move[] {
  const open: { step: string; granted: boolean; way: Move[] }[] = [
    { step: lifecycle.initial, granted: false, way: [] },
  ];
  const seen = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    const { step, granted, way } = next;
    if (seen.has(`${step} ${granted}`)) continue;
    seen.add(`${step} ${granted}`);
    for (const move of movesFrom(lifecycle, step, granted)) {
      if (move === wanted) return [...way, move];
      open.push({ step: move.to, granted: grantedAfter(move, granted), way: [...way, move] });
    }
  }
  throw new Error(`nothing leads to ${wanted.id}`);
}
