import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { Box } from "@/lib/people/boxes";
import type { HoldingStep } from "@/lib/people/next-steps";
import type { IdentityRecord } from "@/lib/services/identities";
import type { QualificationRecord } from "@/lib/services/qualification-rows";

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** What can be recorded of accounts and qualifications. */
export interface HoldingActions {
  recordIdentity: Send;
  updateIdentity: Send;
  removeIdentity: Send;
  recordQualification: Send;
  moveQualification: Send;
  correctQualification: Send;
  waiveQualification: Send;
  attachProof: Send;
}

interface Choice {
  value: string;
  label: string;
}

/** What a person, or the institution, holds and should hold, and what the reader may record of it. */
export interface Holdings {
  team: string;
  /** Null: the institution's own. */
  personId: string | null;
  boxes: readonly Box[];
  accounts: readonly IdentityRecord[];
  qualifications: readonly QualificationRecord[];
  /** What something may count for alone. */
  scopes: { unit: readonly Choice[]; request: readonly Choice[] };
  may: { record: boolean; waive: boolean };
  actions: HoldingActions;
  today: Day;
}

/** What somebody wants to record, and of what. */
export interface Target extends Pick<Box, "kind" | "id" | "unitId" | "requestId"> {
  step: HoldingStep;
}
