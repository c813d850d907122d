import type { Tone } from "@/components/ui/status-chip";
import type { MailLine } from "@/lib/services/notices";

/** How what became of a message looks. */
export const NOTICE_TONES: Record<MailLine["state"], Tone> = {
  pending: "info",
  sent: "good",
  failed: "bad",
  cancelled: "neutral",
  held: "warn",
  in_app: "neutral",
};
