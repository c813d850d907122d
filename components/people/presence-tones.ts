import type { Tone } from "@/components/ui/status-chip";
import type { Presence } from "@/lib/people/presence";

/** The colour of being on the team; its words always stand beside it. */
export const PRESENCE_TONES: Record<Presence, Tone> = {
  here: "good",
  coming: "info",
  left: "neutral",
};
