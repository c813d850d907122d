import { List, ListItem, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { questionHref } from "@/components/requests/question-id";
import { PortalLink } from "@/components/requests/standing";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { MissingAnswer } from "@/lib/requests/form";
import { RenewalMoves } from "./renewal-moves";

/** What still stands between a renewal and its filing, and the way to file it. */
export function FileStep(props: {
  team: string;
  number: number;
  archive: Archive;
  lifecycle: Lifecycle;
  /** What the form lacks, and what the report lacks. */
  missing: readonly MissingAnswer[];
  reportMissing: readonly MissingAnswer[];
  isSaved: boolean;
}) {
  const t = useTranslations("renewal");
  const { archive, lifecycle, missing, reportMissing } = props;
  const renewal = archive.renewal(lifecycle.id);
  const drafts = lifecycle.moves.filter(({ effect }) => effect === "renew").map(({ to }) => to);
  const filing = lifecycle.moves.filter(({ from }) => from.some((step) => drafts.includes(step)));
  const ways = filing.filter(({ effect }) => effect === "file" || effect === "submit");
  const isReady = missing.length === 0 && reportMissing.length === 0 && props.isSaved;
  return (
    <Panel title={t("steps.file")}>
      <Stack gap="sm">
        {isReady ? (
          <Text>
            {t("fileStep.ready", { archive: archive.name })} <PortalLink archive={archive} />
          </Text>
        ) : (
          <>
            <Text>{t("fileStep.missing")}</Text>
            <List>
              {!props.isSaved && <ListItem>{t("fileStep.reportUnsaved")}</ListItem>}
              {reportMissing.map(({ fieldId, label }) => (
                <ListItem key={fieldId}>{t("fileStep.reportMissing", { label })}</ListItem>
              ))}
              {missing.map((entry) => (
                <ListItem key={`${entry.itemId} ${entry.fieldId}`}>
                  <TextLink href={questionHref(props.team, props.number, entry)}>
                    {t("fileStep.formMissing", { label: entry.label })}
                  </TextLink>
                </ListItem>
              ))}
            </List>
          </>
        )}
        {isReady && <RenewalMoves moves={ways.map(({ id }) => id)} />}
        {renewal.how !== "not_renewable" && renewal.signOff && (
          <Text>{t("fileStep.signOff", { archive: archive.name })}</Text>
        )}
      </Stack>
    </Panel>
  );
}
