import { dayBefore } from "./day-steps";
import type { Asked, At } from "./gate-state";
import type { Remark } from "./verdict";

const NO_REMARKS: readonly Remark[] = [];

/** What to know beside the verdict, in the order of the gates. */
export function remarksOn(at: At, asked: readonly Asked[], isOpen: boolean): readonly Remark[] {
  if (!at.facts.rulesKnown) return [{ code: "rules_unknown", gate: null, on: null }];
  let remarks: Remark[] | null = null;
  for (const each of asked) {
    const found = ofGate(each, at, isOpen);
    if (found.length > 0) remarks = [...(remarks ?? []), ...found];
  }
  return remarks ?? NO_REMARKS;
}

function ofGate({ gate, state }: Asked, at: At, isOpen: boolean): readonly Remark[] {
  if (state.is === "exempt") {
    const isForOthers = gate.kind === "identity" && gate.functions?.includes("downloader");
    return isOpen && isForOthers ? [{ code: "not_a_downloader", gate, on: null }] : NO_REMARKS;
  }
  if (state.is === "shut") return NO_REMARKS;
  const remarks: Remark[] = [];
  if (state.renewal) remarks.push({ code: "replacement_in_review", gate, on: state.renewal.since });
  const uncounted = state.claim?.uncounted;
  if (uncounted && uncounted.before <= at.day) {
    remarks.push({ code: "report_ended", gate, on: dayBefore(uncounted.before) });
  }
  const { before } = at.facts.person;
  const isPersonal = gate.kind === "approval" && isOpen && !asksForTeam(at);
  if (isPersonal && before !== null && before <= at.day) {
    remarks.push({ code: "personal_access_stays", gate, on: dayBefore(before) });
  }
  return remarks.length === 0 ? NO_REMARKS : remarks;
}

function asksForTeam({ facts }: At): boolean {
  return facts.gates.some(({ kind }) => kind === "member");
}
