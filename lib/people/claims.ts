import type { ReviewStatus, Step } from "../archives/lifecycle";
import type { Clock, QualificationType, RuleValues } from "../archives/qualification";
import { addDays, type Day } from "../dates/day";
import type { Claim, Holding, Pending } from "../readiness/facts";
import { phrase } from "../said/phrase";

/** A qualification as recorded: one of a type that a person, or the institution, has had or seeks. */
export interface QualificationRow {
  id: string;
  step: string;
  stepSince: Day;
  startsOn: Day | null;
  completedOn: Day | null;
  reportEndsOn: Day | null;
  endsOn: Day | null;
  endedOn: Day | null;
  /** The step that ended it. */
  endedBy: string | null;
  waivedOn: Day | null;
  waivedUntil: Day | null;
  waivedBy: string | null;
  waivedWhy: string | null;
  unitId: string | null;
  requestId: string | null;
  documentId: string | null;
}

/** An account as recorded; `recordedOn` is the day on which it was typed in. */
export interface IdentityRow {
  id: string;
  recordedOn: Day;
  verifiedOn: Day | null;
  endsOn: Day | null;
  documentId: string | null;
}

/** Begun and not decided, what lies with others first: that is what somebody waits for. */
const UNDER_WAY: readonly ReviewStatus[] = [
  "in_review",
  "submitted",
  "changes_requested",
  "internal_signoff",
  "draft",
];

/**
 * All that rows of one type amount to: when each holds, by which clock it ends, and what is under
 * way. A row holds in steps whose status is `approved`, and keeps the time it held once it was taken
 * back. A rejected one is told only where nothing came after it; a withdrawn one never.
 * @param rows of one person, or of the institution
 * @param rules of the type's archive, as the team has them
 */
export function holdingOf(
  type: QualificationType,
  rows: readonly QualificationRow[],
  rules: RuleValues,
): Holding {
  const steps = new Map(type.lifecycle.steps.map((step) => [step.id, step]));
  const claims = rows
    .flatMap((row) => [ownClaim(type, steps, row, rules), waiver(type, row)])
    .filter((claim) => claim !== null)
    .sort(inOrder);
  return { claims, pending: underWay(steps, rows) ?? rejected(steps, rows, claims) };
}

/** An account holds from the day it was verified; before that it is merely written down. */
export function identityHolding(rows: readonly IdentityRow[]): Holding {
  const claims = rows
    .flatMap(({ id, verifiedOn, endsOn, documentId }) =>
      verifiedOn === null
        ? []
        : [claimOf("identity", id, documentId, verifiedOn, endsOn && { last: endsOn })],
    )
    .sort(inOrder);
  const [unverified] = rows
    .filter((row) => row.verifiedOn === null)
    .sort((a, b) => order(b.recordedOn, a.recordedOn) || order(b.id, a.id));
  const pending: Pending | null = unverified
    ? {
        ref: { kind: "identity", id: unverified.id },
        status: "draft",
        label: phrase("not verified"),
        waitingOn: "holder",
        since: unverified.recordedOn,
      }
    : null;
  return { claims, pending };
}

/** Sorts after every day. */
const LAST_OF_ALL = "9999-12-31";

type Steps = ReadonlyMap<string, Step>;

function ownClaim(
  type: QualificationType,
  steps: Steps,
  row: QualificationRow,
  rules: RuleValues,
): Claim | null {
  const isHeld = steps.get(row.step)?.status === "approved";
  if (!isHeld && (row.startsOn === null || row.endedOn === null)) return null;
  const from = row.startsOn ?? row.stepSince;
  const counted = type.clocks.filter((clock) => counts(clock, rules));
  const ignored = type.clocks.filter((clock) => !counts(clock, rules));
  const claim = {
    ...claimOf("qualification", row.id, row.documentId, from, firstEnd(counted, row, from, rules)),
    ...uncounted(firstEnd(ignored, row, from, rules)),
    ...scopeOf(row),
  };
  const { endedOn } = row;
  if (endedOn === null || (claim.before !== null && claim.before < endedOn)) return claim;
  const { clock: _overtaken, ...rest } = claim;
  const end = isTakenBack(steps.get(row.endedBy ?? "")) ? "revoked" : "closed";
  return { ...rest, ...span(from, endedOn), end };
}

function counts({ onlyIf }: Clock, rules: RuleValues): boolean {
  return onlyIf === undefined || rules[onlyIf] === true;
}

