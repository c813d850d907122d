import type { PersonFunction } from "../archives/lifecycle";
import type { Day } from "../dates/day";

/** Somebody whom a request names in a function. */
export interface NamedInRound {
  personId: string;
  function: PersonFunction;
}

/** The same with the days: from the first on, until the day before `before`; null: no bound is known. */
export interface NamedInYears extends NamedInRound {
  from: Day | null;
  before: Day | null;
}

/**
 * Who was named when over the approved rounds of a request, in their order: each round counts from
 * the day on which it was decided until the next one is. Somebody named in two rounds one after the
 * other is named throughout.
 */
export function namedOverRounds(
  rounds: readonly { decidedOn: Day; people: readonly NamedInRound[] }[],
): NamedInYears[] {
  const spans: NamedInYears[] = [];
  for (const [at, { decidedOn, people }] of rounds.entries()) {
    const from = at === 0 ? null : decidedOn;
    const before = rounds[at + 1]?.decidedOn ?? null;
    for (const { personId, function: held } of people) {
      const earlier = spans.find(
        (span) => span.personId === personId && span.function === held && span.before === from,
      );
      if (earlier && from !== null) earlier.before = before;
      else spans.push({ personId, function: held, from, before });
    }
  }
  return spans;
}
