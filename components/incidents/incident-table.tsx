import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DueMoment } from "@/components/ui/due-moment";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { incidentLabel } from "@/lib/archives/incident";
import type { Day } from "@/lib/dates/day";
import type { IncidentRow } from "@/lib/services/incident-pages";
import { incidentsPath } from "./incident-path";

/** The team's incidents; those that somebody has still to be told of are marked. */
export function IncidentTable(props: {
  team: string;
  rows: readonly IncidentRow[];
  today: Day;
  now: Date;
  timeZone: string;
}) {
  const t = useTranslations("incidents.list");
  const say = useSay();
  const dates = useDates();
  const { now, timeZone } = props;
  const columns: Column<IncidentRow>[] = [
    {
      id: "title",
      header: t("column.title"),
      isTitle: true,
      cell: ({ number, title, kind }) => (
        <>
          <TextLink href={incidentsPath(props.team, number)}>
            {t("numbered", { number, title })}
          </TextLink>
          <Text size="sm" c="dimmed" fw={400}>
            {say(incidentLabel(kind))}
          </Text>
        </>
      ),
    },
    { id: "data", header: t("column.data"), cell: ({ units }) => units.join(", ") },
    {
      id: "known",
      header: t("column.known"),
      cell: ({ knownAt }) => (
        <time dateTime={knownAt.toISOString()}>{dates.instant(knownAt, timeZone)}</time>
      ),
    },
    {
      id: "due",
      header: t("column.due"),
      cell: ({ dueOn, dueAt }) => {
        if (dueAt) return <DueMoment at={dueAt} now={now} timeZone={timeZone} />;
        return dueOn ? <EndDate {...dates.end(dueOn, props.today)} /> : t("told");
      },
    },
    {
      id: "state",
      header: t("column.state"),
      cell: ({ closedOn, openDuties }) =>
        closedOn ? (
          <StatusChip tone="neutral" label={t("closed", { date: dates.day(closedOn) })} />
        ) : (
          <StatusChip
            tone={openDuties > 0 ? "bad" : "info"}
            label={t("open", { count: openDuties })}
          />
        ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.rows}
      rowKey={({ number }) => String(number)}
      isMarked={({ openDuties }) => openDuties > 0}
    />
  );
}
