import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { DutyState } from "@/lib/duties/state";
import { DUTY_TONES } from "./duty-tones";

/** How a duty stands, in words beside icon and colour. */
export function DutyChip({ state }: { state: DutyState }) {
  const t = useTranslations("duties.state");
  return <StatusChip tone={DUTY_TONES[state]} label={t(state)} />;
}
