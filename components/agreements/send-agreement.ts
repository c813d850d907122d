import type { ActionResult } from "@/lib/action";

type Send<T = unknown> = (team: string, input: unknown) => Promise<ActionResult<T>>;

/** The server actions that change an agreement. */
export interface SendAgreement {
  update: Send;
  addVersion: Send<{ id: string }>;
  name: Send;
  endName: Send;
}