function uncounted(end: { last: Day; clock: string } | null): Pick<Claim, "uncounted"> {
  return end === null ? {} : { uncounted: { before: addDays(end.last, 1), clock: end.clock } };
}

function isTakenBack(step: Step | undefined): boolean {
  return step?.status === "terminated" || step?.status === "rejected";
}

/** The last day by that of the clocks that ends first; null while none is known. */
function firstEnd(
  clocks: readonly Clock[],
  row: QualificationRow,
  from: Day,
  rules: RuleValues,
): { last: Day; clock: string } | null {
  const [first] = clocks
    .flatMap((clock) => {
      const last = lastDayBy(clock, row, from, rules);
      return last === null ? [] : [{ last, clock: clock.label }];
    })
    .sort((a, b) => order(a.last, b.last));
  return first ?? null;
}

/** The last day of a row by one clock, counted from `from`; null where the clock is not set. */
export function lastDayBy(
  { end }: Pick<Clock, "end">,
  row: Pick<QualificationRow, "reportEndsOn" | "endsOn">,
  from: Day,
  rules: RuleValues,
): Day | null {
  if (typeof end === "string") return row[end];
  const days = rules[end.afterStartDays];
  return typeof days === "number" ? addDays(from, days) : null;
}

function waiver(type: QualificationType, row: QualificationRow): Claim | null {
  const { waivedOn, waivedUntil, waivedBy, waivedWhy } = row;
  if (waivedOn === null || type.neverWaived) return null;
  const end = waivedUntil && { last: waivedUntil, clock: phrase("the waiver's last day") };
  return {
    ...claimOf("qualification", row.id, null, waivedOn, end),
    ...scopeOf(row),
    waived: { by: waivedBy ?? "", why: waivedWhy ?? "" },
  };
}

/** What ended before it began holds on no day, and reads as over, never as still to come. */
function span(from: Day, before: Day): { from: Day; before: Day } {
  return before < from ? { from: before, before } : { from, before };
}

/** A claim whose time runs out after `end.last`. */
function claimOf(
  kind: "identity" | "qualification",
  id: string,
  proof: string | null,
  from: Day,
  end: { last: Day; clock?: string } | null,
): Claim {
  const about = { ref: { kind, id }, proof };
  if (end === null) return { ...about, from, before: null, end: null };
  const before = addDays(end.last, 1);
  return {
    ...about,
    ...span(from, before),
    end: "clock",
    ...(end.clock !== undefined && { clock: end.clock }),
  };
}

function scopeOf({ unitId, requestId }: QualificationRow): Pick<Claim, "unitId" | "requestId"> {
  return { ...(unitId !== null && { unitId }), ...(requestId !== null && { requestId }) };
}

function underWay(steps: Steps, rows: readonly QualificationRow[]): Pending | null {
  const [first] = rows
    .flatMap((row) => {
      const step = steps.get(row.step);
      // A row that was made to record a waiver has not been begun.
      const isBegun = row.waivedOn === null || step?.status !== "draft";
      return step && UNDER_WAY.includes(step.status) && isBegun ? [{ row, step }] : [];
    })
    .sort(
      (a, b) =>
        UNDER_WAY.indexOf(a.step.status) - UNDER_WAY.indexOf(b.step.status) ||
        newestFirst(a.row, b.row),
    );
  return first ? pendingOf(first.row, first.step) : null;
}

function rejected(
  steps: Steps,
  rows: readonly QualificationRow[],
  claims: readonly Claim[],
): Pending | null {
  const [last] = rows
    .filter((row) => steps.get(row.step)?.status === "rejected")
    .toSorted(newestFirst);
  const step = last && steps.get(last.step);
  if (!step || claims.some(({ from }) => from > last.stepSince)) return null;
  return pendingOf(last, step);
}

function pendingOf(row: QualificationRow, step: Step): Pending {
  return {
    ref: { kind: "qualification", id: row.id },
    status: step.status,
    label: step.label,
    waitingOn: step.waitingOn,
    since: row.stepSince,
  };
}

function newestFirst(a: QualificationRow, b: QualificationRow): number {
  return order(b.stepSince, a.stepSince) || order(b.id, a.id);
}

/** By first day; of those that begin together the one that ends first, so that the order is one. */
function inOrder(a: Claim, b: Claim): number {
  return (
    order(a.from, b.from) ||
    order(a.before ?? LAST_OF_ALL, b.before ?? LAST_OF_ALL) ||
    order(a.ref.id, b.ref.id)
  );
}

function order(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
