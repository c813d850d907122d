import {
  IconCertificate,
  IconLock,
  IconLockOpen,
  IconSignature,
  IconUserPlus,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { AccessClass } from "@/lib/catalogue/access-class";

const LOOKS: Record<AccessClass, { tone: Tone; icon: typeof IconLock }> = {
  open: { tone: "good", icon: IconLockOpen },
  registration: { tone: "info", icon: IconUserPlus },
  click_through_dua: { tone: "brand", icon: IconSignature },
  credentialed: { tone: "warn", icon: IconCertificate },
  controlled: { tone: "neutral", icon: IconLock },
};

/** How hard the gate is, in a word. */
export function AccessClassChip({ accessClass }: { accessClass: AccessClass }) {
  const t = useTranslations("terms.accessClass");
  const { tone, icon: Icon } = LOOKS[accessClass];
  return (
    <StatusChip
      label={t(accessClass)}
      tone={tone}
      icon={<Icon size={14} stroke={1.9} aria-hidden />}
    />
  );
}
