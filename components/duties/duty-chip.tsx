import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { DutyState } from "@/lib/duties/state";

const TONES: Record<DutyState, Tone> = {
  open: "info",
  due_soon: "warn",
  overdue: "bad",
  missed: "bad",
  done: "good",
  not_applicable: "neutral",
};

/** How a duty stands, in words beside icon and colour. */
export function DutyChip({ state }: { state: DutyState }) {
  const t = useTranslations("duties.state");
  return <StatusChip tone={TONES[state]} label={t(state)} />;
}
