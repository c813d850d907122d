import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EndDate } from "@/components/ui/end-date";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Renewal } from "@/lib/archives/renewal";
import type { Day } from "@/lib/dates/day";
import type { RenewalPhase } from "@/lib/requests/renewal";
import type { RenewalView } from "@/lib/services/renewals";

const TONES: Record<Exclude<RenewalPhase, "not_renewable">, Tone> = {
  not_yet: "neutral",
  open: "good",
  late: "warn",
  over: "bad",
};

/** When a renewal is written and filed, or why nothing is renewed and what to do instead. */
export function WindowPanel(props: {
  renewal: Renewal;
  view: Pick<RenewalView, "window" | "lengths" | "round">;
  /** Whether anything of the request is approved at all. */
  isApproved: boolean;
  today: Day;
  /** The way to begin, where there is one. */
  actions?: ReactNode;
}) {
  const t = useTranslations("renewal");
  const say = useSay();
  const { renewal, view, isApproved } = props;
  const { phase } = view.window;
  if (renewal.how === "not_renewable") {
    return <Instead title={t("notRenewable")} why={renewal.why} instead={renewal.instead} />;
  }
  if (!isApproved) {
    return (
      <Panel title={t("title")}>
        <Text>{t("notApproved")}</Text>
      </Panel>
    );
  }
  if (phase === "not_renewable") {
    const { why, instead } = renewal.openEnded;
    return <Instead title={t("nothingEnds")} why={why} instead={instead} />;
  }
  return (
    <Panel
      title={t("title")}
      actions={<StatusChip label={t(`phase.${phase}`)} tone={TONES[phase]} />}
    >
      <Stack gap="sm">
        <Text>{say(renewal.summary)}</Text>
        <WindowDays window={view.window} today={props.today} />
        {(phase === "late" || phase === "over") && view.round?.submittedOn == null && (
          <Note tone={phase === "over" ? "bad" : "warn"} title={t(`phase.${phase}`)}>
            <Text>{say(renewal[phase])}</Text>
          </Note>
        )}
        {props.actions}
        {view.lengths && (
          <Text size="sm" c="dimmed">
            {[
              view.lengths.unconfirmed && say(view.lengths.unconfirmed),
              t("source", { source: view.lengths.source }),
            ]
              .filter(Boolean)
              .join(" ")}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

function WindowDays({ window, today }: Pick<RenewalView, "window"> & { today: Day }) {
  const t = useTranslations("renewal.days");
  const dates = useDates();
  const { opensOn, lastSafeDay, endsOn } = window;
  const facts = [
    {
      label: t("opensOn"),
      value: opensOn ? dates.dayWithDistance(opensOn, today) : t("fromApproval"),
    },
    {
      label: t("lastSafeDay"),
      value: lastSafeDay && dates.dayWithDistance(lastSafeDay, today),
    },
    { label: t("endsOn"), value: endsOn && <EndDate {...dates.end(endsOn, today)} /> },
  ];
  return <Facts facts={facts} />;
}

function Instead(props: { title: string; why: string; instead: string }) {
  const t = useTranslations("renewal");
  const say = useSay();
  return (
    <Panel title={props.title}>
      <Stack gap="sm">
        <Text>{say(props.why)}</Text>
        <Note tone="info" title={t("instead")}>
          <Text>{say(props.instead)}</Text>
        </Note>
      </Stack>
    </Panel>
  );
}
