import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { Wait } from "@/lib/requests/nudge";

export type RecordNudgeAction = (input: unknown) => Promise<ActionResult<unknown>>;

/** What the letter that asks for news needs. */
export interface NudgeProps {
  requestId: string;
  /** The id of the step at which it waits. */
  step: string;
  /** Whom one asks, in words. */
  who: string;
  letter: Wait["letter"];
  today: Day;
  nudge: RecordNudgeAction;
}
