import { useTranslations } from "next-intl";
import { AccessChip } from "@/components/access/access-chip";
import { useReasonWords } from "@/components/access/reason-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { AccessCell, ShownReason } from "@/lib/readiness/access-view";
import classes from "./departure.module.css";

/** What closes on the day after the last one: to whom, and why. */
export function LapseTable({ lapses }: { lapses: readonly AccessCell[] }) {
  const t = useTranslations("departure.lapses");
  const words = useReasonWords();
  if (lapses.length === 0) return <p className={classes.none}>{t("none")}</p>;
  const columns: Column<AccessCell>[] = [
    {
      ...{ id: "unit", header: t("columns.unit"), isTitle: true },
      cell: ({ unit }) => (
        <>
          {unit.name}
          <p className={classes.small}>{unit.archiveName}</p>
        </>
      ),
    },
    { id: "person", header: t("columns.person"), cell: ({ person }) => <bdi>{person.name}</bdi> },
    {
      ...{ id: "status", header: t("columns.status") },
      cell: ({ status }) => <AccessChip status={status} />,
    },
    {
      ...{ id: "why", header: t("columns.why") },
      cell: ({ reasons }) => {
        const reason = telling(reasons);
        return reason && words.sentence(reason);
      },
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={lapses}
      rowKey={({ person, unit }) => `${person.id} ${unit.id}`}
    />
  );
}

/** That somebody left explains it; what else is shut then follows from that. */
function telling(reasons: readonly ShownReason[]): ShownReason | undefined {
  const of = (code: ShownReason["code"]) => reasons.find((reason) => reason.code === code);
  return of("left") ?? of("lead_left") ?? reasons[0];
}
