import type { Day } from "../dates/day";
import type { Ask, Party } from "./lifecycle";

/** Why a request is closed out, in the words that DUOS uses for it. */
export const CLOSE_OUT_REASONS = [
  { value: "completed", label: "The project is completed" },
  { value: "moved", label: "The requester moves to another institution" },
  { value: "transferred", label: "The project is transferred to somebody else" },
  { value: "superseded", label: "Another project supersedes this one" },
] as const;
export type CloseOutReason = (typeof CLOSE_OUT_REASONS)[number]["value"];

/** One step of a close-out. Steps are taken in their order, each with its evidence. */
export interface CloseOutStep {
  id: string;
  /** What has happened once it is taken. */
  label: string;
  /** Who does it in the world. */
  by: Party;
  /** What to do, and what is asked for. */
  guidance: string;
  /** Asked when it is recorded; one of them is the day, with the meaning `on`. */
  asks: readonly Ask[];
  /**
   * What proves it: a `paper` that must be uploaded, the `answers` given, or the team's own
   * `register` of copies or outputs as it is then.
   */
  evidence: "paper" | "answers" | "register";
  /** The paper's name; where the evidence is none, a paper of this name is welcome. */
  paper?: string;
  /** What the team's registers must say before: no copy is open, the outputs are listed. */
  needs?: "copies_destroyed" | "outputs_listed";
  /** The move of the lifecycle that goes with it; from the first one on, nothing can be taken back. */
  move?: string;
  source: string;
}

/** How a request ends under its archive's rules. */
export interface CloseOutRules {
  /** Whether the archive asks for a close-out at all; where not, the order here is our advice. */
  isPrescribed: boolean;
  /** What the archive asks, in one sentence or two. */
  sentence: string;
  steps: readonly CloseOutStep[];
  /** An archival copy may be kept where a law or an audit demands it. */
  mayKeepArchivalCopy: boolean;
  /** Until when it is to be complete; null where nobody says so. `endsOn`: the nearest end of an approval. */
  due(facts: { startedOn: Day; endsOn: Day | null }): { dueOn: Day; rule: string } | null;
  /** What stays forbidden or owed after the end, as sentences. */
  afterwards: readonly string[];
  source: string;
}

/** The step that a move of the lifecycle belongs to. */
export function closeOutStepOfMove(rules: CloseOutRules, move: string): CloseOutStep | undefined {
  return rules.steps.find((step) => step.move === move);
}

/** The name of a reason; the stored text where nobody knows it any more. */
export function closeOutReason(value: string): string {
  return CLOSE_OUT_REASONS.find((reason) => reason.value === value)?.label ?? value;
}
