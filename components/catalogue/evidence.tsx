import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import { StatusChip } from "@/components/ui/status-chip";
import type { Confidence } from "@/lib/catalogue/entry";

const TONES = { high: "good", medium: "info", low: "warn" } as const;

/** Where an entry can be checked. */
export function Source({ source }: { source: string }) {
  return /^https?:\/\//.test(source) ? (
    <ExternalLink href={source}>{new URL(source).hostname.replace(/^www\./, "")}</ExternalLink>
  ) : (
    source
  );
}

/** How sure we are of an entry. */
export function ConfidenceChip({ confidence }: { confidence: Confidence }) {
  const t = useTranslations("catalogue.confidence");
  return <StatusChip label={t(confidence)} tone={TONES[confidence]} />;
}
