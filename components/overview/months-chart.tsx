import { useTranslations } from "next-intl";
import { ChartPanel } from "@/components/charts/chart-panel";
import { NumbersTable } from "@/components/charts/numbers-table";
import { useDates } from "@/components/words/dates";
import type { TeamOverview } from "@/lib/services/team-overview";
import { archiveSeries } from "./archive-series";

/** What ends in the next twelve months? Approvals by month, the archives upon each other. */
export function MonthsChart({ months }: { months: TeamOverview["months"] }) {
  const t = useTranslations("overview.months");
  const dates = useDates();
  const series = archiveSeries(months.flatMap(({ byArchive }) => Object.keys(byArchive)));
  const sum = (values: Record<string, number>) =>
    Object.values(values).reduce((all, count) => all + count, 0);
  const total = months.reduce((all, { byArchive }) => all + sum(byArchive), 0);
  const bars = months.map(({ month, byArchive }) => ({
    // The year stands where it begins, so that twelve names have room.
    label: dates.month(month, "short").replace(/\s\d{4}$/, ""),
    values: Object.fromEntries(series.map(({ id }) => [id, byArchive[id] ?? 0])),
  }));
  return (
    <ChartPanel
      facts={{
        ...{ question: t("question"), description: t("description", { total }), unit: t("unit") },
        ...{ series, bars: total > 0 ? bars : [] },
      }}
      none={t("none")}
    >
      <NumbersTable
        caption={t("question")}
        columns={[t("month"), ...series.map(({ label }) => label), t("total")]}
        rows={months.map(({ month, byArchive }) => ({
          id: month,
          label: dates.month(month),
          cells: [...series.map(({ id }) => byArchive[id] ?? 0), sum(byArchive)],
        }))}
      />
    </ChartPanel>
  );
}
