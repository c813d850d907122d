import type { ActionResult } from "@/lib/action";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** The server actions of a close-out. */
export interface SendCloseOut {
  start: Send;
  record: Send;
  cancel: Send;
}
