import {
  IconBell,
  IconCalendarDue,
  IconCalendarPlus,
  IconCertificate,
  IconFileCertificate,
  IconId,
  IconLockAccess,
  IconRefresh,
} from "@tabler/icons-react";
import { STATUS_ICONS, STATUS_TONES } from "@/components/access/status-look";
import type { Tone } from "@/components/ui/status-chip";
import type { Standing, TimelineKind } from "@/lib/timeline/entry";
import type { Band } from "@/lib/timeline/standing";

export const KIND_ICONS = {
  access: IconLockAccess,
  credential: IconCertificate,
  agreement: IconFileCertificate,
  account: IconId,
  duty: IconCalendarDue,
  reminder: IconBell,
} as const satisfies Record<TimelineKind, unknown>;

/** The sign of each standing; its word is read out and stands in the list. */
export const STANDING_ICONS = {
  ...STATUS_ICONS,
  planned: IconCalendarPlus,
  renewed: IconRefresh,
} as const satisfies Record<Standing, unknown>;

/** The colour of each standing where its word stands beside it. */
export const STANDING_TONES: Record<Standing, Tone> = {
  ...STATUS_TONES,
  planned: "neutral",
  renewed: "neutral",
};

/** The colours of end dates everywhere, and quiet ones for what has no end or is not there yet. */
export const BAND_TONES: Record<Band, Tone> = {
  far: "good",
  near: "warn",
  urgent: "bad",
  past: "bad",
  closed: "neutral",
  renewing: "info",
  open: "brand",
  planned: "neutral",
};
