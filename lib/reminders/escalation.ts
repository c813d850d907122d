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
}

/** Why a duty is brought before somebody else, most telling first. */
export type Escalated = "bounced" | "missed" | "unclaimed";

/** Why, as of a calendar day, others must be told of a duty; null while nobody needs to be. */
export function escalationOf(facts: EscalationFacts, today: Day): Escalated | null {
  if (facts.bounced) return "bounced";
  if (facts.dueOn < today) return "missed";
  const waitedUntil = unclaimedFrom(facts);
  return waitedUntil !== null && waitedUntil <= today ? "unclaimed" : null;
}

/** The next calendar day after `today` from which `escalationOf` says something else. */
export function nextEscalation(facts: EscalationFacts, today: Day): Day | null {
  if (escalationOf(facts, today) !== null) return null;
  const days = [addDays(facts.dueOn, 1), unclaimedFrom(facts, today) ?? []].flat();
  return days.sort()[0] ?? null;
}

/** When the team has waited long enough, where the first mail goes out on `sentOn` at the earliest. */
function unclaimedFrom(facts: EscalationFacts, sentOn: Day | null = null): Day | null {
  const from = facts.firstSentOn ?? sentOn;
  return facts.acknowledged || from === null ? null : addDays(from, facts.afterDays);
}
