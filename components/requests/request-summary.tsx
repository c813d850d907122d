import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { SeenDurations } from "@/lib/requests/durations";
import type { MissingAnswer } from "@/lib/requests/form";
import { lapseOf } from "@/lib/requests/lapse";
import { summarise } from "@/lib/requests/lifecycle";
import type { Wait } from "@/lib/requests/nudge";
import { progressOf } from "@/lib/requests/progress";
import type { Stay } from "@/lib/requests/stay";
import type { HistoryLine } from "@/lib/services/history";
import type { RequestDetail } from "@/lib/services/requests";
import { AccessLines } from "./access-lines";
import { MissingList } from "./missing-list";
import { MoveButtons } from "./moves/move-buttons";
import { Progress } from "./progress";
import { questionHref } from "./question-id";
import { requestPath } from "./request-path";
import classes from "./request-summary.module.css";
import { accessLines, itemNames, type Openers, reasonFor } from "./request-words";
import { PortalLink, Standing } from "./standing";
import type { RecordNudgeAction } from "./waiting/nudge-props";
import { WaitList } from "./waiting/wait-list";
import { WhereAmI } from "./where-am-i";

/** So many missing answers are listed at once; a longer list is folded. */
const FEW = 5;

interface Props {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
  /** What the form lacks; empty where it can no longer be edited. */
  missing: readonly MissingAnswer[];
  /** Whether the reader may edit the form now. */
  canEdit: boolean;
  history: readonly HistoryLine[];
  /** What waits outside of the team, and how long the team saw each step take. */
  waits: readonly Wait[];
  seen: SeenDurations["steps"];
  nudge: RecordNudgeAction | null;
  /** Where its items have been. */
  stays: readonly Stay[];
  /** Who may open what was granted today, by unit. */
  openers: Openers;
  me: string;
  today: Day;
  /** Adds the proof of an approval; null for readers who may not. */
  attach: ComponentProps<typeof AccessLines>["attach"];
  /** Sets the last day of the project; null for readers who may not. */
  projectEnd: ReactNode;
}

/** Where a request stands, who may open what, and the next step. */
export function RequestSummary(props: Props) {
  const t = useTranslations("requests.page");
  const { archive, lifecycle, request, today, team, missing } = props;
  const standing = summarise(lifecycle, request.items);
  const { step } = standing;
  const reason = reasonFor(lifecycle, props.history, step.id);
  const lapse = lapseOf(lifecycle, request.items, today);
  const here = request.items.filter((item) => item.step === step.id).length;
  const isFiling = lifecycle.moves.some(
    (move) => move.effect === "file" && move.from.includes(step.id),
  );
  return (
    <Panel title={t("standing")}>
      <div className={classes.summary}>
        {here < request.items.length && (
          <p>{t("some", { count: here, total: request.items.length, label: step.label })}</p>
        )}
        <Standing step={step} since={standing.waitingSince} today={today} />
        <WaitList
          requestId={request.id}
          waits={props.waits}
          seen={props.seen}
          today={today}
          me={props.me}
          nudge={props.nudge}
        />
        {lapse && (
          <Note tone="bad" title={lapse.label}>
            <p>{lapse.sentence}</p>
          </Note>
        )}
        {reason && (
          <Note tone="warn" title={reason.label}>
            <p className={classes.text}>{reason.text}</p>
          </Note>
        )}
        <AccessLines
          lines={accessLines(archive, request, props.openers)}
          today={today}
          team={team}
          requestId={request.id}
          attach={props.attach}
        />
        {isFiling && (
          <p>
            {t("fileThere", { archive: archive.name })} <PortalLink archive={archive} />{" "}
            <TextLink href={`${requestPath(team, request.number)}/form`}>
              {t("answersToCopy")}
            </TextLink>
          </p>
        )}
        <MoveButtons
          first={
            props.canEdit &&
            missing.length > 0 && (
              <ButtonLink href={`${requestPath(team, request.number)}/form`}>
                {t("moves.continue")}
              </ButtonLink>
            )
          }
        />
        <Progress steps={progressOf(lifecycle, step.id)} />
        <WhereAmI
          team={team}
          archive={archive}
          lifecycle={lifecycle}
          request={request}
          stays={props.stays}
        />
        {props.projectEnd && <div>{props.projectEnd}</div>}
        {missing.length > 0 && (
          <Note tone="info">
            <details open={missing.length <= FEW}>
              <summary className={classes.missing}>
                {t("missing.title", { count: missing.length })}
              </summary>
              <MissingList
                missing={missing}
                itemNames={itemNames(request)}
                hrefOf={(entry) => questionHref(team, request.number, entry)}
              />
            </details>
          </Note>
        )}
      </div>
    </Panel>
  );
}
