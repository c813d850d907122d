import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { useDates } from "@/components/words/dates";
import type { RunLine } from "@/lib/services/mail-runs";

const MAIL = ["alone", "gathered", "inApp", "held", "sent", "failed"] as const;

/** The last runs: what each planned for this team and what became of it, and what it counted itself. */
export function RunTable({ runs, timeZone }: { runs: readonly RunLine[]; timeZone: string }) {
  const t = useTranslations("mailSettings.runs");
  const dates = useDates();
  const columns: Column<RunLine>[] = [
    {
      id: "when",
      header: t("columns.when"),
      isTitle: true,
      cell: ({ startedAt }) => dates.instant(startedAt, timeZone),
    },
    {
      id: "what",
      header: t("columns.what"),
      cell: ({ kind, on }) => t(`kinds.${kind}`, { date: dates.day(on) }),
    },
    { id: "mail", header: t("columns.mail"), cell: (run) => <Mail {...run} /> },
    {
      id: "report",
      header: t("columns.report"),
      cell: ({ report, isOpen }) => (isOpen ? t("open") : <Report report={report} />),
    },
    {
      id: "took",
      header: t("columns.took"),
      align: "end",
      cell: ({ took }) => t("seconds", { seconds: Math.max(took, 0) / 1_000 }),
    },
  ];
  if (runs.length === 0) return <EmptyState sentence={t("empty")} />;
  return <DataTable caption={t("caption")} columns={columns} rows={runs} rowKey={({ id }) => id} />;
}

function Mail({ mail, kind }: RunLine) {
  const t = useTranslations("mailSettings.runs.mail");
  const parts = MAIL.filter((place) => mail[place] > 0).map((place) =>
    t(place, { count: mail[place] }),
  );
  return parts.length > 0 ? parts.join(", ") : t(kind === "reconcile" ? "notMail" : "none");
}

/** The run's own numbers, those that are not zero; what a later release counts is shown by its name. */
function Report({ report }: { report: RunLine["report"] }) {
  const t = useTranslations("mailSettings.runs.report");
  const named = (key: string) =>
    t.has(key as "selected") ? t(key as "selected") : key.replaceAll("_", " ");
  const parts = Object.entries(report).flatMap(([key, value]) => {
    if (typeof value === "number") return value === 0 ? [] : [`${named(key)}: ${value}`];
    const reasons = Object.entries(value).filter(([, count]) => count !== 0);
    if (reasons.length === 0) return [];
    return [
      `${named(key)}: ${reasons.map(([reason, count]) => `${named(reason)} ${count}`).join(", ")}`,
    ];
  });
  return (
    <Text size="sm" component="span">
      {parts.join("; ") || t("nothing")}
    </Text>
  );
}
