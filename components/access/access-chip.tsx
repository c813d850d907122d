import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { AccessStatus } from "@/lib/readiness/verdict";
import { STATUS_ICONS, STATUS_TONES } from "./status-look";

/** A verdict as a sign with its word. */
export function AccessChip({ status }: { status: AccessStatus }) {
  const t = useTranslations("readiness.status");
  const Icon = STATUS_ICONS[status];
  return (
    <StatusChip
      label={t(status)}
      tone={STATUS_TONES[status]}
      icon={<Icon size={14} stroke={2} aria-hidden />}
    />
  );
}
