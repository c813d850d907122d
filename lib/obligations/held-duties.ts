import type { Clock, QualificationType, RuleValues } from "../archives/qualification";
import { addDays, addMonths, type Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { lastDayBy } from "../people/claims";
import { type ClosedByHand, lastClosed, laterOf, plus, type StandingDuty } from "./standing";

/** What of a recorded qualification its duties depend on. */
export interface HeldRow {
  id: string;
  step: string;
  stepSince: Day;
  startsOn: Day | null;
  completedOn: Day | null;
  reportEndsOn: Day | null;
  endsOn: Day | null;
  endedOn: Day | null;
}

/** Rows of one type that follow one another, and whose they are. */
export interface HeldFacts {
  type: QualificationType;
  /** The archive that the type belongs to; empty for a general one. */
  archive: string;
  rows: readonly HeldRow[];
  /** The settings of the type's archive, as the team has them. */
  rules: RuleValues;
  /** What the duties have in common. */
  about: Pick<StandingDuty, "subject" | "ownerId" | "personId" | "requestId">;
  closed: readonly ClosedByHand[];
}

/**
 * The duties that follow from what somebody holds: one at the end by each clock of the type, a look
 * again where nothing ends by itself, and what is to be chased while somebody else has it. The
 * newest row counts; the ones before are answered by it.
 */
export function heldDuties(facts: HeldFacts): StandingDuty[] {
  const held = facts.rows
    .filter((row) => row.endedOn === null && statusOf(facts.type, row) === "approved")
    .toSorted((a, b) => from(a).localeCompare(from(b)) || a.id.localeCompare(b.id));
  const newest = held.at(-1);
  const ends = onceADay(facts.type.clocks.flatMap((clock) => endOf(facts, held, clock) ?? []));
  const review = newest && !ends.some(({ kind }) => kind === facts.type.review?.kind);
  return [...ends, ...(review ? reviewOf(facts, newest) : []), ...chasesOf(facts)];
}

/** Of clocks that end on one day only the last one calls, which is the archive's own. */
function onceADay(ends: readonly StandingDuty[]): StandingDuty[] {
  return ends.filter(
    ({ dueOn }, index) => !ends.slice(index + 1).some((later) => later.dueOn === dueOn),
  );
}

function from(row: HeldRow): Day {
  return row.startsOn ?? row.stepSince;
}

function statusOf(type: QualificationType, row: HeldRow) {
  return type.lifecycle.steps.find(({ id }) => id === row.step)?.status;
}

/** The duty at the end by one clock: of the rows that it ends, the last to end counts. */
function endOf(facts: HeldFacts, held: readonly HeldRow[], clock: Clock): StandingDuty | null {
  const { type, about, archive, rules } = facts;
  if (!clock.duty) return null;
  const ends = held
    .map((row) => ({ row, last: lastDayBy(clock, row, from(row), rules) }))
    .toSorted((a, b) => (a.last ?? "9999").localeCompare(b.last ?? "9999"));
  const counted = ends.at(-1);
  // Whoever holds one without an end has nothing that runs out by this clock.
  if (!counted?.last) return null;
  return {
    ...{ ...about, ...clock.duty, archive, dueOn: counted.last, isRenewed: true },
    rule: ruleOfEnd(clock, counted.row, counted.last, rules),
    source: type.source,
  };
}

function ruleOfEnd({ end, label }: Clock, row: HeldRow, last: Day, rules: RuleValues): string {
  if (typeof end !== "string") {
    return `It counts from ${plus(from(row), Number(rules[end.afterStartDays]), "day")}, as the team set in the archive's rules.`;
  }
  if (end === "endsOn")
    return `${formatDay(last)} is ${label}; it holds since ${formatDay(from(row))}.`;
  const { completedOn } = row;
  const years = completedOn && Number(last.slice(0, 4)) - Number(completedOn.slice(0, 4));
  if (completedOn && years && years > 0 && addMonths(completedOn, 12 * years) === last) {
    return `The report of ${plus(completedOn, years, "year")}, as it says itself.`;
  }
  return completedOn
    ? `${formatDay(last)} is ${label}, for the training of ${formatDay(completedOn)}.`
    : `The last day, ${formatDay(last)}, is ${label}.`;
}

/** The next look again: so many months after it was last recorded, or after the last look. */
function reviewOf(facts: HeldFacts, newest: HeldRow): StandingDuty[] {
  const { review } = facts.type;
  return review ? [nextReview(facts, from(newest), LAST_RECORDED, review)] : [];
}

const LAST_RECORDED = (since: string) => `Last recorded on ${since}.`;

/** A look that is due again so many months after `since`, or after the one that was closed last. */
export function nextReview(
  { about, archive, closed }: Pick<HeldFacts, "about" | "archive" | "closed">,
  since: Day,
  called: (since: string) => string,
  review: NonNullable<QualificationType["review"]>,
): StandingDuty {
  const { kind, what, everyMonths, why, source } = review;
  const looked = lastClosed(closed, about.subject, kind)?.closedOn;
  const isLater = looked !== undefined && looked > since;
  const base = isLater ? looked : since;
  const words = plus(base, everyMonths, "month");
  return {
    ...{ ...about, kind, what, archive, source, isRenewed: true },
    dueOn: addMonths(base, everyMonths),
    rule: `${isLater ? `Last looked at on ${words}.` : called(words)} ${why}`,
  };
}

function chasesOf({ type, rows, about, archive }: HeldFacts): StandingDuty[] {
  return (type.chases ?? []).flatMap(({ step, kind, afterDays, what, why, source }) => {
    const since = rows
      .filter((row) => row.step === step && row.endedOn === null)
      .map(({ stepSince }) => stepSince)
      .reduce<Day | null>((latest, each) => (latest ? laterOf(latest, each) : each), null);
    if (since === null) return [];
    const label = type.lifecycle.steps.find(({ id }) => id === step)?.label ?? step;
    const rule = `“${label}” since ${plus(since, afterDays, "day")}. ${why}`;
    return [{ ...about, kind, what, archive, source, dueOn: addDays(since, afterDays), rule }];
  });
}
