import type { Tone } from "@/components/ui/status-chip";
import type { DutyState } from "@/lib/duties/state";

/** How the state of a duty looks. */
export const DUTY_TONES: Record<DutyState, Tone> = {
  open: "info",
  due_soon: "warn",
  overdue: "bad",
  missed: "bad",
  done: "good",
  not_applicable: "neutral",
};
