import type { Day } from "../dates/day";
import { soonAfter } from "./day-steps";
import type { Claim } from "./facts";
import type { GateState } from "./gate-state";
import type { AccessStatus } from "./verdict";

/** The word for a unit all whose gates are met, to its last day. */
export function openStatus(
  states: readonly GateState[],
  rulesKnown: boolean,
  until: Day | null,
  day: Day,
): AccessStatus {
  if (!rulesKnown || !isConfirmed(states)) return "not_confirmed";
  return until !== null && until <= soonAfter(day) ? "ready_ending" : "ready";
}

/** Whether the approval was seen at the archive recently enough, or need not be. */
export function isConfirmed(states: readonly GateState[]): boolean {
  for (const state of states) if (state.is === "met" && state.isConfirmed === false) return false;
  return true;
}

/**
 * The word for a unit with a shut gate: what became of the approval, and of the agreement beneath
 * it, decides; where both stand, something else blocks.
 */
export function shutStatus(states: readonly GateState[]): AccessStatus {
  if (states.some((state) => state.is === "shut" && state.code === "deprecated")) {
    return "closed";
  }
  const approval = states.find(({ gate }) => gate.kind === "approval");
  if (approval === undefined) return "blocked";
  const ends = [overOf(approval), ...agreementEnds(states)].filter((end) => end !== null);
  if (approval.is !== "shut") return standingStatus(ends, states);
  return overOf(approval) === null ? untouched(approval, states) : wordOf(ends);
}

function overOf(state: GateState): Claim | null {
  return state.is === "shut" ? state.over : null;
}

function agreementEnds(states: readonly GateState[]): (Claim | null)[] {
  return states.filter(({ gate }) => gate.kind === "agreement").map(overOf);
}

/** Taken back outweighs closed, which outweighs time. */
function wordOf(ends: readonly Claim[]): AccessStatus {
  if (ends.some(({ end }) => end === "revoked")) return "revoked";
  return ends.some(({ end }) => end === "closed") ? "closed" : "lapsed";
}

function standingStatus(ends: readonly Claim[], states: readonly GateState[]): AccessStatus {
  if (ends.length > 0) return wordOf(ends);
  return states.some((state) => overOf(state)?.end === "revoked") ? "revoked" : "blocked";
}

/** Never approved. Who gives it by signing is blocked as soon as anything of their own is begun. */
function untouched({ gate }: GateState, states: readonly GateState[]): AccessStatus {
  const isEmbargoed = states.some((state) => state.is === "shut" && state.code === "embargoed");
  if (isEmbargoed) return "blocked";
  const isSigned = gate.kind === "approval" && gate.decidedBy === "self";
  return isSigned && states.some(isBegun) ? "blocked" : "never";
}

function isBegun(state: GateState): boolean {
  const { gate } = state;
  const isOwn =
    gate.kind === "identity" || (gate.kind === "qualification" && gate.holder === "person");
  return isOwn && (state.is === "met" || (state.is === "shut" && state.code !== "missing"));
}
