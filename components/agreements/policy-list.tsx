import { List, ListItem, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { type Binding, policiesFor } from "@/lib/agreements/policies";
import type { PolicyRule } from "@/lib/archives/policy";
import type { Day } from "@/lib/dates/day";

const TONES: Record<Binding, Tone> = {
  binds: "brand",
  when_renewed: "neutral",
  later: "info",
  proposal: "neutral",
};

/** The archive's dated rules, each with whether it binds an agreement of that day. */
export function PolicyList(props: { policies: readonly PolicyRule[]; agreedOn: Day; today: Day }) {
  const t = useTranslations("agreements.policies");
  const dates = useDates();
  return (
    <List listStyleType="none" spacing="md">
      {policiesFor(props.policies, props.agreedOn, props.today).map(({ rule, binding }) => (
        <ListItem key={rule.id}>
          <StatusChip tone={TONES[binding]} label={t(binding)} /> <b>{rule.notice}</b>,{" "}
          {t("from", { day: dates.day(rule.from) })}
          <Text size="sm">{rule.asks}</Text>
          <Text size="sm">
            <ExternalLink href={rule.source}>{t("source")}</ExternalLink>
          </Text>
        </ListItem>
      ))}
    </List>
  );
}
