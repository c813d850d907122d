import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { UnitTermList } from "@/components/fit/unit-terms";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import { termsInLetters } from "@/lib/data-use/team-terms";
import type { UnitTermsFacts } from "@/lib/services/unit-terms";
import { EnterTerms } from "./enter-terms";

/** How the data of a unit may be used, and what of that the team entered itself. */
export function UnitTermsPanel(props: {
  team: string;
  unit: UnitTermsFacts;
  /** Null for readers who may not enter any. */
  set: ((input: unknown) => Promise<ActionResult<unknown>>) | null;
}) {
  const t = useTranslations("access.terms");
  const { team, unit, set } = props;
  const { consentCode, ours, source } = unit;
  const duo = [...unit.duo, ...ours];
  return (
    <Panel title={t("title")} lead={t("lead")}>
      {consentCode === null && duo.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <UnitTermList unit={{ consentCode, duo }} />
      )}
      {ours.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("ours", { terms: termsInLetters(ours), source })}
        </Text>
      )}
      {set && <EnterTerms team={team} unit={unit} set={set} />}
    </Panel>
  );
}
