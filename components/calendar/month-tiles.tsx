import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { firstDay, type Month, weeksOf } from "@/lib/calendar/months";
import type { Day } from "@/lib/dates/day";
import type { DutyState } from "@/lib/duties/state";
import type { CalendarLine } from "@/lib/services/calendar";
import classes from "./month-tiles.module.css";

/** The most pressing first: of several duties on one day it gives the colour. */
const PRESSING: readonly DutyState[] = ["overdue", "missed", "due_soon", "open", "done"];

/** The months at a glance: how many duties each has, and on wide screens on which days. */
export function MonthTiles(props: {
  /** `part`: the id of the part of the page that lists them. */
  months: readonly { month: Month; lines: readonly CalendarLine[]; part: string }[];
  today: Day;
}) {
  const t = useTranslations("calendar.glance");
  return (
    <ol className={classes.tiles} aria-label={t("label")}>
      {props.months.map(({ month, lines, part }) => (
        <li key={month} className={classes.tile}>
          <MonthName month={month} count={lines.length} part={part} />
          <MonthGrid month={month} lines={lines} today={props.today} />
        </li>
      ))}
    </ol>
  );
}

/** A month with its count; a link to its part of the list where it has one. */
function MonthName({ month, count, part }: { month: Month; count: number; part: string }) {
  const t = useTranslations("calendar.glance");
  const dates = useDates();
  const name = dates.month(firstDay(month), "short");
  const counted = <span className={classes.count}>{t("count", { count })}</span>;
  if (count === 0) {
    return (
      <p className={classes.name}>
        {name} {counted}
      </p>
    );
  }
  return (
    <a className={classes.name} href={`#${part}`}>
      {name} {counted}
    </a>
  );
}

/** The days of a month. The list says the same in words, so that screen readers pass over this. */
function MonthGrid(props: { month: Month; lines: readonly CalendarLine[]; today: Day }) {
  const t = useTranslations("calendar.glance");
  const { month, lines, today } = props;
  const byDay = Map.groupBy(lines, ({ dueOn }) => dueOn);
  return (
    <div className={classes.grid} aria-hidden>
      {weeksOf(month)
        .flat()
        .map((on, place) => {
          const due = (on && byDay.get(on)) ?? [];
          const state = PRESSING.find((each) => due.some((line) => line.state === each));
          return (
            <span
              // Blank places have no day of their own.
              key={on ?? `${month} ${place}`}
              data-state={state}
              data-today={on === today || undefined}
              title={due.length > 0 ? t("onDay", { count: due.length }) : undefined}
            >
              {on && Number(on.slice(8))}
            </span>
          );
        })}
    </div>
  );
}
