import { archiveByCode } from "../archives/index";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { type Day, daysBetween } from "../dates/day";
import { findLifecycle, findMove, hasStatedDay, stepOf } from "./lifecycle";
import type { Stay } from "./stay";

/** A stay of any request of a team. */
export interface TeamStay extends Stay {
  requestId: string;
  archive: string;
  lifecycle: string;
  /** The round in which the item stood there. */
  cycle: number;
  /** The move that led there; empty for the first step and for what an import read. */
  move: string;
}

/** Below so many stays nothing is told but their number: it would say more of one case than of the archive. */
export const FEWEST = 5;

/** How long something took, in days. `quartiles` is null under `FEWEST`. */
export interface Spread {
  n: number;
  quartiles: { lower: number; median: number; upper: number } | null;
}

/** What a team has seen of one lifecycle. */
export interface SeenDurations {
  archive: string;
  lifecycle: string;
  /** By step; only steps that were seen. */
  steps: Readonly<Record<string, Spread>>;
  /** From the first filing of a round to the approval in it. */
  total: Spread;
}

/**
 * How long a team's requests stood in each step, from their stays in the order of writing. Days are
 * half open: from the 1st to the 15th are 14, the same day is 0. Only stays that ended count, in
 * steps where somebody has the move and whose first day somebody stated; those without carry the
 * day of typing, and would measure when the team wrote things down. Items of one request that came
 * and went together count once. An archive or lifecycle that is no more is left out.
 */
export function durationsOf(stays: readonly TeamStay[]): SeenDurations[] {
  const groups = Map.groupBy(stays, ({ archive, lifecycle }) => `${archive} ${lifecycle}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const archive = first && archiveByCode(first.archive);
    const found = archive?.lifecycles.find(({ id }) => id === first?.lifecycle);
    if (!first || !archive || !found) return [];
    return {
      archive: archive.code,
      lifecycle: found.id,
      steps: stepSpreads(findLifecycle(archive, found.id), own),
      total: spreadOf(distinct(waysToApproval(found, own))),
    };
  });
}

/** The spread of whole numbers of days; quartiles by linear interpolation between the neighbours. */
export function spreadOf(days: readonly number[]): Spread {
  const sorted = days.toSorted((a, b) => a - b);
  if (sorted.length < FEWEST) return { n: sorted.length, quartiles: null };
  const at = (part: number) => {
    const place = (sorted.length - 1) * part;
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? 0;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { n: sorted.length, quartiles: { lower: at(0.25), median: at(0.5), upper: at(0.75) } };
}

interface Span {
  requestId: string;
  from: Day;
  to: Day;
}

function stepSpreads(lifecycle: Lifecycle, stays: readonly TeamStay[]): Record<string, Spread> {
  const spans = stays
    .filter(({ step }) => lifecycle.steps.some(({ id }) => id === step))
    .filter(({ step }) => stepOf(lifecycle, step).waitingOn !== "nobody")
    .filter(({ step }) => hasStatedDay(lifecycle, step))
    .flatMap(({ requestId, step, enteredOn, leftOn }) =>
      leftOn === null ? [] : { requestId, step, from: enteredOn, to: leftOn },
    );
  const steps = Map.groupBy(spans, ({ step }) => step);
  return Object.fromEntries([...steps].map(([step, own]) => [step, spreadOf(distinct(own))]));
}

/** For each item and round: from its first filing to its first approval after it. */
function waysToApproval(lifecycle: Lifecycle, stays: readonly TeamStay[]): Span[] {
  const rounds = Map.groupBy(stays, ({ itemId, cycle }) => `${itemId} ${cycle}`);
  const isBy = ({ move }: TeamStay, effect: Move["effect"]) =>
    findMove(lifecycle, move)?.effect === effect;
  return [...rounds.values()].flatMap((own) => {
    const filed = own.findIndex((stay) => isBy(stay, "file"));
    const from = own[filed];
    const approved = own.slice(filed + 1).find((stay) => isBy(stay, "grant"));
    if (!from || !approved || approved.enteredOn < from.enteredOn) return [];
    return { requestId: from.requestId, from: from.enteredOn, to: approved.enteredOn };
  });
}

/** The lengths of spans, equal ones of one request once. */
function distinct(spans: readonly Span[]): number[] {
  const byName = new Map(spans.map((span) => [`${span.requestId} ${span.from} ${span.to}`, span]));
  return [...byName.values()].map(({ from, to }) => daysBetween(from, to));
}
