import type { Move } from "../lifecycle";
import { on, reason } from "./asks";
import { closeMove } from "./closing-moves";
import { SOURCES } from "./sources";

/** What every PhysioNet request begins with: written here, then filed by each person there. */
export const FIRST_MOVES: readonly Move[] = [
  {
    id: "submit",
    label: "Submit",
    from: ["draft"],
    to: "ready_to_file",
    scope: "request",
    by: "us",
    permission: "request.move",
    asks: [],
    effect: "submit",
    tone: "primary",
    source: SOURCES.gates,
  },
  {
    id: "back_to_draft",
    label: "Back to draft",
    from: ["ready_to_file"],
    to: "draft",
    scope: "item",
    by: "us",
    permission: "request.move",
    asks: [],
    effect: "none",
    tone: "neutral",
    source: SOURCES.gates,
  },
];

/** Handing in at PhysioNet; every person does this with an account of their own. */
export function fileMove(to: string, label: string, source: string): Move {
  return {
    id: "file",
    label: "Mark as submitted at PhysioNet",
    from: ["ready_to_file"],
    to,
    scope: "item",
    by: "holder",
    permission: "request.move",
    asks: [on(label)],
    effect: "file",
    tone: "primary",
    source,
  };
}

/** Who takes an access back, in the words of the button, and the steps in which one may be held. */
interface Taken {
  by: "archive" | "reviewers";
  label: string;
  from: readonly string[];
}

/**
 * How an access that is held ends before its time, and how one that is not yet held is given up.
 * @param held the step of the access
 * @param before the steps before it
 */
export function lastMoves(
  held: string,
  before: readonly string[],
  taken: Taken = { by: "archive", label: "Revoked by PhysioNet", from: [held] },
): Move[] {
  return [
    {
      id: "revoke",
      label: taken.label,
      from: taken.from,
      to: "revoked",
      scope: "item",
      by: taken.by,
      permission: "request.move",
      asks: [on("Revoked on"), reason("Why", "What PhysioNet or the reviewer wrote.")],
      paper: "The message",
      effect: "end",
      only: "granted",
      tone: "danger",
      source: SOURCES.credentialing,
    },
    closeMove(held),
    {
      id: "withdraw",
      label: "Withdraw",
      from: before,
      to: "withdrawn",
      scope: "item",
      by: "holder",
      permission: "request.move",
      asks: [on("Withdrawn on")],
      effect: "none",
      only: "not_granted",
      tone: "danger",
      source: SOURCES.credentialing,
    },
  ];
}
