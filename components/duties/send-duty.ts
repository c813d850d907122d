import type { ActionResult } from "@/lib/action";

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** The server actions of a duty, bound to its team; null for readers who may not. */
export interface SendDuty {
  settle: Send | null;
  drop: Send | null;
  reopen: Send | null;
  acknowledge: Send | null;
  snooze: Send | null;
  wake: Send | null;
}
