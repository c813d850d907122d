import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { SettleDuty } from "@/components/duties/settle-duty";
import { requestPath } from "@/components/requests/request-path";
import { DueMoment } from "@/components/ui/due-moment";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { IncidentDutyLine, IncidentMatter } from "@/lib/services/incident-pages";
import { WaiveDuty } from "./incident-dialogs";
import classes from "./incidents.module.css";
import { LetterCopy } from "./letter-copy";

interface Props {
  team: string;
  today: Day;
  now: Date;
  timeZone: string;
  /** Without it nobody may record that an archive was told. */
  settle?: (input: unknown) => Promise<ActionResult>;
  /** Without it nobody may say that it need not be. */
  waive?: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}

/** Whom to tell, archive by archive, with until when, why, and the letter. */
export function IncidentMatters(props: Props & { matters: readonly IncidentMatter[] }) {
  return props.matters.map((matter) => (
    <Matter key={`${matter.archive} ${matter.request?.number ?? ""}`} {...props} matter={matter} />
  ));
}

function Matter({ matter, ...props }: Props & { matter: IncidentMatter }) {
  const t = useTranslations("incidents.matter");
  const { request, archiveName, units } = matter;
  return (
    <Panel
      title={
        request
          ? t("titled", { archive: archiveName, number: writeNumber(request.number) })
          : archiveName
      }
      lead={t("data", { units: units.map(({ name }) => name).join(", ") })}
      actions={
        request && (
          <TextLink href={requestPath(props.team, request.number)}>{request.title}</TextLink>
        )
      }
    >
      <Stack>
        {matter.otherwise !== null && (
          <Note tone="info" title={t("nobody")}>
            <p>{matter.otherwise}</p>
          </Note>
        )}
        {matter.duties.length > 0 && (
          <ul className={classes.duties}>
            {matter.duties.map((duty) => (
              <li key={duty.id}>
                <Duty duty={duty} {...props} />
              </li>
            ))}
          </ul>
        )}
        <LetterCopy archive={archiveName} letter={matter.letter} />
      </Stack>
    </Panel>
  );
}

function Duty({ duty, ...props }: Props & { duty: IncidentDutyLine }) {
  const t = useTranslations("incidents.matter");
  const say = useSay();
  return (
    <Stack gap="xs">
      <DutyState duty={duty} {...props} />
      <p>{say(duty.what)}</p>
      {duty.where && (
        <p>
          <Anchor href={`mailto:${duty.where}`} inherit underline="always">
            {duty.where}
          </Anchor>
        </p>
      )}
      <Text size="sm" c="dimmed">
        {t("owner", { name: duty.owner.name })}
      </Text>
      {duty.unconfirmed && (
        <Note tone="warn" title={t("unconfirmed")}>
          <p>{say(duty.unconfirmed)}</p>
        </Note>
      )}
      <details>
        <summary>{t("why")}</summary>
        <p>{say(duty.rule)}</p>
        <p>{t("source", { source: duty.source })}</p>
      </details>
      {duty.state === "open" && (
        <Group gap="xs">
          {props.settle && (
            <SettleDuty
              {...{ team: props.team, duty, today: props.today, settle: props.settle }}
              size="compact-sm"
            />
          )}
          {props.waive && <WaiveDuty team={props.team} duty={duty} send={props.waive} />}
        </Group>
      )}
    </Stack>
  );
}

function DutyState({ duty, today, now, timeZone }: Props & { duty: IncidentDutyLine }) {
  const t = useTranslations("incidents.matter");
  const dates = useDates();
  if (duty.state === "open") {
    return duty.dueAt ? (
      <DueMoment at={duty.dueAt} now={now} timeZone={timeZone} />
    ) : (
      <EndDate {...dates.end(duty.dueOn, today)} />
    );
  }
  const date = duty.closedOn ? dates.day(duty.closedOn) : "";
  return (
    <>
      <StatusChip
        tone={duty.state === "done" ? "good" : "neutral"}
        label={duty.state === "done" ? t("done", { date }) : t("waived", { date })}
      />
      {duty.closedWhy && <p>{duty.closedWhy}</p>}
    </>
  );
}
