import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { AgreementState } from "@/lib/agreements/state";

const TONES: Record<AgreementState, Tone> = {
  not_yet: "info",
  to_sign: "warn",
  in_force: "good",
  ending: "warn",
  lapsed: "bad",
  replaced: "neutral",
  revoked: "bad",
  closed: "neutral",
};

/** How an agreement stands, in words and colour. */
export function StateChip({ state }: { state: AgreementState }) {
  const t = useTranslations("agreements.state");
  return <StatusChip tone={TONES[state]} label={t(state)} />;
}
