import { addDays, type Day } from "../dates/day";

/** What tells whether a duty needs somebody else to look at it. */
export interface EscalationFacts {
  dueOn: Day;
  /** The day on which the first mail about it went out; null while none has. */
  firstSentOn: Day | null;
  /** Whether a mail about it came back for good. */
  bounced: boolean;
  acknowledged: boolean;
  /** Days that the team waits for somebody to say that they see to it. */
  afterDays: number;
  /** A duty that is told of once, such as the opening of a window, waits for nobody. */
  isToldOnce: boolean;
}

/** Why a duty is brought before somebody else, most telling first. */
export type Escalated = "bounced" | "missed" | "unclaimed";

/** Why, as of a calendar day, others must be told of a duty; null while nobody needs to be. */
export function escalationOf(facts: EscalationFacts, today: Day): Escalated | null {
  if (facts.bounced) return "bounced";
  if (facts.isToldOnce) return null;
  if (facts.dueOn < today) return "missed";
  const waitedUntil = unclaimedFrom(facts, null);
  return waitedUntil !== null && waitedUntil <= today ? "unclaimed" : null;
}

/**
 * The next calendar day after `today` on which `escalationOf` may say something else.
 * @param sentOn the earliest day on which a first mail that waits can go out
 */
export function nextEscalation(facts: EscalationFacts, today: Day, sentOn: Day): Day | null {
  if (facts.isToldOnce || escalationOf(facts, today) !== null) return null;
  const days = [addDays(facts.dueOn, 1), unclaimedFrom(facts, sentOn) ?? []].flat();
  return days.filter((on) => today < on).sort()[0] ?? null;
}

/** When the team has waited long enough for somebody to say that they see to it. */
function unclaimedFrom(facts: EscalationFacts, sentOn: Day | null): Day | null {
  const from = facts.firstSentOn ?? sentOn;
  return facts.acknowledged || from === null ? null : addDays(from, facts.afterDays);
}
