import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { ROSTER_VERDICTS } from "@/lib/rosters/compare";
import type { RosterLineCount } from "@/lib/services/rosters";
import { rostersPath } from "./roster-path";
import { ROSTER_TONES } from "./roster-reason";

/** The lists that were compared, with what came of each. */
export function RosterTable(props: { team: string; rows: readonly RosterLineCount[] }) {
  const t = useTranslations("rosters");
  const dates = useDates();
  const columns: Column<RosterLineCount>[] = [
    {
      ...{ id: "place", header: t("list.place"), isTitle: true },
      cell: ({ id, place }) => <TextLink href={rostersPath(props.team, id)}>{place}</TextLink>,
    },
    { id: "on", header: t("list.takenOn"), cell: ({ takenOn }) => dates.day(takenOn) },
    { id: "by", header: t("list.by"), cell: ({ createdBy }) => createdBy },
    ...ROSTER_VERDICTS.map(
      (verdict): Column<RosterLineCount> => ({
        ...{ id: verdict, header: t(`verdict.${verdict}`) },
        cell: ({ counts }) => (
          <StatusChip
            tone={counts[verdict] > 0 ? ROSTER_TONES[verdict] : "neutral"}
            label={String(counts[verdict])}
          />
        ),
      }),
    ),
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={props.rows}
      rowKey={({ id }) => id}
    />
  );
}
