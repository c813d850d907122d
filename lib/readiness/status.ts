import type { Day } from "../dates/day";
import { soonAfter } from "./day-steps";
import type { GateState } from "./gate-state";
import type { AccessStatus, ReasonCode } from "./verdict";

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
  if (hasCode(states, "deprecated")) return "closed";
  const approval = states.find(isApproval);
  if (approval === undefined) return "blocked";
  if (approval.is === "shut" && approval.over === null) return untouched(approval, states);
  const word = wordOf(states);
  if (word !== null) return word;
  return states.some(isRevoked) ? "revoked" : "blocked";
}

function isApproval({ gate }: GateState): boolean {
  return gate.kind === "approval";
}

function hasCode(states: readonly GateState[], code: ReasonCode): boolean {
  for (const state of states) if (state.is === "shut" && state.code === code) return true;
  return false;
}

function isRevoked(state: GateState): boolean {
  return state.is === "shut" && state.over?.end === "revoked";
}

/** What ended approval and agreement, null for nothing. Taken back outweighs closed, which outweighs time. */
function wordOf(states: readonly GateState[]): AccessStatus | null {
  let word: AccessStatus | null = null;
  for (const state of states) {
    if (state.is !== "shut" || state.over === null) continue;
    if (state.gate.kind !== "approval" && state.gate.kind !== "agreement") continue;
    const { end } = state.over;
    if (end === "revoked") return "revoked";
    if (end === "closed") word = "closed";
    else word ??= "lapsed";
  }
  return word;
}

/** Never approved. Who gives it by signing is blocked as soon as anything of their own is begun. */
function untouched({ gate }: GateState, states: readonly GateState[]): AccessStatus {
  if (hasCode(states, "embargoed")) return "blocked";
  const isSigned = gate.kind === "approval" && gate.decidedBy === "self";
  return isSigned && states.some(isBegun) ? "blocked" : "never";
}

function isBegun(state: GateState): boolean {
  if (state.is === "exempt" || (state.is === "shut" && state.code === "missing")) return false;
  const { gate } = state;
  return gate.kind === "identity" || (gate.kind === "qualification" && gate.holder === "person");
}
