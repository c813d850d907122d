"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { addDays, type Day } from "@/lib/dates/day";
import { middleOf } from "@/lib/timeline/layout";
import type { Scale } from "@/lib/timeline/ticks";
import type { Grouping } from "@/lib/timeline/view-query";
import { holds, type Window } from "@/lib/timeline/window";
import classes from "./timeline-chart.module.css";
import type { DrawnGroup } from "./timeline-drawn";
import { TimelineGroupRow } from "./timeline-group-row";
import type { TimeMoves } from "./timeline-path";
import { TimelineScale } from "./timeline-scale";
import { TimelineTip } from "./timeline-tip";
import { useTimelineWords } from "./timeline-words";
import { useTimelineFocus } from "./use-timeline-focus";

/**
 * Bars from start to end by person, data set or archive. Drawn by the server; the keys move one focus
 * from bar to bar, and each bar is a link whose name is the whole sentence.
 */
export function TimelineChart(props: {
  team: string;
  window: Window;
  today: Day;
  scale: Scale;
  grouping: Grouping;
  groups: readonly DrawnGroup[];
  moves: TimeMoves;
}) {
  const t = useTranslations("timeline.chart");
  const { team, window, today, groups, moves } = props;
  const words = useTimelineWords(today);
  const router = useRouter();
  const focus = useTimelineFocus(groups, (way) => {
    const href = moves[way];
    if (href) router.push(href, { scroll: false });
  });
  const keysId = useId();
  const { dates } = words;
  const span = { from: dates.month(window.from), to: dates.month(addDays(window.before, -1)) };
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <div className={classes.frame}>
      <p id={keysId} className={classes.hidden}>
        {t("keys")}
      </p>
      <p aria-live="polite" className={classes.hidden}>
        {t("shown", { ...span, count })}
      </p>
      <div ref={focus.scroller} className={classes.scroller}>
        <section
          aria-label={t("label", span)}
          aria-describedby={keysId}
          className={classes.chart}
          {...focus.handlers}
        >
          <TimelineScale window={window} today={today} scale={props.scale} />
          <div className={classes.lines} aria-hidden>
            {props.scale.lower.map(({ from, left }) => (
              <span key={from} className={classes.line} style={{ left: `${left * 100}%` }} />
            ))}
            {holds(window, today) && (
              <span
                className={classes.today}
                style={{ left: `${middleOf(window, today) * 100}%` }}
              />
            )}
          </div>
          <ul className={classes.groups}>
            {groups.map((group) => (
              <TimelineGroupRow
                key={group.key}
                team={team}
                group={group}
                grouping={props.grouping}
                words={words}
                active={focus.active}
              />
            ))}
          </ul>
        </section>
      </div>
      {focus.pointed && (
        <TimelineTip
          team={team}
          pointed={focus.pointed}
          words={words}
          onEnter={focus.keep}
          onLeave={focus.leave}
          onClose={focus.close}
        />
      )}
    </div>
  );
}
