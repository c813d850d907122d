import { useTranslations } from "next-intl";
import { DutyChip } from "@/components/duties/duty-chip";
import { dutyPath } from "@/components/duties/duty-path";
import { useMilestone } from "@/components/mail/use-milestone";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { InboxNotice } from "@/lib/services/inbox";
import { type Mark, MarkOne } from "./mark-buttons";
import classes from "./notice-list.module.css";

interface Props {
  team: string;
  timeZone: string;
  read: Mark;
  unread: Mark;
}

/** Somebody's notices, newest first; each leads to its duty. */
export function NoticeList({ notices, ...props }: Props & { notices: readonly InboxNotice[] }) {
  return (
    <ul className={classes.list}>
      {notices.map((notice) => (
        <NoticeLine key={notice.id} {...props} notice={notice} />
      ))}
    </ul>
  );
}

/** Settled is what nobody need do any more: its days left would only mislead. */
const SETTLED = ["done", "not_applicable", "missed"];

function NoticeLine({ team, timeZone, notice, ...marks }: Props & { notice: InboxNotice }) {
  const t = useTranslations("notices");
  const dates = useDates();
  const milestoneInWords = useMilestone();
  const { id, dutyId, state, way, isRead, reasons, milestone } = notice;
  const isSettled = SETTLED.includes(state);
  const subject = isSettled ? notice.brief : notice.subject;
  return (
    <li className={classes.line} data-unread={!isRead}>
      <div className={classes.words}>
        <TextLink href={dutyPath(team, dutyId)} className={classes.subject}>
          <bdi>{subject}</bdi>
        </TextLink>
        {!isSettled && <p className={classes.due}>{notice.due}</p>}
        <p className={classes.meta}>
          {!isRead && <span className={classes.unread}>{t("unread")}</span>}
          <time dateTime={notice.createdAt.toISOString()}>
            {dates.instant(notice.createdAt, timeZone)}
          </time>
          <span>{t(`way.${way}`)}</span>
          {reasons.length > 0 && (
            <span>{t("as", { reasons: reasons.map((one) => t(`reason.${one}`)).join(", ") })}</span>
          )}
          {milestone !== null && <span>{milestoneInWords(milestone)}</span>}
        </p>
      </div>
      <div className={classes.side}>
        {(isSettled || state === "overdue") && <DutyChip state={state} />}
        <MarkOne {...{ team, id, subject, isRead }} {...marks} />
      </div>
    </li>
  );
}
