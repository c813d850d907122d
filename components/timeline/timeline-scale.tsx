import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { middleOf } from "@/lib/timeline/layout";
import type { Scale, Tick } from "@/lib/timeline/ticks";
import { holds, type Window } from "@/lib/timeline/window";
import classes from "./timeline-chart.module.css";

/** The months above the bars, with today marked. Every bar says its own days, so that readers of names need no scale. */
export function TimelineScale(props: { window: Window; today: Day; scale: Scale }) {
  const t = useTranslations("timeline.chart");
  const { window, today, scale } = props;
  return (
    <div className={classes.head} aria-hidden>
      <div className={classes.corner}>{t("rows")}</div>
      <div className={classes.scale}>
        {[scale.upper, scale.lower]
          .filter((row) => row.length > 0)
          .map((row, at) => (
            <div key={row[0]?.unit} className={classes.ticks} data-upper={at === 0 || undefined}>
              {row.map((tick) => (
                <TickName key={tick.from} tick={tick} />
              ))}
            </div>
          ))}
        {holds(window, today) && (
          <span className={classes.todayName} style={{ left: `${middleOf(window, today) * 100}%` }}>
            {t("today")}
          </span>
        )}
      </div>
    </div>
  );
}

function TickName({ tick }: { tick: Tick }) {
  const t = useTranslations("timeline.chart");
  const dates = useDates();
  const { unit, from, left, width } = tick;
  const month = Number(from.slice(5, 7));
  const name = {
    week: String(Number(from.slice(8))),
    month: width > 0.2 ? dates.month(from) : dates.month(from, "short").replace(/ \d+$/, ""),
    quarter: t("quarter", { number: Math.ceil(month / 3) }),
    year: from.slice(0, 4),
  }[unit];
  return (
    <span
      className={classes.tick}
      data-unit={unit}
      style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
    >
      {/* Of a week that lies mostly before the window nothing can be read. */}
      {width > 0.025 && name}
    </span>
  );
}
