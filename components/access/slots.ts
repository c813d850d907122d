/** What a virtual list draws: an entry, by index, or the room that those left out would take. */
export interface Slot {
  key: string;
  /** -1 for room. */
  index: number;
  /** In pixels. */
  size: number;
}

/**
 * The drawn entries of a list of equal ones, with room for all others between, before and after.
 * @param drawn indices, ascending
 */
export function slotsOf(drawn: readonly number[], count: number, size: number): Slot[] {
  const slots: Slot[] = [];
  let next = 0;
  const leave = (until: number) => {
    if (until > next) slots.push({ key: `room ${next}`, index: -1, size: (until - next) * size });
  };
  for (const index of drawn) {
    leave(index);
    slots.push({ key: String(index), index, size });
    next = index + 1;
  }
  leave(count);
  return slots;
}
