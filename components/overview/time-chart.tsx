import { useFormatter, useTranslations } from "next-intl";
import { ChartPanel } from "@/components/charts/chart-panel";
import { NumbersTable } from "@/components/charts/numbers-table";
import { TextLink } from "@/components/ui/links";
import { useSay } from "@/components/words/say";
import { FEWEST } from "@/lib/requests/durations";
import type { TeamOverview } from "@/lib/services/team-overview";

/** How long does access take? The middle half of the days from filing to approval, by archive. */
export function TimeChart(props: { team: string; times: TeamOverview["timeToAccess"] }) {
  const t = useTranslations("overview.time");
  const format = useFormatter();
  const say = useSay();
  const days = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const bars = props.times.flatMap(({ name, total: { quartiles } }) => {
    if (!quartiles) return [];
    const { lower, median, upper } = quartiles;
    const values = { before: lower, faster: median - lower, slower: upper - median };
    return [{ label: t("bar", { name: say(name), median: days(median) }), values }];
  });
  return (
    <ChartPanel
      facts={{
        ...{ question: t("question"), description: t("description", { count: bars.length }) },
        ...{ unit: t("unit"), bars, isSideways: true },
        series: [
          { id: "before", label: "", tone: "empty" },
          { id: "faster", label: t("faster"), tone: "brand" },
          { id: "slower", label: t("slower"), tone: "info" },
        ],
      }}
      lead={
        <>
          {t("lead")}{" "}
          <TextLink href={`/t/${props.team}/durations`} underline="always">
            {t("steps")}
          </TextLink>
        </>
      }
      none={props.times.length > 0 ? t("few", { fewest: FEWEST }) : t("none")}
    >
      <NumbersTable
        caption={t("question")}
        columns={[t("archive"), t("median"), t("middle"), t("n")]}
        rows={props.times.map(({ lifecycle, name, total: { n, quartiles } }) => ({
          ...{ id: lifecycle, label: say(name) },
          cells: quartiles
            ? [
                days(quartiles.median),
                t("range", { lower: days(quartiles.lower), upper: days(quartiles.upper) }),
                format.number(n),
              ]
            : [t("hidden", { fewest: FEWEST }), "", format.number(n)],
        }))}
      />
    </ChartPanel>
  );
}
