import type { Day } from "../dates/day";
import type { PersonFunction } from "./lifecycle";

/** What a person is to one request when leaving. */
export interface Leaving {
  functions: readonly PersonFunction[];
  /** Whether the archive has the application. */
  filed: boolean;
  /** Whether an approval stands for the request (or for this person on it) on the last day. */
  approved: boolean;
  /** The last day on the team. */
  lastDay: Day;
}

/** What a person is to an agreement in force, or an approved request, when named in it later. */
export interface Joining {
  functions: readonly PersonFunction[];
  /** The first day on which the person is named. */
  firstDay: Day;
}

/** One consequence of somebody's leaving or joining, under an archive's rules. */
export interface DepartureDuty {
  /** The obligation's kind, e.g. `ega_staff_change`. */
  kind: string;
  effect: "amend" | "notify" | "destroy" | "close" | "hand_over";
  /** What to do, in the imperative. */
  what: string;
  dueOn: Day;
  /** The arithmetic in words: "the last day plus 30 days". */
  rule: string;
  /** The clause or page it comes from. */
  source: string;
}

/** What an archive asks when somebody leaves or joins, and who may take a person's place. */
export interface DepartureRules {
  duties(leaving: Leaving): readonly DepartureDuty[];
  /** What follows when somebody is named after the agreement began. */
  joins(joining: Joining): readonly DepartureDuty[];
  /**
   * How responsibility passes on: `transfer` within the team alone, `amend` with the archive's
   * consent, `close_and_reapply` where the archive forbids it. With the sentence that says so.
   */
  handOver(leaving: Leaving): { how: "transfer" | "amend" | "close_and_reapply"; why: string };
}
