import type { Terms } from "../archives/archive";
import { type Day, daysBetween } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";

/** What the duties of a grant depend on. `endsOn` is its last day, null when it is open-ended. */
export interface GrantFacts {
  decidedOn: Day;
  startsOn: Day;
  endsOn: Day | null;
  /** The day the grant was ended before or at its end: revoked, closed out, replaced. */
  endedOn: Day | null;
}

/** A dated duty with the arithmetic that gives its date, in words. */
export interface Duty {
  kind: string;
  dueOn: Day;
  rule: string;
  source: string;
}

/** A duty as the database holds it. */
export interface StoredDuty {
  id: string;
  kind: string;
  dueOn: Day;
  state: "open" | "done" | "not_applicable" | "missed";
}

/** How the stored duties of a grant must change to be those that follow from its facts. */
export interface Changes {
  open: Duty[];
  /** Ids of closed rows whose duty holds again. */
  reopen: string[];
  close: { id: string; why: string }[];
}

/**
 * The duties that follow from a grant under its archive's terms: one at its end; none for an
 * open-ended grant or one that was ended.
 */
export function obligationsOf(grant: GrantFacts, terms: Terms): Duty[] {
  if (grant.endsOn === null || grant.endedOn !== null) return [];
  const { kind, source } = terms.endDuty;
  return [{ kind, dueOn: grant.endsOn, rule: ruleOf(grant, grant.endsOn, terms), source }];
}

/** The archive's own arithmetic where it gives this very end, else who set the end and when. */
function ruleOf(grant: GrantFacts, endsOn: Day, terms: Terms): string {
  const proposed = terms.proposeEnd({
    decidedOn: grant.decidedOn,
    startsOn: grant.startsOn,
    ...(terms.asksDuration && { durationDays: daysBetween(grant.decidedOn, endsOn) }),
  });
  if (proposed.endsOn === endsOn) return proposed.rule;
  return `This end was entered with the decision of ${formatDay(grant.decidedOn)}.`;
}

/** What to do so that the stored duties of a grant are `duties`. Missed duties stay as they are. */
export function reconcile(stored: readonly StoredDuty[], duties: readonly Duty[]): Changes {
  const same = (a: { kind: string; dueOn: Day }, b: { kind: string; dueOn: Day }) =>
    a.kind === b.kind && a.dueOn === b.dueOn;
  const known = stored.filter((row) => duties.some((duty) => same(row, duty)));
  const outdated = stored.filter((row) => row.state === "open" && !known.includes(row));
  return {
    open: duties.filter((duty) => !stored.some((row) => same(row, duty))),
    reopen: known
      .filter((row) => row.state === "done" || row.state === "not_applicable")
      .map((row) => row.id),
    close: outdated.map((row) => ({ id: row.id, why: whyOutdated(row, duties) })),
  };
}

function whyOutdated(row: StoredDuty, duties: readonly Duty[]): string {
  const next = duties.find((duty) => duty.kind === row.kind);
  if (!next) return phrase("nothing ends any more");
  return phrase(`the end moved from ${formatDay(row.dueOn)} to ${formatDay(next.dueOn)}`);
}
