import { useTranslations } from "next-intl";
import { ChartPanel } from "@/components/charts/chart-panel";
import { NumbersTable } from "@/components/charts/numbers-table";
import { REVIEW_STATUSES } from "@/lib/archives/lifecycle";
import type { PipelineStep } from "@/lib/services/team-overview";
import { archiveSeries } from "./archive-series";

/** Where are our requests? By the status that all archives share, the archives upon each other. */
export function WhereChart({ pipeline }: { pipeline: readonly PipelineStep[] }) {
  const t = useTranslations("overview.where");
  const words = useTranslations("requests.status");
  const series = archiveSeries(pipeline.map(({ archive }) => archive));
  const bars = REVIEW_STATUSES.flatMap((status) => {
    const own = pipeline.filter((step) => step.status === status);
    if (own.length === 0) return [];
    const values = Object.fromEntries(
      series.map(({ id }) => [
        id,
        own.filter(({ archive }) => archive === id).reduce((sum, step) => sum + step.requests, 0),
      ]),
    );
    return [{ label: words(status), values }];
  });
  const total = pipeline.reduce((sum, { requests }) => sum + requests, 0);
  return (
    <ChartPanel
      facts={{
        ...{ question: t("question"), description: t("description", { total }), unit: t("unit") },
        ...{ series, bars, isSideways: true },
      }}
      none={t("none")}
    >
      <NumbersTable
        caption={t("question")}
        columns={[t("status"), ...series.map(({ label }) => label), t("total")]}
        rows={bars.map(({ label, values }) => {
          const counts = series.map(({ id }) => values[id] ?? 0);
          return {
            ...{ id: label, label },
            cells: [...counts, counts.reduce((sum, count) => sum + count, 0)],
          };
        })}
      />
    </ChartPanel>
  );
}
