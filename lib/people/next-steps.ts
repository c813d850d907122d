import type { Move } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import type { Claim, Pending } from "../readiness/facts";
import type { QualificationRow } from "./claims";
import type { HoldingState, StateOnDay } from "./state";

/** Something that can be recorded of what a person, or the institution, should hold. */
export type HoldingStep =
  /** A first one, or a new one beside what was. */
  | { kind: "record" }
  | { kind: "move"; rowId: string; move: Move }
  /** Days that were typed wrongly. */
  | { kind: "correct"; rowId: string }
  /** Counts as met for a time: what is under way, or nothing yet (null). */
  | { kind: "waive"; rowId: string | null }
  /** Adds the document that proves it. */
  | { kind: "prove"; rowId: string }
  /** An account was seen to be the person's own. */
  | { kind: "verify"; rowId: string }
  | { kind: "edit"; rowId: string }
  | { kind: "remove"; rowId: string };

/** The one step that leads on, null where all is well, and whatever else can be recorded. */
export interface HoldingSteps {
  next: HoldingStep | null;
  further: HoldingStep[];
}

interface Standing {
  standing: StateOnDay;
  pending: Pending | null;
}

/** States in which nobody gets in, or soon does not any more: a new one is due. */
const DUE: readonly HoldingState[] = ["missing", "ending_soon", "expired", "rejected", "revoked"];

/**
 * What can be recorded of a qualification whose rows stand like this: the next move of what is
 * under way, else a new one where one is due, else the proof where it is missing.
 */
export function qualificationSteps(
  type: QualificationType,
  rows: readonly Pick<QualificationRow, "id" | "step">[],
  { standing, pending }: Standing,
  may: { waive: boolean },
): HoldingSteps {
  const current = rows.filter(({ id }) => id === pending?.ref.id || id === standing.claim?.ref.id);
  const moves = current.flatMap((row) =>
    type.lifecycle.moves
      .filter((move) => move.from.includes(row.step))
      .map((move): HoldingStep & { kind: "move" } => ({ kind: "move", rowId: row.id, move })),
  );
  const unproved = unprovedBy(standing.claim);
  const next = nextMove(moves, pending) ?? due(standing.state) ?? unproved;
  const all: (HoldingStep | null)[] = [
    ...moves.toSorted((a, b) => Number(isDanger(a.move)) - Number(isDanger(b.move))),
    unproved,
    { kind: "record" },
    ...current.map(({ id }): HoldingStep => ({ kind: "correct", rowId: id })),
    may.waive && !type.neverWaived
      ? { kind: "waive", rowId: pending?.ref.id ?? standing.claim?.ref.id ?? null }
      : null,
  ];
  return { next, further: withoutNext(all, next) };
}

/** What can be recorded of accounts of one kind that stand like this. */
export function identitySteps(
  rows: readonly { id: string }[],
  { standing, pending }: Standing,
): HoldingSteps {
  const unproved = unprovedBy(standing.claim);
  // An account that is there already is verified anew, not written down a second time.
  const known = pending?.ref.id ?? standing.claim?.ref.id;
  const isDue = standing.state === "incomplete" || DUE.includes(standing.state);
  const verify: HoldingStep | null =
    isDue && known !== undefined ? { kind: "verify", rowId: known } : null;
  const next = verify ?? due(standing.state) ?? unproved;
  const all: (HoldingStep | null)[] = [
    unproved,
    ...rows.map(({ id }): HoldingStep => ({ kind: "edit", rowId: id })),
    { kind: "record" },
    ...rows.map(({ id }): HoldingStep => ({ kind: "remove", rowId: id })),
  ];
  return { next, further: withoutNext(all, next) };
}

/** The way on for what is under way; of several the one that its archive calls the first. */
function nextMove(
  moves: readonly (HoldingStep & { kind: "move" })[],
  pending: Pending | null,
): HoldingStep | null {
  if (pending === null || pending.status === "rejected") return null;
  const own = moves.filter(({ rowId, move }) => rowId === pending.ref.id && !isDanger(move));
  return own.find(({ move }) => move.tone === "primary") ?? own[0] ?? null;
}

function isDanger(move: Move): boolean {
  return move.tone === "danger";
}

function due(state: HoldingState): HoldingStep | null {
  return DUE.includes(state) ? { kind: "record" } : null;
}

function unprovedBy(claim: Claim | null): HoldingStep | null {
  const isUnproved = claim !== null && claim.proof === null && claim.waived === undefined;
  return isUnproved ? { kind: "prove", rowId: claim.ref.id } : null;
}

function withoutNext(all: readonly (HoldingStep | null)[], next: HoldingStep | null) {
  const key = (step: HoldingStep | null) =>
    step && [step.kind, "rowId" in step && step.rowId, "move" in step && step.move.id].join(" ");
  return all.filter((step) => step !== null).filter((step) => key(step) !== key(next));
}
