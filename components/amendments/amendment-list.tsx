import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFunctionWords } from "@/components/agreements/function-words";
import { ProofLink } from "@/components/documents/proof-link";
import { requestPath } from "@/components/requests/request-path";
import { Facts } from "@/components/ui/facts";
import { ButtonLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { AmendmentState } from "@/lib/amendments/state";
import type { Archive } from "@/lib/archives/archive";
import type { Dates } from "@/lib/dates/dates-in";
import { type Day, isDay } from "@/lib/dates/day";
import type { AmendmentLine } from "@/lib/services/amendment-list";
import { AmendmentSteps, type SendAmendment } from "./amendment-steps";

const TONES: Record<AmendmentState, Tone> = {
  preparing: "neutral",
  asked: "info",
  approved: "good",
  recorded: "good",
  refused: "bad",
  withdrawn: "neutral",
};

interface Props {
  team: string;
  number: number;
  archive: Archive;
  today: Day;
  send: SendAmendment;
}

/** The amendments of a request, newest first. */
export function AmendmentList(props: Props & { amendments: readonly AmendmentLine[] }) {
  return props.amendments.map((amendment) => (
    <Amendment key={amendment.id} {...props} amendment={amendment} />
  ));
}

function Amendment({ amendment, ...props }: Props & { amendment: AmendmentLine }) {
  const { archive, team, today, send } = props;
  const t = useTranslations("amendments");
  const say = useSay();
  const dates = useDates();
  const words = useFunctionWords();
  const { number, kind, state, change, what, before, after, askedOn, decidedOn } = amendment;
  const rule = archive.amendments[kind];
  return (
    <Panel
      title={t("list.titled", { number, kind: t(`kind.${kind}`) })}
      actions={<StatusChip tone={TONES[state]} label={t(`state.${state}`)} />}
    >
      <Stack>
        <p>{what}</p>
        <Facts
          facts={[
            { label: t("list.before"), value: shown(before, dates) },
            {
              label: t("list.after"),
              value: change.kind === "pi_moves" ? null : shown(after, dates),
            },
            {
              label: t("fields.function"),
              value: "function" in change ? words(change.function) : null,
            },
            {
              label: t(change.kind === "pi_moves" ? "fields.lastDay" : "fields.on"),
              value: "on" in change ? dates.day(change.on) : null,
            },
            { label: t("list.askedOn"), value: askedOn && dates.day(askedOn) },
            { label: t("list.decidedOn"), value: decidedOn && dates.day(decidedOn) },
            {
              label: t("list.paper"),
              value: amendment.document && <ProofLink team={team} proof={amendment.document} />,
            },
          ]}
        />
        {amendment.next.length > 0 && (
          <div>
            <p>{say(rule.sentence)}</p>
            <Text size="sm" c="dimmed">
              {t("source", { source: rule.source })}
            </Text>
          </div>
        )}
        {kind === "pi_moves" && state === "recorded" && <NextOfMove {...props} />}
        <AmendmentSteps
          team={team}
          today={today}
          amendment={amendment}
          next={amendment.next}
          send={send}
        />
      </Stack>
    </Panel>
  );
}

/** The plan's duties lie on the request; its first step is the close-out. */
function NextOfMove({ team, number, archive }: Props) {
  const t = useTranslations("amendments.move");
  if (archive.amendments.pi_moves.way !== "close_first") return null;
  return (
    <div>
      <p>{t("order")}</p>
      <ButtonLink
        variant="default"
        size="compact-md"
        mt="xs"
        href={`${requestPath(team, number)}/close-out`}
      >
        {t("closeOut")}
      </ButtonLink>
    </div>
  );
}

function shown(values: readonly string[], dates: Dates): string {
  return values.map((value) => (isDay(value) ? dates.day(value) : value)).join(", ");
}
