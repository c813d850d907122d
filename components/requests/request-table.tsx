import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { type Day, dayOf } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/filter";
import type { RequestRow } from "@/lib/services/requests";
import { BulkTick } from "./bulk/bulk-selection";
import { requestPath } from "./request-path";
import classes from "./request-table.module.css";
import { statusTone } from "./status-tone";
import { WaitingOn } from "./waiting-on";

/** The team's requests; those that wait for the reader are marked, in words too. */
export function RequestTable(props: {
  team: string;
  rows: readonly RequestRow[];
  /** The reader's person, today and time zone. */
  me: string;
  today: Day;
  timeZone: string;
}) {
  const t = useTranslations("requests.list");
  return (
    <DataTable
      caption={t("caption")}
      columns={useColumns(props)}
      rows={props.rows}
      rowKey={(row) => row.id}
      isMarked={(row) => row.isMyMove}
    />
  );
}

function useColumns(props: {
  team: string;
  me: string;
  today: Day;
  timeZone: string;
}): Column<RequestRow>[] {
  const t = useTranslations("requests.list");
  const dates = useDates();
  const header = (id: Parameters<typeof t>[0] & `column.${string}`) => t(id);
  return [
    {
      id: "data",
      header: header("column.data"),
      isTitle: true,
      cell: (row) => <Name team={props.team} row={row} />,
    },
    {
      id: "holders",
      header: header("column.holders"),
      cell: (row) => <bdi>{row.holders.join(", ") || t("everybody")}</bdi>,
    },
    {
      id: "stage",
      header: header("column.stage"),
      cell: (row) => <StatusChip label={row.step} tone={statusTone(row.status)} />,
    },
    {
      id: "waiting",
      header: header("column.waiting"),
      cell: (row) => (
        <WaitingOn
          party={row.waitingOn}
          persons={row.waitingFor}
          me={props.me}
          since={row.waitingSince}
          today={props.today}
        />
      ),
    },
    {
      id: "ends",
      header: header("column.ends"),
      cell: (row) => row.endsOn && <EndDate {...dates.end(row.endsOn, props.today)} />,
    },
    {
      id: "changed",
      header: header("column.changed"),
      cell: (row) => (
        <time dateTime={row.updatedAt.toISOString()} className={classes.changed}>
          {dates.day(dayOf(row.updatedAt, props.timeZone))}
        </time>
      ),
    },
  ];
}

function Name({ team, row }: { team: string; row: RequestRow }) {
  const t = useTranslations("requests.list");
  return (
    <div className={classes.name}>
      <BulkTick id={row.id} name={writeNumber(row.number)} />
      <TextLink href={requestPath(team, row.number)}>
        {writeNumber(row.number)} · <bdi>{row.title}</bdi>
      </TextLink>
      {row.isMyMove && <span className={classes.mine}>{t("myMove")}</span>}
      <span className={classes.units}>{[row.archiveName, ...row.units].join(" · ")}</span>
    </div>
  );
}
