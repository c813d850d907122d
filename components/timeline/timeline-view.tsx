import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates/day";
import { scaleOf } from "@/lib/timeline/ticks";
import type { TimelineView as View } from "@/lib/timeline/view-query";
import type { Window } from "@/lib/timeline/window";
import { TimelineChart } from "./timeline-chart";
import type { DrawnGroup } from "./timeline-drawn";
import { TimelineLegend } from "./timeline-legend";
import { TimelineList } from "./timeline-list";
import { timeMoves } from "./timeline-path";
import classes from "./timeline-view.module.css";

/**
 * The chart, and the same as a list: on phones the list comes first, on paper it follows the chart, and
 * on a desk it stands in the chart's place when asked for.
 */
export function TimelineView(props: {
  team: string;
  view: View;
  window: Window;
  today: Day;
  groups: readonly DrawnGroup[];
}) {
  const t = useTranslations("timeline");
  const { team, view, window, today, groups } = props;
  return (
    <div className={classes.view} data-as={view.as}>
      <section className={classes.list} aria-labelledby="timeline-list">
        <h2 id="timeline-list" className={classes.title}>
          {t("list.title")}
        </h2>
        <TimelineList {...{ team, today, groups }} />
      </section>
      {view.as === "chart" && (
        <div className={classes.chart}>
          <TimelineChart
            {...{ team, window, today, groups }}
            scale={scaleOf(window)}
            grouping={view.group}
            moves={timeMoves(team, view, { window, today })}
          />
          <TimelineLegend />
        </div>
      )}
    </div>
  );
}
