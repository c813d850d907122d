import { nameOfUnit } from "@/lib/catalogue/unit-name";
import type { RequestDetail } from "@/lib/services/requests";

type Item = RequestDetail["items"][number];

/** What an item is called among the others of its request: the person, the data, or both. */
export function itemWords(item: Item, items: readonly Item[]): string {
  const unit = nameOfUnit(item.unit);
  if (!item.person) return unit;
  const hasSeveralUnits = items.some(({ unitId }) => unitId !== item.unitId);
  return hasSeveralUnits ? `${item.person.name}, ${unit}` : item.person.name;
}
