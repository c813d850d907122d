import { List, ListItem, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { requestPath } from "@/components/requests/request-path";
import { EndDate } from "@/components/ui/end-date";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { AgreementDetails } from "@/lib/services/agreements";
import { StateChip } from "./state-chip";

type Attach = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** The text itself: which one, between whom, from when to when, and the stored copy. */
export function TextFacts(props: {
  team: string;
  agreement: AgreementDetails;
  today: Day;
  attach: Attach | null;
}) {
  const t = useTranslations("agreements.text");
  const dates = useDates();
  const { agreement, team, today } = props;
  const { endsOn, endedOn, request } = agreement;
  return (
    <Facts
      facts={[
        { label: t("state"), value: <StateChip state={agreement.state} /> },
        { label: t("version"), value: <bdi>{agreement.textVersion}</bdi> },
        { label: t("date"), value: agreement.textDate && dates.day(agreement.textDate) },
        { label: t("copy"), value: <Copy {...props} /> },
        { label: t("committee"), value: agreement.dac && <bdi>{agreement.dac}</bdi> },
        { label: t("parties"), value: <Parties names={agreement.parties} /> },
        { label: t("law"), value: agreement.governingLaw || null },
        { label: t("starts"), value: dates.day(agreement.startsOn) },
        {
          label: t("ends"),
          value: endsOn ? (
            <EndDate {...dates.end(endsOn, today, { closed: endedOn !== null })} />
          ) : (
            t("noEnd")
          ),
        },
        { label: t("ended"), value: endedOn && dates.day(endedOn) },
        {
          label: t("reports"),
          value:
            agreement.reportMonths &&
            t("reportEvery", {
              months: agreement.reportMonths,
              what: agreement.reportWhat || "none",
            }),
        },
        { label: t("renews"), value: renewal(agreement, t) },
        {
          label: t("request"),
          value: request && (
            <TextLink href={requestPath(team, request.number)}>
              {writeNumber(request.number)} · <bdi>{request.title}</bdi>
            </TextLink>
          ),
        },
      ].filter(({ value }) => value !== null && value !== "")}
    />
  );
}

function renewal(
  { renewsDaysBefore: before, renewsDaysAfter: after }: AgreementDetails,
  t: ReturnType<typeof useTranslations<"agreements.text">>,
): string {
  return [
    before === null ? "" : t("renewsBefore", { days: before }),
    after === null ? "" : t("renewsAfter", { days: after }),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function Parties({ names }: { names: readonly string[] }) {
  const t = useTranslations("agreements.text");
  if (names.length === 0) return t("noParties");
  return (
    <List size="sm" listStyleType="none">
      {names.map((name) => (
        <ListItem key={name}>
          <bdi>{name}</bdi>
        </ListItem>
      ))}
    </List>
  );
}

function Copy(props: { team: string; agreement: AgreementDetails; attach: Attach | null }) {
  const t = useTranslations("agreements.text");
  const { agreement, team, attach } = props;
  return (
    <Stack gap={4} align="flex-start">
      <ProofLink team={team} proof={agreement.document} />
      {agreement.textSha256 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          SHA-256 <code>{agreement.textSha256}</code>
        </Text>
      )}
      {attach && agreement.document === null && (
        <AttachProof
          team={team}
          target={{ kind: "agreement", id: agreement.id }}
          paper={t("copy")}
          what={agreement.name}
          requestId={agreement.requestId ?? undefined}
          attach={attach}
        />
      )}
    </Stack>
  );
}
