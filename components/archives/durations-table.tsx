import { useFormatter, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { useSay } from "@/components/words/say";
import type { Lifecycle, Step } from "@/lib/archives/lifecycle";
import { FEWEST, type SeenDurations, type Spread } from "@/lib/requests/durations";

interface Row {
  id: string;
  label: string;
  step: Step | null;
  seen: Spread;
}

/** How long a team's requests stood in each step of a lifecycle, the whole way first. */
export function DurationsTable(props: { lifecycle: Lifecycle; seen: SeenDurations }) {
  const t = useTranslations("archivePage.durations");
  const party = useTranslations("requests.waiting.party");
  const say = useSay();
  const format = useFormatter();
  const { lifecycle, seen } = props;
  const days = (value: number) =>
    t("days", { days: format.number(value, { maximumFractionDigits: 1 }) });
  const rows: Row[] = [
    { id: "total", label: t("total"), step: null, seen: seen.total },
    ...lifecycle.steps.flatMap((step) => {
      const own = seen.steps[step.id];
      return own ? { id: step.id, label: say(step.label), step, seen: own } : [];
    }),
  ];
  const columns: Column<Row>[] = [
    { id: "step", header: t("step"), isTitle: true, cell: ({ label }) => label },
    { id: "who", header: t("who"), cell: ({ step }) => step && party(step.waitingOn) },
    {
      id: "median",
      header: t("median"),
      align: "end",
      cell: ({ seen: { quartiles } }) =>
        quartiles ? <b>{days(quartiles.median)}</b> : t("few", { fewest: FEWEST }),
    },
    {
      id: "middle",
      header: t("middle"),
      align: "end",
      cell: ({ seen: { quartiles } }) =>
        quartiles && t("range", { lower: days(quartiles.lower), upper: days(quartiles.upper) }),
    },
    { id: "n", header: t("n"), align: "end", cell: ({ seen: { n } }) => format.number(n) },
    {
      id: "usual",
      header: t("usual"),
      align: "end",
      cell: ({ step }) => step?.usual && days(step.usual.expectedDays),
    },
  ];
  return (
    <DataTable
      caption={t("caption", { name: say(lifecycle.name) })}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
