import { Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { SourceText } from "@/components/archives/source-text";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { HistoryList } from "@/components/requests/history-list";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import { foldHistory } from "@/lib/requests/history";
import type { DutyDetail } from "@/lib/services/duty-page";
import { DutyAbout } from "./duty-about";
import { DutyChip } from "./duty-chip";
import { DutyDue } from "./duty-due";
import classes from "./duty-view.module.css";
import { NoticeTable } from "./notice-table";
import { ReaderTable } from "./reader-table";

interface Props {
  team: string;
  duty: DutyDetail;
  today: Day;
  now: Date;
  timeZone: string;
  /** Without it the reader may not add the paper that proves what was done. */
  attach?: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}

/** What is to be done, why on this day, who is reminded when, and what happened so far. */
export function DutyView(props: Props) {
  const t = useTranslations("duties.page");
  const say = useSay();
  const { duty } = props;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Panel title={t("what")} actions={<DutyChip state={duty.state} />}>
          <Stack gap="md">
            <p className={classes.words}>{say(duty.what || duty.kind.name)}</p>
            <DutyFacts {...props} />
            {duty.closesByItself && duty.closedOn === null && (
              <Note tone="info">
                <p>{t("byItself")}</p>
              </Note>
            )}
          </Stack>
        </Panel>
        <Panel title={t("why")}>
          <Stack gap="xs">
            <p className={classes.words}>{say(duty.rule)}</p>
            <p className={classes.words}>
              {t("source")}: <SourceText text={duty.source} />
            </p>
          </Stack>
        </Panel>
        <Panel title={t("ifMissed")}>
          <p className={classes.words}>{say(duty.ifMissed)}</p>
        </Panel>
        <Panel title={t("reminders")} lead={t("remindersLead")} id="reminders" flush>
          <ReaderTable {...props} />
        </Panel>
      </div>
      <div className={classes.column}>
        <Panel title={t("sent")} id="sent" flush={duty.notices.length > 0}>
          <NoticeTable notices={duty.notices} timeZone={props.timeZone} />
        </Panel>
        <Panel title={t("history")}>
          <HistoryList lines={foldHistory(duty.history)} timeZone={props.timeZone} />
        </Panel>
      </div>
    </div>
  );
}

function DutyFacts({ team, duty, today, now, timeZone, attach }: Props) {
  const t = useTranslations("duties.page.fact");
  const dates = useDates();
  const say = useSay();
  const { acknowledgedBy, acknowledgedAt, closedBy, closedWhy, closedOn } = duty;
  const seen =
    acknowledgedBy &&
    acknowledgedAt &&
    t("seenBy", { name: acknowledgedBy, when: dates.instant(acknowledgedAt, timeZone) });
  const isDone = duty.state === "done" && !duty.closesByItself;
  return (
    <Facts
      facts={[
        {
          label: t("due"),
          value: <DutyDue {...{ duty, today, now, timeZone }} isLong />,
        },
        { label: t("about"), value: hasSubject(duty) && <DutyAbout team={team} duty={duty} /> },
        { label: t("archive"), value: archiveByCode(duty.archive)?.name },
        { label: t("owner"), value: <bdi>{duty.owner.name}</bdi> },
        { label: t("seen"), value: seen },
        { label: t("closed"), value: closedOn && dates.weekday(closedOn) },
        { label: t("closedBy"), value: closedOn && (closedBy ?? t("gatebook")) },
        { label: t("closedWhy"), value: closedWhy && say(closedWhy) },
        {
          label: t("proof"),
          value: isDone && (
            <>
              <ProofLink team={team} proof={duty.proof} />{" "}
              {attach && (
                <AttachProof
                  team={team}
                  target={{ kind: "duty", id: duty.id }}
                  paper={t("proof")}
                  what={say(duty.kind.name)}
                  isReplacement={duty.proof !== null}
                  attach={attach}
                />
              )}
            </>
          ),
        },
      ].map(({ label, value }) => ({ label, value: value === false ? null : value }))}
    />
  );
}

function hasSubject({ data, request, agreement, person }: DutyDetail): boolean {
  return Boolean(data || request || agreement || person);
}
