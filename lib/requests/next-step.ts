import type { Lifecycle, Move, Step } from "../archives/lifecycle";
import { waysBack } from "./diagram";
import { isOurMove } from "./responsible";

/** What a request's page offers first: the form, one move, or the word whom it waits on. */
export type NextStep =
  | { kind: "form" }
  | { kind: "move"; moveId: string }
  | { kind: "wait" }
  | { kind: "none" };

type OpenMove = Pick<Move, "id" | "tone" | "from">;

/**
 * The one next step for a reader. The form comes first while it lacks something; then the archive's
 * usual move from where the request stands. Who has no move here, or waits for somebody of the
 * team by name, is told whom it waits on; what lies outside of the team or with everybody in it may
 * be recorded by whoever may record.
 */
export function nextStep(facts: {
  step: Step;
  /** The moves that the reader may record now, in the archive's order. */
  open: readonly OpenMove[];
  /** Whether the reader may write in the form now, and how many answers it lacks. */
  canEdit: boolean;
  missing: number;
  /** Who of the team has the next move. */
  persons: readonly { id: string }[];
  me: string;
}): NextStep {
  const { step, open, persons, me } = facts;
  const isOthers =
    isOurMove(step.waitingOn) &&
    step.waitingOn !== "us" &&
    persons.length > 0 &&
    !persons.some(({ id }) => id === me);
  if (isOthers) return { kind: "wait" };
  if (facts.canEdit && facts.missing > 0 && step.editable) return { kind: "form" };
  const usual = open.filter(({ tone }) => tone === "primary");
  const move = usual.find(({ from }) => from.includes(step.id)) ?? usual[0];
  if (move) return { kind: "move", moveId: move.id };
  return { kind: step.waitingOn === "nobody" ? "none" : "wait" };
}

/** Moves in the groups of a menu, in the archive's order; groups without any are left out. */
export function groupMoves<M extends OpenMove>(
  lifecycle: Lifecycle,
  /** Where items stand. */
  stepIds: readonly string[],
  moves: readonly M[],
): { id: "onward" | "back" | "ending"; moves: M[] }[] {
  const back = new Set(stepIds.flatMap((id) => waysBack(lifecycle, id).map((move) => move.id)));
  const groupOf = ({ id, tone }: M) =>
    tone === "danger" ? "ending" : back.has(id) ? "back" : "onward";
  return (["onward", "back", "ending"] as const)
    .map((id) => ({ id, moves: moves.filter((move) => groupOf(move) === id) }))
    .filter((group) => group.moves.length > 0);
}
