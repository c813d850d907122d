import { useFormatter, useTranslations } from "next-intl";
import type { BarSeries } from "@/components/charts/bar-facts";
import { ChartPanel } from "@/components/charts/chart-panel";
import { NumbersTable } from "@/components/charts/numbers-table";
import { TextLink } from "@/components/ui/links";
import { WAIT_BANDS } from "@/lib/dashboard/bands";
import { listHref } from "@/lib/lists/address";
import { REQUEST_LIST } from "@/lib/lists/requests";
import type { WaitingParty } from "@/lib/services/team-overview";

const TONES = { upTo14: "neutral", upTo30: "brand", upTo60: "warn", over60: "bad" } as const;

/** On whom do we wait? Requests by whose move it is, and for how long it has been. */
export function WaitsChart({ team, waiting }: { team: string; waiting: readonly WaitingParty[] }) {
  const t = useTranslations("overview.waits");
  const party = useTranslations("requests.waiting.party");
  const format = useFormatter();
  const series = WAIT_BANDS.map(({ id }): BarSeries => ({ id, label: t(id), tone: TONES[id] }));
  const total = waiting.reduce((sum, { requests }) => sum + requests, 0);
  const days = (value: number) => t("days", { days: Math.round(value) });
  return (
    <ChartPanel
      facts={{
        ...{ question: t("question"), description: t("description", { total }), unit: t("unit") },
        ...{ series, isSideways: true },
        bars: waiting.map((row) => ({ label: capital(party(row.party)), values: row.bands })),
      }}
      lead={
        waiting.length > 0 && (
          <TextLink href={listHref(team, REQUEST_LIST, { q: "needs:others" })}>
            {t("others")}
          </TextLink>
        )
      }
      none={t("none")}
    >
      <NumbersTable
        caption={t("question")}
        columns={[
          ...[t("who"), t("requests"), t("median"), t("longest")],
          ...series.map(({ label }) => label),
        ]}
        rows={waiting.map((row) => ({
          ...{ id: row.party, label: capital(party(row.party)) },
          cells: [
            ...[format.number(row.requests), days(row.median), days(row.longest)],
            ...series.map(({ id }) => row.bands[id as keyof typeof row.bands]),
          ],
        }))}
      />
    </ChartPanel>
  );
}

/** As the first word of a line. */
function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
