import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import { archiveByCode } from "@/lib/archives/index";
import { dutyKind } from "@/lib/obligations/kinds";
import type { ScheduleLine } from "@/lib/services/schedules";
import classes from "../duties/duty-view.module.css";
import { ScheduleDialog } from "./schedule-dialog";
import { targetOf } from "./schedule-targets";
import { ScheduleText } from "./schedule-text";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** What the team set for single archives and agreements. */
export function SpecialSchedules(props: {
  team: string;
  schedules: readonly ScheduleLine[];
  mayOrganise: boolean;
  set: Send;
  reset: Send;
}) {
  const t = useTranslations("schedules.special");
  const every = useTranslations("schedules.table")("every");
  const say = useSay();
  const { team, schedules, mayOrganise, set, reset } = props;
  const rows = schedules.filter(({ level }) => level === "archive" || level === "agreement");
  if (rows.length === 0) return <p className={classes.none}>{t("none")}</p>;
  const kindOf = ({ kind }: ScheduleLine) => (kind === "" ? every : say(dutyKind(kind).name));
  const columns: Column<ScheduleLine>[] = [
    {
      id: "target",
      header: t("column.target"),
      isTitle: true,
      cell: ({ agreement, archive }) =>
        agreement ? (
          <TextLink href={`/t/${encodeURIComponent(team)}/agreements/${agreement.id}`}>
            <bdi>{agreement.name}</bdi>
          </TextLink>
        ) : (
          (archiveByCode(archive)?.name ?? archive)
        ),
    },
    { id: "kind", header: t("column.kind"), cell: kindOf },
    {
      id: "schedule",
      header: t("column.schedule"),
      cell: (row) => <ScheduleText schedule={row} />,
    },
    {
      id: "actions",
      header: t("column.actions"),
      align: "end",
      cell: (row) =>
        mayOrganise && (
          <ScheduleDialog
            label={t("change")}
            spokenLabel={t("changeSpoken", { kind: kindOf(row) })}
            title={kindOf(row)}
            targets={[{ label: "", target: targetOf(row) }]}
            kinds={[{ value: row.kind, label: kindOf(row) }]}
            stored={[row]}
            defaults={row}
            {...{ team, set, reset }}
          />
        ),
    },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
