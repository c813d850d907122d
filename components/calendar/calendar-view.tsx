import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { firstDay, monthOf } from "@/lib/calendar/months";
import type { Calendar } from "@/lib/services/calendar";
import { DutyEntries, type Reader } from "./duty-entries";
import { MonthTiles } from "./month-tiles";

/** What is overdue, eighteen months at a glance, and what they hold as a list by month. */
export function CalendarView({ calendar, reader }: { calendar: Calendar; reader: Reader }) {
  const t = useTranslations("calendar");
  const dates = useDates();
  const { overdue, lines, cutAt } = calendar;
  const byMonth = Map.groupBy(lines, ({ dueOn }) => monthOf(dueOn));
  const overdueByMonth = Map.groupBy(overdue, ({ dueOn }) => monthOf(dueOn));
  const glance = calendar.months.map((month) => ({
    month,
    lines: [...(overdueByMonth.get(month) ?? []), ...(byMonth.get(month) ?? [])],
    // What of a month is overdue stands above the months.
    part: byMonth.has(month) ? `month-${month}` : "overdue",
  }));
  return (
    <>
      {cutAt && (
        <Note tone="warn" title={t("cut.title")}>
          <p>{t("cut.words", { day: dates.day(cutAt) })}</p>
        </Note>
      )}
      {overdue.length > 0 && (
        <Panel title={t("overdue", { count: overdue.length })} id="overdue" flush>
          <DutyEntries lines={overdue} reader={reader} />
        </Panel>
      )}
      <Panel title={t("glance.title")} lead={t("glance.lead")}>
        <MonthTiles months={glance} today={reader.today} />
      </Panel>
      {lines.length === 0 && <EmptyState sentence={t("none")} />}
      {[...byMonth].map(([month, due]) => (
        <Panel
          key={month}
          id={`month-${month}`}
          title={dates.month(firstDay(month))}
          lead={t("inMonth", {
            ...{ count: due.length, overdue: overdueByMonth.get(month)?.length ?? 0 },
          })}
          flush
        >
          <DutyEntries lines={due} reader={reader} />
        </Panel>
      ))}
    </>
  );
}
