import type { Day } from "../dates/day";
import type { Claim, Holding, Track } from "./facts";

/** For whom something must hold: a claim made for another unit or request does not count. */
export interface Scope {
  unitId: string;
  track: Track | null;
}

export const NOTHING_HELD: Holding = { claims: [], pending: null };

function counts({ unitId, requestId }: Claim, scope: Scope): boolean {
  if (unitId !== undefined && unitId !== scope.unitId) return false;
  return requestId === undefined || requestId === scope.track?.request?.id;
}

function isInForce({ from, before }: Claim, day: Day): boolean {
  return from <= day && (before === null || day < before);
}

/** Whether `a` is the better one to rest on: held rather than waived, the longer, the proved. */
function isFirmer(a: Claim, b: Claim): boolean {
  if ((a.waived === undefined) !== (b.waived === undefined)) return a.waived === undefined;
  if (a.before !== b.before) return endsLater(a.before, b.before);
  return a.proof !== null && b.proof === null;
}

/** Whether the end `a` comes after `b`; null is no end at all. */
export function endsLater(a: Day | null, b: Day | null): boolean {
  return b !== null && (a === null || a > b);
}

/** The claim that holds on `day`, null for none. Any that does will do; this is the best to show. */
export function heldOn({ claims }: Holding, scope: Scope, day: Day): Claim | null {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (!isInForce(claim, day) || !counts(claim, scope)) continue;
    if (best === null || isFirmer(claim, best)) best = claim;
  }
  return best;
}

/** The claims that hold on `day`. */
export function inForceOn({ claims }: Holding, scope: Scope, day: Day): Claim[] {
  return claims.filter((claim) => isInForce(claim, day) && counts(claim, scope));
}

/** What somebody did on a day outweighs the clock. */
const END_ORDER: readonly Claim["end"][] = [null, "replaced", "clock", "closed", "revoked"];

function isLaterEnd(a: Claim, b: Claim): boolean {
  if (a.before !== b.before) return endsLater(a.before, b.before);
  return END_ORDER.indexOf(a.end) > END_ORDER.indexOf(b.end);
}

/** What was: the claim that ended last by `day`, also one that ended before it could begin. */
export function overOn({ claims }: Holding, scope: Scope, day: Day): Claim | null {
  let last: Claim | null = null;
  for (const claim of claims) {
    if (claim.before === null || claim.before > day || claim.from > day) continue;
    if (!counts(claim, scope)) continue;
    const ended = settledBy(claim, day);
    if (last === null || isLaterEnd(ended, last)) last = ended;
  }
  return last;
}

/** A lapsed claim that was closed or taken back by `day`, as what it has been since. */
function settledBy(claim: Claim, day: Day): Claim {
  if (claim.settled === undefined || claim.settled.on > day) return claim;
  const { settled, clock: _overtaken, ...rest } = claim;
  return { ...rest, before: settled.on, end: settled.as };
}

/** What will be: the first day after `day` on which a claim begins to hold, null where none does. */
export function beginsAfter({ claims }: Holding, scope: Scope, day: Day): Day | null {
  let first: Day | null = null;
  for (const claim of claims) {
    if (claim.from <= day || !counts(claim, scope)) continue;
    if (claim.before !== null && claim.before <= claim.from) continue;
    if (first === null || claim.from < first) first = claim.from;
  }
  return first;
}
