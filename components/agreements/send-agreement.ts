import type { ActionResult } from "@/lib/action";
import type { AgreementDetails } from "@/lib/services/agreements";

/** Somebody whom an agreement names. */
export type NamedLine = AgreementDetails["people"][number];

type Send<T = unknown> = (team: string, input: unknown) => Promise<ActionResult<T>>;

/** The server actions that change an agreement. */
export interface SendAgreement {
  update: Send;
  addVersion: Send<{ id: string }>;
  name: Send;
  endName: Send;
}
