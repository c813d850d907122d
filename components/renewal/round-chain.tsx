import { Anchor, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FilingDifferences } from "@/components/rounds/filing-differences";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { Section } from "@/lib/archives/form";
import type { RoundState } from "@/lib/requests/round";
import type { KeptFiling } from "@/lib/services/filings";
import type { ChainedRound } from "@/lib/services/round-chain";
import classes from "./round-chain.module.css";

const TONES: Record<RoundState, Tone> = {
  open: "info",
  approved: "good",
  rejected: "bad",
  withdrawn: "neutral",
};

interface Props {
  team: string;
  rounds: readonly ChainedRound[];
  filings: readonly KeptFiling[];
  sections: readonly Section[];
  names: ReadonlyMap<string, string>;
}

/** The years of a request as one chain: each round, and what it changed of the one it renews. */
export function RoundChain(props: Props) {
  const t = useTranslations("renewal.chain");
  return (
    <Panel title={t("title")} id="rounds" lead={t("lead", { count: props.rounds.length })}>
      <ol className={classes.chain}>
        {props.rounds.map((round) => (
          <li key={round.number} className={classes.link} data-state={round.state}>
            <Link {...props} round={round} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Link(props: Props & { round: ChainedRound }) {
  const t = useTranslations("renewal.chain");
  const dates = useDates();
  const { team, round } = props;
  const day = (on: ChainedRound["startedOn"] | null) => on && dates.day(on);
  return (
    <Stack gap="xs">
      <h3 className={classes.name}>
        {t("name", { number: round.number })}{" "}
        <StatusChip label={t(`state.${round.state}`)} tone={TONES[round.state]} />
      </h3>
      <p className={classes.words}>
        {round.renews === null ? t("first") : t("renews", { number: round.renews })}{" "}
        {round.renewedBy !== null && t("renewedBy", { number: round.renewedBy })}
      </p>
      <Facts
        facts={[
          { label: t("begun"), value: day(round.startedOn) },
          { label: t("filed"), value: day(round.submittedOn) ?? t("notFiled") },
          { label: t("decided"), value: day(round.decidedOn) },
          {
            label: t("ends"),
            value: round.approvals > 0 && (day(round.endsOn) ?? t("openEnded")),
          },
          {
            label: t("documents"),
            value: round.documents.length > 0 && (
              <Stack gap={2}>
                {round.documents.map(({ id, name }) => (
                  <Anchor
                    key={id}
                    href={`/api/t/${team}/documents/${id}`}
                    inherit
                    underline="always"
                  >
                    {name}
                  </Anchor>
                ))}
              </Stack>
            ),
          },
        ]}
      />
      <Changes {...props} />
    </Stack>
  );
}

/** What a round filed otherwise than the approved one that it renews. */
function Changes({ round, filings, sections, names }: Props & { round: ChainedRound }) {
  const t = useTranslations("renewal.chain");
  const last = (number: number | null) => filings.findLast((filing) => filing.round === number);
  const [before, after] = [last(round.renews), last(round.number)];
  if (!before || !after || before === after) return null;
  return (
    <details className={classes.changes}>
      <summary>{t("changes", { number: before.round })}</summary>
      <FilingDifferences
        id={`round-${round.number}-changes`}
        before={before}
        after={after}
        sections={sections}
        names={names}
      />
    </details>
  );
}
