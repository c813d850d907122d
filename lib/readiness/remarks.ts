import { dayBefore } from "./day-steps";
import type { At, GateState } from "./gate-state";
import type { Remark } from "./verdict";

const RULES_UNKNOWN: readonly Remark[] = [{ code: "rules_unknown", gate: null, on: null }];

/** What to know beside the verdict, in the order of the gates. */
export function remarksOn(
  at: At,
  states: readonly GateState[],
  isOpen: boolean,
): readonly Remark[] {
  if (!at.facts.rulesKnown) return RULES_UNKNOWN;
  const remarks: Remark[] = [];
  for (const state of states) {
    renewing(state, remarks);
    outlived(state, at, remarks);
    if (isOpen) personal(state, at, remarks);
  }
  return remarks;
}

function renewing(state: GateState, remarks: Remark[]): void {
  if (state.is !== "met" || state.renewal === null) return;
  remarks.push({ code: "replacement_in_review", gate: state.gate, on: state.renewal.since });
}

function outlived(state: GateState, { day }: At, remarks: Remark[]): void {
  const uncounted = state.is === "met" ? state.claim?.uncounted : undefined;
  if (uncounted === undefined || uncounted.before > day) return;
  remarks.push({ code: "report_ended", gate: state.gate, on: dayBefore(uncounted.before) });
}

/** What the archive lets some do and not others, and what stays with somebody who left. */
function personal({ is, gate }: GateState, { facts, day }: At, remarks: Remark[]): void {
  if (is === "exempt" && gate.kind === "identity" && gate.functions?.includes("downloader")) {
    remarks.push({ code: "not_a_downloader", gate, on: null });
  }
  const { before } = facts.person;
  // Where a gate asks for the team, nothing is open to who left it.
  if (gate.kind !== "approval" || before === null || before > day) return;
  remarks.push({ code: "personal_access_stays", gate, on: dayBefore(before) });
}
