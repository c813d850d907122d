import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import { DUTY_KINDS, type DutyKind } from "@/lib/obligations/kinds";
import type { ScheduleTarget } from "@/lib/reminders/schedule-forms";
import type { ScheduleLine } from "@/lib/services/schedules";
import { ScheduleDialog } from "./schedule-dialog";
import { findSchedule } from "./schedule-targets";
import { ScheduleText } from "./schedule-text";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

interface Props {
  team: string;
  schedules: readonly ScheduleLine[];
  /** Whether the reader may set what counts for the team. */
  mayOrganise: boolean;
  set: Send;
  reset: Send;
}

/** A kind of duty as a line; the one without id stands for every kind. */
type Row = Pick<DutyKind, "id" | "name" | "leads" | "after"> & { group: DutyKind["group"] | null };

/** What counts for each kind of duty: the default, what the team set, and what the reader set. */
export function ScheduleTable(props: Props) {
  const t = useTranslations("schedules.table");
  const groups = useTranslations("duties.filter.groups");
  const say = useSay();
  const rows: Row[] = [
    { id: "", name: t("every"), group: null, leads: [30, 14, 7, 1, 0], after: "weekly" },
    ...DUTY_KINDS,
  ];
  const columns: Column<Row>[] = [
    {
      id: "kind",
      header: t("column.kind"),
      isTitle: true,
      cell: ({ name, group }) => (
        <>
          {say(name)}
          {group && (
            <Text size="sm" c="dimmed" fw={400}>
              {groups(group)}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "default",
      header: t("column.default"),
      cell: (row) => (row.id === "" ? t("eachItsOwn") : <ScheduleText schedule={row} />),
    },
    {
      id: "team",
      header: t("column.team"),
      cell: (row) => <Setting {...props} row={row} target={{ level: "team" }} />,
    },
    {
      id: "mine",
      header: t("column.mine"),
      cell: (row) => <Setting {...props} row={row} target={{ level: "person" }} />,
    },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** What is set on one level for one kind, and the button that changes it. */
function Setting(
  props: Props & { row: Row; target: ScheduleTarget & { level: "team" | "person" } },
) {
  const say = useSay();
  const { team, schedules, row, target, set, reset } = props;
  const t = useTranslations("schedules.table");
  const { level } = target;
  const known = findSchedule(schedules, target, row.id);
  const may = level === "person" || props.mayOrganise;
  return (
    <>
      {known ? <ScheduleText schedule={known} /> : <Text c="dimmed">{t("unset")}</Text>}
      {may && (
        <div>
          <ScheduleDialog
            label={t(known ? "change" : "set")}
            spokenLabel={t(`spoken.${level}`, {
              verb: t(known ? "change" : "set"),
              kind: say(row.name),
            })}
            title={t(`dialog.${level}`, { kind: say(row.name) })}
            targets={[{ label: "", target }]}
            kinds={[{ value: row.id, label: say(row.name) }]}
            stored={known ? [known] : []}
            defaults={{ leads: row.leads, after: row.after }}
            {...{ team, set, reset }}
          />
        </div>
      )}
    </>
  );
}
