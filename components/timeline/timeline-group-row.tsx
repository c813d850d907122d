import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import type { Strip } from "@/lib/timeline/layout";
import type { Grouping } from "@/lib/timeline/view-query";
import { TimelineBar } from "./timeline-bar";
import classes from "./timeline-chart.module.css";
import { type DrawnGroup, itemsOf } from "./timeline-drawn";
import type { TimelinePlace } from "./timeline-keys";
import { KIND_ICONS } from "./timeline-look";
import { TimelineMark } from "./timeline-mark";
import { entryPath } from "./timeline-path";
import type { TimelineWords } from "./timeline-words";

/** One person, data set or archive: its name, which stays in sight, and its lanes. */
export function TimelineGroupRow(props: {
  team: string;
  group: DrawnGroup;
  grouping: Grouping;
  words: TimelineWords;
  active: TimelinePlace;
}) {
  const t = useTranslations("timeline");
  const { team, group, words, active } = props;
  return (
    <li className={classes.group}>
      <div className={classes.name}>
        {group.href ? (
          <PageLink href={group.href} title={group.name}>
            <bdi>{group.name}</bdi>
          </PageLink>
        ) : (
          <span>{group.name}</span>
        )}
        {group.hidden > 0 && (
          <p className={classes.more}>
            {t("more", { count: group.hidden })}{" "}
            {group.aloneHref && (
              <PageLink href={group.aloneHref}>{t("alone", { name: group.name })}</PageLink>
            )}
          </p>
        )}
      </div>
      <div className={classes.lanes}>
        {group.lanes.map((lane, at) => {
          const row = group.firstRow + at;
          return (
            <div key={row} className={classes.lane}>
              {itemsOf(lane).map(({ strip, bar }, column) => {
                const place = {
                  "data-row": row,
                  "data-column": column,
                  tabIndex: row === active.row && column === active.column ? 0 : -1,
                };
                const href = entryPath(team, strip.entry.place);
                const key = `${strip.entry.id} ${bar?.span.id}`;
                return bar ? (
                  <TimelineBar key={key} {...{ strip, bar, href, place, words }} />
                ) : (
                  <TimelineMark key={key} {...{ strip, href, place, words }} />
                );
              })}
              {lane.map((strip) => (
                <StripName
                  key={strip.entry.id}
                  {...{ strip, words }}
                  grouping={props.grouping}
                  group={group.name}
                />
              ))}
            </div>
          );
        })}
      </div>
    </li>
  );
}

/** What a strip is, within its widest bar or beside it; the bars say it to readers of names. */
function StripName(props: {
  strip: Strip;
  words: TimelineWords;
  grouping: Grouping;
  group: string;
}) {
  const { entry, label } = props.strip;
  const Icon = KIND_ICONS[entry.kind];
  const style =
    label.side === "before"
      ? { right: `${(1 - label.at) * 100}%`, maxWidth: `${label.room * 100}%` }
      : { left: `${label.at * 100}%`, maxWidth: `${label.room * 100}%` };
  return (
    <span
      className={classes.label}
      data-side={label.side}
      // Such a bar ends with words of its own.
      data-fades={
        (label.side === "inside" && props.strip.bars.some(({ span }) => span.before === null)) ||
        undefined
      }
      style={style}
      aria-hidden
    >
      <Icon size={14} stroke={1.8} />
      <span>{props.words.label(entry, props.grouping, props.group)}</span>
    </span>
  );
}
