import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DUTY_TONES } from "@/components/duties/duty-tones";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import type { Day } from "@/lib/dates/day";
import { type DrawnGroup, type Item, itemsOf } from "./timeline-drawn";
import classes from "./timeline-list.module.css";
import { STANDING_ICONS, STANDING_TONES } from "./timeline-look";
import { entryPath } from "./timeline-path";
import { type TimelineWords, useTimelineWords } from "./timeline-words";

/** The timeline in sentences: what phones and paper get first, and whoever asks for it. */
export function TimelineList(props: { team: string; today: Day; groups: readonly DrawnGroup[] }) {
  const t = useTranslations("timeline");
  const words = useTimelineWords(props.today);
  return (
    <div className={classes.list}>
      {props.groups.map((group) => (
        <section key={group.key} aria-label={group.name}>
          <h3 className={classes.name}>
            {group.href ? (
              <TextLink href={group.href}>
                <bdi>{group.name}</bdi>
              </TextLink>
            ) : (
              group.name
            )}{" "}
            <span>{t("list.group", { count: group.count })}</span>
          </h3>
          <ul>
            {group.lanes.flatMap(itemsOf).map((item) => (
              <Line
                key={`${item.strip.entry.id} ${item.bar?.span.id}`}
                {...{ item, words, team: props.team }}
              />
            ))}
          </ul>
          {group.hidden > 0 && (
            <p className={classes.more}>
              {t("more", { count: group.hidden })}{" "}
              {group.aloneHref && (
                <TextLink href={group.aloneHref} underline="always">
                  {t("alone", { name: group.name })}
                </TextLink>
              )}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Line({ item, words, team }: { item: Item; words: TimelineWords; team: string }) {
  const { bar, strip } = item;
  const { entry } = strip;
  const link = (chunks: ReactNode) => (
    <TextLink href={entryPath(team, entry.place)} underline="always">
      {chunks}
    </TextLink>
  );
  if (bar) {
    const Icon = STANDING_ICONS[bar.standing];
    return (
      <li>
        <StatusChip
          label={words.standing(bar.standing)}
          tone={STANDING_TONES[bar.standing]}
          icon={<Icon size={14} stroke={2} aria-hidden />}
        />
        <p>
          {words.linked(entry, bar, link)} {bar.span.renewalFiled && words.renewalFiled}
        </p>
      </li>
    );
  }
  if (!entry.due) return null;
  return (
    <li>
      <StatusChip label={words.dutyState(entry.due.state)} tone={DUTY_TONES[entry.due.state]} />
      <p>
        {words.linkedDue(entry, link)}{" "}
        <span className={classes.mails}>{words.mails(entry).join(" ")}</span>
      </p>
    </li>
  );
}
