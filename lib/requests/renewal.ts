import type { Terms } from "../archives/archive";
import type { Renewal } from "../archives/renewal";
import { addDays, addYears, type Day, daysBetween } from "../dates/day";
import { formatDay } from "../dates/format";

/** The period of an approval that may be renewed; `endsOn` is its last day, null: open-ended. */
export interface RenewedGrant {
  startsOn: Day;
  endsOn: Day | null;
}

export type RenewalPhase = "not_yet" | "open" | "late" | "over" | "not_renewable";

/** Where a request is in the life of its approval, and the days that bound a renewal. */
export interface WindowDays {
  phase: RenewalPhase;
  /** Null: from the approval on, or where nothing is renewed. */
  opensOn: Day | null;
  lastSafeDay: Day | null;
  /** The end that comes first; null where none does. */
  endsOn: Day | null;
}

/** The days of an archive's window, as a team has set its rules. */
export interface WindowLengths {
  opensDaysBefore: number | null;
  lastSafeDaysBefore: number;
}

/**
 * The window of the approvals that stand, counted back from the end that comes first. The last safe
 * day and the last day of access still belong to what they end. Without lengths, grants or an end
 * nothing is renewed.
 */
export function renewalWindow(
  lengths: WindowLengths | null,
  grants: readonly RenewedGrant[],
  today: Day,
): WindowDays {
  const [first] = grants
    .flatMap(({ startsOn, endsOn }) => (endsOn ? [{ startsOn, endsOn }] : []))
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
  if (!lengths || !first) {
    return { phase: "not_renewable", opensOn: null, lastSafeDay: null, endsOn: null };
  }
  const { startsOn, endsOn } = first;
  const opens = lengths.opensDaysBefore === null ? null : addDays(endsOn, -lengths.opensDaysBefore);
  // A short approval has its window from its first day on.
  const opensOn = opens !== null && opens > startsOn ? opens : null;
  const safe = addDays(endsOn, -lengths.lastSafeDaysBefore);
  const lastSafeDay = later(safe, startsOn);
  return { phase: phaseOf(today, { opensOn, lastSafeDay, endsOn }), opensOn, lastSafeDay, endsOn };
}

function later(a: Day, b: Day): Day {
  return a < b ? b : a;
}

function phaseOf(
  today: Day,
  { opensOn, lastSafeDay, endsOn }: { opensOn: Day | null; lastSafeDay: Day; endsOn: Day },
): RenewalPhase {
  if (today > endsOn) return "over";
  if (today > lastSafeDay) return "late";
  return opensOn === null || today >= opensOn ? "open" : "not_yet";
}

/** An approval of an item as the history of the item keeps it. */
export interface KeptGrant extends RenewedGrant {
  endedOn: Day | null;
  endedBy: string | null;
}

/**
 * The approval of an item that stands, as what it added to the one before it: one that was renewed
 * early counts from the day after the old end, so that its length is that of a term. Null where
 * none stands.
 */
export function standingTerm(grants: readonly KeptGrant[]): RenewedGrant | null {
  const grant = grants.find(({ endedOn }) => endedOn === null);
  if (!grant) return null;
  const { startsOn, endsOn } = grant;
  const starts = grants
    .filter(({ endedBy }) => endedBy === "renewed")
    .flatMap((before) => (before.endsOn ? [addDays(before.endsOn, 1)] : []))
    .filter((start) => start > startsOn && (endsOn === null || start <= endsOn));
  return { startsOn: starts.toSorted().at(-1) ?? startsOn, endsOn };
}

/** A proposed last day of access, null for open-ended, with the arithmetic in words. */
export interface ProposedEnd {
  endsOn: Day | null;
  rule: string;
}

/** A decision as far as its end follows from it. */
export type Decided = Parameters<Terms["proposeEnd"]>[0];

/**
 * The end that a decision gives. Of a renewal that extends, the term counts on from the old end, so
 * that deciding early costs no day; of one decided after the old end, and of one that starts at the
 * approval, it counts from the decision. Where the archive sets no term, the old one is proposed.
 */
export function proposedEnd(
  renewal: Renewal,
  terms: Pick<Terms, "proposeEnd">,
  decision: Decided,
  renewed: RenewedGrant | null,
): ProposedEnd {
  const own = terms.proposeEnd(decision);
  if (renewal.how !== "extends_end" || !renewed?.endsOn) return own;
  const { startsOn, endsOn: oldEnd } = renewed;
  if (decision.decidedOn > oldEnd) {
    return {
      endsOn: own.endsOn,
      rule: `The old approval ran out on ${formatDay(oldEnd)}, before this decision, so there was nothing left to extend. ${own.rule}`,
    };
  }
  const from = `This extends the approval, so the days count on from its old end, ${formatDay(oldEnd)}, and not from the decision.`;
  if (own.endsOn !== null) {
    const term = terms.proposeEnd({ ...decision, decidedOn: oldEnd, startsOn: oldEnd });
    return { endsOn: term.endsOn, rule: `${from} ${term.rule}` };
  }
  const again = sameAgain(startsOn, oldEnd);
  return {
    endsOn: again.endsOn,
    rule: `${from} ${again.words} What the archive wrote decides: enter its day.`,
  };
}

/** As long again as from `startsOn` to `oldEnd`, in whole years where it lasted whole years. */
function sameAgain(startsOn: Day, oldEnd: Day): { endsOn: Day; words: string } {
  for (let years = 1; years <= 25; years++) {
    const anniversary = addYears(startsOn, years);
    const words =
      years === 1
        ? "It lasted a year; we propose as long again."
        : `It lasted ${years} years; we propose as long again.`;
    if (anniversary === oldEnd) return { endsOn: addYears(oldEnd, years), words };
    if (addDays(anniversary, -1) === oldEnd) {
      // Up to the eve of the day on which it began: the eve of 1 March is the 29th in a leap year.
      return { endsOn: addDays(addYears(anniversary, years), -1), words };
    }
    if (anniversary > oldEnd) break;
  }
  const days = daysBetween(startsOn, oldEnd);
  return {
    endsOn: addDays(oldEnd, days),
    words:
      days === 1
        ? "It lasted 1 day; we propose as long again."
        : `It lasted ${days} days; we propose as long again.`,
  };
}
