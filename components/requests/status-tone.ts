import type { Tone } from "@/components/ui/status-chip";
import type { ReviewStatus } from "@/lib/archives/lifecycle";

const TONES: Record<ReviewStatus, Tone> = {
  draft: "neutral",
  internal_signoff: "info",
  submitted: "info",
  in_review: "info",
  changes_requested: "warn",
  approved: "good",
  rejected: "bad",
  withdrawn: "neutral",
  closing: "info",
  closed: "neutral",
  terminated: "bad",
};

/** The colour of a status; its words always stand beside it. */
export function statusTone(status: ReviewStatus): Tone {
  return TONES[status];
}
