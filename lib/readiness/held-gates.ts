import type {
  AgreementGate,
  ApprovalGate,
  IdentityGate,
  QualificationGate,
} from "../archives/gate";
import type { ReviewStatus } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { dayBefore } from "./day-steps";
import type { Claim, Holding, Pending } from "./facts";
import { type At, type Exempt, exempt, type GateState, type Shut, shut } from "./gate-state";
import { beginsAfter, endsLater, heldOn, inForceOn, NOTHING_HELD, overOn } from "./holding";
import { namedAfter, namedOn } from "./namings";
import type { ReasonCode } from "./verdict";

/** Gates that ask something to be held: an account, a qualification, an agreement, the approval. */
export type HeldGate = IdentityGate | QualificationGate | ApprovalGate | AgreementGate;

export function heldGateOn(gate: HeldGate, at: At): GateState {
  return exemption(gate, at) ?? holdingOn(gate, holdingFor(gate, at), at);
}

function holdingFor(gate: HeldGate, { facts, track }: At): Holding {
  switch (gate.kind) {
    case "identity":
      return facts.person.identities.get(gate.scheme) ?? NOTHING_HELD;
    case "qualification": {
      const all = gate.holder === "person" ? facts.person.qualifications : facts.institution;
      return all.get(gate.type) ?? NOTHING_HELD;
    }
    case "approval":
      return track?.approval ?? NOTHING_HELD;
    case "agreement":
      return track?.agreement ?? NOTHING_HELD;
  }
}

/** Why the gate does not apply on that day; null where it does. */
function exemption(gate: HeldGate, at: At): Exempt | null {
  if (gate.kind !== "identity" && gate.kind !== "qualification") return null;
  const { functions } = gate;
  if (functions !== undefined && namedOn(functions, at) === null) {
    return exempt(gate, namedAfter(functions, at));
  }
  if (gate.kind === "identity") return null;
  if (gate.from !== undefined && at.day < gate.from) return exempt(gate, gate.from);
  return gate.agreedFrom === undefined ? null : olderTerms(gate, gate.agreedFrom, at);
}

/**
 * An approval whose agreement is older than the rule keeps its terms to its end, also while a newer
 * one runs beside it. Without an approval the next agreement is still to be made, under the rule.
 */
function olderTerms(gate: HeldGate, agreedFrom: Day, at: At): Exempt | null {
  const running = inForceOn(at.track?.approval ?? NOTHING_HELD, at, at.day);
  if (running.length === 0) return at.day < agreedFrom ? exempt(gate, agreedFrom) : null;
  const [first, ...others] = running.filter((claim) => (claim.agreedOn ?? claim.from) < agreedFrom);
  if (first === undefined) return null;
  const longest = others.reduce((a, b) => (endsLater(b.before, a.before) ? b : a), first);
  return exempt(gate, longest.before);
}

function holdingOn(gate: HeldGate, holding: Holding, at: At): GateState {
  const claim = heldOn(holding, at, at.day);
  if (claim === null) return shutBy(gate, holding, at);
  return {
    is: "met",
    gate,
    claim,
    before: claim.before,
    renewal: isInReview(holding.pending) ? holding.pending : null,
    isConfirmed: gate.kind !== "approval" || isConfirmed(claim, holding, at),
  };
}

/** One of the approvals in force was seen recently enough, or was never one to be looked up. */
function isConfirmed(claim: Claim, holding: Holding, at: At): boolean {
  if (isRecent(claim, at.day)) return true;
  return inForceOn(holding, at, at.day).some((each) => isRecent(each, at.day));
}

function isRecent({ confirmed }: Claim, day: Day): boolean {
  return confirmed === undefined || day <= confirmed.until;
}

/** What is to come is said first, then what is under way, then what was. */
function shutBy(gate: HeldGate, holding: Holding, at: At): Shut {
  const over = overOn(holding, at, at.day);
  const next = beginsAfter(holding, at, at.day);
  if (next !== null) return shut(gate, "not_yet", next, over);
  const { pending } = holding;
  if (pending !== null && isUnderWay(pending)) {
    const code = gate.kind === "identity" ? "unverified" : codeOf(pending);
    return shut(gate, code, pending.since, over, pending);
  }
  if (over !== null) return ended(gate, over);
  const signedAnother =
    gate.kind === "approval" && gate.decidedBy === "self" && at.facts.otherVersions.length > 0;
  return shut(gate, signedAnother ? "other_version" : "missing", null);
}

const OVER: readonly ReviewStatus[] = ["approved", "withdrawn", "closing", "closed", "terminated"];

/** A step that is over, or that an approval follows in the same move, is nothing under way. */
function isUnderWay({ status }: Pending): boolean {
  return !OVER.includes(status);
}

function isInReview(pending: Pending | null): pending is Pending {
  return pending?.status === "in_review" || pending?.status === "submitted";
}

function codeOf(pending: Pending): ReasonCode {
  if (pending.status === "rejected") return "rejected";
  return isInReview(pending) ? "in_review" : "incomplete";
}

function ended(gate: HeldGate, over: Claim): Shut {
  const { before, end } = over;
  if (end === "revoked" || end === "closed") return shut(gate, end, before, over);
  return shut(gate, "lapsed", before && dayBefore(before), over);
}
