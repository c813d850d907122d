import type { Lapse, Lifecycle } from "../archives/lifecycle";
import type { Day } from "../dates/day";

/** An item with its approvals; `endsOn` is the last day, `endedOn` the day on which somebody ended it. */
interface GrantedItem {
  step: string;
  grants: readonly { endsOn: Day | null; endedOn: Day | null }[];
}

/**
 * What the clock alone has made of a request: its archive's words for an approval whose last day is
 * over, where the step that an item stands in does not say so. Null while no item is concerned.
 */
export function lapseOf(
  { lapse }: Lifecycle,
  items: readonly GrantedItem[],
  today: Day,
): Lapse | null {
  if (!lapse) return null;
  const isOver = (item: GrantedItem) =>
    lapse.from.includes(item.step) &&
    item.grants.some(({ endsOn, endedOn }) => !endedOn && endsOn !== null && endsOn < today);
  return items.some(isOver) ? lapse : null;
}
