import type { Day } from "../dates/day";
import { soonAfter } from "./day-steps";
import type { Claim } from "./facts";
import type { Asked, GateState } from "./gate-state";
import type { AccessStatus } from "./verdict";

/** The word for a unit all whose gates are met, to its last day. */
export function openStatus(
  asked: readonly Asked[],
  rulesKnown: boolean,
  until: Day | null,
  day: Day,
): AccessStatus {
  if (!rulesKnown || !isConfirmed(asked)) return "not_confirmed";
  return until !== null && until <= soonAfter(day) ? "ready_ending" : "ready";
}

/** Whether the approval was seen at the archive recently enough, or need not be. */
export function isConfirmed(asked: readonly Asked[]): boolean {
  for (const { state } of asked)
    if (state.is === "met" && state.isConfirmed === false) return false;
  return true;
}

/**
 * The word for a unit with a shut gate: what became of the approval, and of the agreement beneath
 * it, decides; where both stand, something else blocks.
 */
export function shutStatus(asked: readonly Asked[]): AccessStatus {
  if (asked.some(({ state }) => state.is === "shut" && state.code === "deprecated")) {
    return "closed";
  }
  const approval = asked.find(({ gate }) => gate.kind === "approval");
  if (approval === undefined) return "blocked";
  const ends = [overOf(approval.state), ...agreementEnds(asked)].filter((end) => end !== null);
  if (approval.state.is !== "shut") return standingStatus(ends, asked);
  return overOf(approval.state) === null ? untouched(approval, asked) : wordOf(ends);
}

function overOf(state: GateState): Claim | null {
  return state.is === "shut" ? state.over : null;
}

function agreementEnds(asked: readonly Asked[]): (Claim | null)[] {
  return asked.filter(({ gate }) => gate.kind === "agreement").map(({ state }) => overOf(state));
}

/** Taken back outweighs closed, which outweighs time. */
function wordOf(ends: readonly Claim[]): AccessStatus {
  if (ends.some(({ end }) => end === "revoked")) return "revoked";
  return ends.some(({ end }) => end === "closed") ? "closed" : "lapsed";
}

function standingStatus(ends: readonly Claim[], asked: readonly Asked[]): AccessStatus {
  if (ends.length > 0) return wordOf(ends);
  return asked.some(({ state }) => overOf(state)?.end === "revoked") ? "revoked" : "blocked";
}

/** Never approved. Who gives it by signing is blocked as soon as anything of their own is begun. */
function untouched({ gate }: Asked, asked: readonly Asked[]): AccessStatus {
  const isEmbargoed = asked.some(({ state }) => state.is === "shut" && state.code === "embargoed");
  if (isEmbargoed) return "blocked";
  const isSigned = gate.kind === "approval" && gate.decidedBy === "self";
  return isSigned && asked.some(isBegun) ? "blocked" : "never";
}

function isBegun({ gate, state }: Asked): boolean {
  const isOwn =
    gate.kind === "identity" || (gate.kind === "qualification" && gate.holder === "person");
  return isOwn && (state.is === "met" || (state.is === "shut" && state.code !== "missing"));
}
