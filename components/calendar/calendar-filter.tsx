import { useTranslations } from "next-intl";
import { type DutyChoices, DutySelects } from "@/components/duties/duty-selects";
import classes from "@/components/ui/filter.module.css";
import type { CalendarFilter } from "@/lib/calendar/filter";
import { calendarPath } from "./calendar-path";

/** Narrows the calendar. */
export function CalendarFilterForm(props: DutyChoices & { team: string; filter: CalendarFilter }) {
  const t = useTranslations("calendar");
  const path = calendarPath(props.team);
  return (
    <search aria-label={t("filter")} className={classes.filter}>
      <form action={path} className={classes.form}>
        <DutySelects {...props} clear={path} />
      </form>
    </search>
  );
}
