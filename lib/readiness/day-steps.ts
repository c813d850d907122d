import { addDays, type Day } from "../dates/day";

/** Access that ends within so many days is said to be ending. */
const SOON_DAYS = 30;

/** A team's facts know some hundred days; a million verdicts ask for their neighbours again and again. */
const LIMIT = 10_000;

function remembered(step: number): (day: Day) => Day {
  const known = new Map<Day, Day>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      if (known.size >= LIMIT) known.clear();
      found = addDays(day, step);
      known.set(day, found);
    }
    return found;
  };
}

/** The day before: the last day of what holds until `before`, which is no longer part of it. */
export const dayBefore = remembered(-1);

/** The last day that, seen from `day`, is soon. */
export const soonAfter = remembered(SOON_DAYS);
