import {
  IconCalendarClock,
  IconCircleDashed,
  IconFlag,
  IconHourglassLow,
  IconPencil,
  IconShieldCheck,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { HoldingState } from "@/lib/people/state";

const ICON = { size: 14, stroke: 2, "aria-hidden": true } as const;

/** How each state looks; where an icon is named, the tone's own is another state's already. */
const LOOKS: Record<HoldingState, { tone: Tone; icon?: ReactNode }> = {
  current: { tone: "good" },
  ending_soon: { tone: "warn", icon: <IconHourglassLow {...ICON} /> },
  expired: { tone: "bad" },
  not_yet: { tone: "info", icon: <IconCalendarClock {...ICON} /> },
  in_review: { tone: "info" },
  incomplete: { tone: "warn", icon: <IconPencil {...ICON} /> },
  rejected: { tone: "bad", icon: <IconFlag {...ICON} /> },
  revoked: { tone: "bad", icon: <IconFlag {...ICON} /> },
  waived: { tone: "brand", icon: <IconShieldCheck {...ICON} /> },
  missing: { tone: "neutral", icon: <IconCircleDashed {...ICON} /> },
};

/** How something that should be held stands. */
export function HoldingChip({ state }: { state: HoldingState }) {
  const t = useTranslations("person.state");
  return <StatusChip label={t(state)} {...LOOKS[state]} />;
}
