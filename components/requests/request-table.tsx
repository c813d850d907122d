import { useTranslations } from "next-intl";
import { dutyPath } from "@/components/duties/duty-path";
import { listColumns } from "@/components/lists/list-columns";
import type { ListPlace } from "@/components/lists/list-place";
import { Tickable } from "@/components/lists/selection";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { type Day, dayOf } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { RequestRow } from "@/lib/services/request-rows";
import { requestPath } from "./request-path";
import classes from "./request-table.module.css";
import { statusTone } from "./status-tone";
import { WaitingOn } from "./waiting-on";

interface Props {
  place: ListPlace;
  rows: readonly RequestRow[];
  /** The reader's person, today and time zone. */
  me: string;
  today: Day;
  timeZone: string;
}

/** The team's requests; those that wait for the reader are marked, in words too. */
export function RequestTable(props: Props) {
  const t = useTranslations("lists.requests");
  const columns = [...useMainColumns(props), ...useDateColumns(props), ...useExtraColumns()];
  return (
    <DataTable
      caption={t("caption")}
      columns={listColumns(props.place, columns)}
      rows={props.rows}
      rowKey={(row) => row.id}
      isMarked={(row) => row.isMyMove}
      isWide={props.place.view.columns !== null}
    />
  );
}

function useMainColumns({ place, me, today }: Props): Column<RequestRow>[] {
  const t = useTranslations("lists.requests");
  const say = useSay();
  return [
    {
      id: "request",
      header: t("column.request"),
      isTitle: true,
      cell: (row) => <Name team={place.team} row={row} />,
    },
    { id: "archive", header: t("column.archive"), cell: (row) => row.archiveName },
    {
      id: "holders",
      isSpare: true,
      header: t("column.holders"),
      cell: (row) => <bdi>{row.holders.join(", ") || t("everybody")}</bdi>,
    },
    {
      id: "stage",
      header: t("column.stage"),
      cell: (row) => (
        <div className={classes.stage}>
          <StatusChip label={say(row.step)} tone={statusTone(row.status)} />
        </div>
      ),
    },
    {
      id: "waiting",
      header: t("column.waiting"),
      cell: (row) => (
        <WaitingOn
          party={row.waitingOn}
          persons={row.waitingFor}
          me={me}
          since={row.waitingSince}
          today={today}
        />
      ),
    },
  ];
}

function useDateColumns({ place, today, timeZone }: Props): Column<RequestRow>[] {
  const t = useTranslations("lists.requests");
  const dates = useDates();
  const say = useSay();
  return [
    {
      id: "ends",
      header: t("column.ends"),
      cell: (row) => row.endsOn && <EndDate {...dates.end(row.endsOn, today)} />,
    },
    {
      id: "duty",
      isSpare: true,
      header: t("column.duty"),
      cell: ({ nextDuty }) =>
        nextDuty && (
          <div className={classes.duty}>
            <EndDate {...dates.end(nextDuty.dueOn, today)} />
            <TextLink href={dutyPath(place.team, nextDuty.id)} className={classes.dutyName}>
              {say(nextDuty.name)}
            </TextLink>
          </div>
        ),
    },
    {
      id: "changed",
      header: t("column.changed"),
      cell: (row) => (
        <time dateTime={row.updatedAt.toISOString()} className={classes.changed}>
          {dates.day(dayOf(row.updatedAt, timeZone))}
        </time>
      ),
    },
  ];
}

function useExtraColumns(): Column<RequestRow>[] {
  const t = useTranslations("lists.requests");
  const dates = useDates();
  return [
    { id: "owner", header: t("column.owner"), cell: (row) => <bdi>{row.owner}</bdi> },
    {
      id: "submitted",
      header: t("column.submitted"),
      cell: (row) => row.submittedOn && dates.day(row.submittedOn),
    },
    {
      id: "archiveNumber",
      header: t("column.archiveNumber"),
      cell: (row) => row.archiveNumber && <bdi>{row.archiveNumber}</bdi>,
    },
  ];
}

function Name({ team, row }: { team: string; row: RequestRow }) {
  const t = useTranslations("lists.requests");
  return (
    <div className={classes.name}>
      <Tickable id={row.id} name={writeNumber(row.number)}>
        <TextLink href={requestPath(team, row.number)}>
          {writeNumber(row.number)} · <bdi>{row.title}</bdi>
        </TextLink>{" "}
        {row.isMyMove && <span className={classes.mine}>{t("myMove")}</span>}
        <span className={classes.units}>{[row.archiveName, ...row.units].join(" · ")}</span>
      </Tickable>
    </div>
  );
}
