import {
  IconArchive,
  IconBan,
  IconCheck,
  IconClockX,
  IconHourglassLow,
  IconLock,
  IconMinus,
  IconQuestionMark,
} from "@tabler/icons-react";
import type { Tone } from "@/components/ui/status-chip";
import type { AccessStatus } from "@/lib/readiness/verdict";

/** The sign of each verdict; its word always stands beside it or is read out. */
export const STATUS_ICONS = {
  ready: IconCheck,
  ready_ending: IconHourglassLow,
  not_confirmed: IconQuestionMark,
  blocked: IconLock,
  lapsed: IconClockX,
  revoked: IconBan,
  closed: IconArchive,
  never: IconMinus,
} as const satisfies Record<AccessStatus, unknown>;

/** The colour of each verdict. */
export const STATUS_TONES: Record<AccessStatus, Tone> = {
  ready: "good",
  ready_ending: "warn",
  not_confirmed: "info",
  blocked: "bad",
  lapsed: "bad",
  revoked: "bad",
  closed: "neutral",
  never: "neutral",
};
