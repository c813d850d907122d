import type { ActionResult } from "@/lib/action";
import type { Lifecycle, Move } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { StandingItem } from "@/lib/requests/lifecycle";
import type { ApprovedItem } from "./move-values";

export type MoveAction = (
  team: string,
  input: unknown,
) => Promise<ActionResult<{ version: number }>>;

/** What the moves of a request depend on; all of it comes anew with each state of the page. */
export interface MovesProps {
  team: string;
  /** The archive's code: what it is travels only with the dialog that asks about it. */
  archive: string;
  lifecycle: Lifecycle;
  /** The moves, by id, that are made by steps of the close-out and not here. */
  byCloseOut: readonly string[];
  request: { id: string; version: number };
  /** `said` is what was said when the item was sent back, and waits for an answer. */
  items: readonly (StandingItem & ApprovedItem & { name: string; said?: string })[];
  /** What the reader's role allows; without either there are no buttons at all. */
  rights: Readonly<Record<Move["permission"], boolean>>;
  /** Moves that need a complete form are offered only then. */
  isComplete: boolean;
  today: Day;
  /** The documents of the request, to prove an approval with. */
  documents: readonly { id: string; name: string }[];
  move: MoveAction;
  /** Takes the last move back; null for readers who may not. */
  undo: MoveAction | null;
}

/** The id of what takes the focus once a move has changed the page. */
export const STANDING = "standing";
